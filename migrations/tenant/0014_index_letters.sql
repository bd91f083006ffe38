-- no transaction
-- Indexes on tables that hold every letter, and what rows written before 0007, 0008 and 0010 lack, while the office works.
create unique index concurrently if not exists letters_agenda_once on letters
  (agenda_year, coalesce(agenda_unit_id, '00000000-0000-0000-0000-000000000000'), agenda_seq) where agenda_seq is not null;
alter table letters drop constraint if exists letters_agenda_year_agenda_seq_key;
create index concurrently if not exists letter_steps_turn on letter_steps (position_id, letter_id) where state = 'turn';
create index concurrently if not exists letter_steps_watched on letter_steps (remind_at)
  where state = 'turn' and escalated_at is null;
-- No position acts twice in one round.
create unique index concurrently if not exists letter_steps_once on letter_steps (letter_id, round, position_id);
create index concurrently if not exists letters_file on letters (file_id) where file_id is not null;
create index concurrently if not exists letter_attachments_file on letter_attachments (file_id);
-- Whether another letter has the same bytes, asked before bytes of a destroyed one leave the store.
create index concurrently if not exists files_sha256 on files (sha256);
create index concurrently if not exists letter_revisions_sha256 on letter_revisions (sha256);
-- Possible duplicates of a letter that comes in, by its number as written, whatever the case and the spaces.
create index concurrently if not exists letters_number_written on letters
  ((lower(regexp_replace(number, '\s', '', 'g')))) where direction = 'incoming' and number is not null;
-- What a person did today.
create index concurrently if not exists audit_log_actor on audit_log (actor_id, at) where actor_id is not null;
-- Open dispositions with a deadline, for reminders and the overdue list.
create index concurrently if not exists dispositions_due on dispositions (due_on)
  where state in ('unread', 'read', 'forwarded');
create index concurrently if not exists letter_recipients_failed on letter_recipients (letter_id)
  where delivery in ('failed', 'bounced');

-- Before stages every step was a stage of its own. What a batch passed over, or was written since, follows once no more can come.
-- in batches
with batch as (select letter_id, round, ordinal from letter_steps where stage is null limit 20000 for update skip locked)
update letter_steps s set stage = s.ordinal from batch
  where (s.letter_id, s.round, s.ordinal) = (batch.letter_id, batch.round, batch.ordinal);
alter table letter_steps drop constraint if exists letter_steps_staged;
alter table letter_steps add constraint letter_steps_staged check (stage is not null) not valid;
update letter_steps set stage = ordinal where stage is null;
alter table letter_steps validate constraint letter_steps_staged;
alter table letter_steps validate constraint letter_steps_stage;
alter table letter_steps alter column stage set not null;
alter table letter_steps drop constraint letter_steps_staged;

-- A number bears its letter's date; the number of a letter that was cancelled, the day on which it was taken here.
-- in batches
with batch as (select series_id, seq, sub from numbers where unit_id is null limit 10000 for update skip locked)
update numbers n set unit_id = s.unit_id, year = s.year, classification = l.classification, dated = coalesce(l.letter_date,
    (n.created_at at time zone coalesce((select time_zone from settings), 'Asia/Jakarta'))::date)
  from batch, number_series s, letters l
  where (n.series_id, n.seq, n.sub) = (batch.series_id, batch.seq, batch.sub) and s.id = n.series_id and l.id = n.letter_id;
alter table numbers drop constraint if exists numbers_whole;
alter table numbers add constraint numbers_whole
  check (unit_id is not null and year is not null and dated is not null and classification is not null) not valid;
update numbers n set unit_id = s.unit_id, year = s.year, classification = l.classification, dated = coalesce(l.letter_date,
    (n.created_at at time zone coalesce((select time_zone from settings), 'Asia/Jakarta'))::date)
  from number_series s, letters l where n.unit_id is null and s.id = n.series_id and l.id = n.letter_id;
alter table numbers validate constraint numbers_whole;
alter table numbers alter column unit_id set not null, alter column year set not null, alter column dated set not null,
  alter column classification set not null;
alter table numbers drop constraint numbers_whole;
-- Two series of one organisation never print the same number within a year, whatever their patterns.
create unique index concurrently if not exists numbers_unit_once on numbers (unit_id, year, number);
drop index concurrently if exists numbers_once;
create index concurrently if not exists numbers_dated on numbers (series_id, dated desc, seq desc);

-- in batches
insert into letter_routes (letter_id, position_id, purpose, routed_at, done_at)
  select l.id, l.routed_to_position_id,
    case when exists (select from letter_participants p where p.letter_id = l.id and p.reason = 'copy'
      and p.position_id = l.routed_to_position_id) then 'information' else 'act' end,
    coalesce(l.registered_at, l.received_at, l.created_at),
    (select min(d.created_at) from dispositions d where d.letter_id = l.id and d.parent_id is null
      and d.state <> 'cancelled' and d.from_position_id = l.routed_to_position_id)
  from letters l where l.routed_to_position_id is not null and not exists (select from letter_routes r
    where r.letter_id = l.id and r.position_id = l.routed_to_position_id)
  limit 5000 on conflict do nothing;

alter table letter_participants validate constraint letter_participants_reason_check;
alter table letter_recipients validate constraint letter_recipients_delivery_check;
