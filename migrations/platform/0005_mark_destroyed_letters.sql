-- A letter whose content was destroyed at the end of its retention: its entry stays, and says under which minutes.
alter table platform.verifications
  add column destroyed_on date,
  add column destroyed_by text check (length(destroyed_by) <= 200);
grant update (destroyed_on, destroyed_by) on platform.verifications to regency;
