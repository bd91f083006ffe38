alter table platform.verifications validate constraint verifications_awaiting_check;
-- A letter whose content was destroyed at the end of its retention: its entry stays, and says under which minutes.
-- Of the rows that are there none has these, so that nothing need be validated.
alter table platform.verifications add column destroyed_on date, add column destroyed_by text;
alter table platform.verifications add constraint verifications_destroyed_by_check
  check (length(destroyed_by) <= 200) not valid;
grant update (destroyed_on, destroyed_by) on platform.verifications to regency;
