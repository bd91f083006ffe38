-- Letters that several people sign: how many signatures are still to come.
alter table platform.verifications add column awaiting integer not null default 0 check (awaiting >= 0);
grant update (awaiting) on platform.verifications to regency;
