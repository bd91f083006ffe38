-- no transaction
-- Indexes on tables that hold every letter, built while the office works.
drop index concurrently if exists letters_agenda_once;
create unique index concurrently letters_agenda_once on letters
  (agenda_year, coalesce(agenda_unit_id, '00000000-0000-0000-0000-000000000000'), agenda_seq) where agenda_seq is not null;
alter table letters drop constraint if exists letters_agenda_year_agenda_seq_key;
