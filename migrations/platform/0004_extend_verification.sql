-- Letters that several people sign: how many signatures are still to come. The table holds every office's letters: rows
-- that are there are looked at by 0005, without the lock that this takes.
alter table platform.verifications add column awaiting integer not null default 0;
alter table platform.verifications add constraint verifications_awaiting_check check (awaiting >= 0) not valid;
grant update (awaiting) on platform.verifications to regency;
