-- no transaction
-- Indexes on tables that hold every letter, built while the office works.
drop index concurrently if exists letters_agenda_once;
create unique index concurrently letters_agenda_once on letters
  (agenda_year, coalesce(agenda_unit_id, '00000000-0000-0000-0000-000000000000'), agenda_seq) where agenda_seq is not null;
alter table letters drop constraint if exists letters_agenda_year_agenda_seq_key;
drop index concurrently if exists letter_steps_turn;
create index concurrently letter_steps_turn on letter_steps (position_id, letter_id) where state = 'turn';
drop index concurrently if exists letter_steps_watched;
create index concurrently letter_steps_watched on letter_steps (remind_at) where state = 'turn' and escalated_at is null;
-- No position acts twice in one round.
drop index concurrently if exists letter_steps_once;
create unique index concurrently letter_steps_once on letter_steps (letter_id, round, position_id);
create index concurrently if not exists letters_file on letters (file_id) where file_id is not null;
create index concurrently if not exists letter_attachments_file on letter_attachments (file_id);
-- Whether another letter has the same bytes, asked before bytes of a destroyed one leave the store.
drop index concurrently if exists files_sha256;
create index concurrently files_sha256 on files (sha256);
drop index concurrently if exists letter_revisions_sha256;
create index concurrently letter_revisions_sha256 on letter_revisions (sha256);
-- Possible duplicates of a letter that comes in, by its number as written, whatever the case and the spaces.
drop index concurrently if exists letters_number_written;
create index concurrently letters_number_written on letters ((lower(regexp_replace(number, '\s', '', 'g'))))
  where direction = 'incoming' and number is not null;
-- Open dispositions with a deadline, for reminders and the overdue list.
drop index concurrently if exists dispositions_due;
create index concurrently dispositions_due on dispositions (due_on) where state in ('unread', 'read', 'forwarded');
