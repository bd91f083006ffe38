-- Parallel approval, several signers, deadlines of a turn.

-- Steps of one stage have the turn together; the next stage follows when all of them are done. Steps that were there
-- before get their stage in 0014, while the office works; those whose turn it is, at once.
alter table letter_steps add column stage integer;
update letter_steps set stage = ordinal where state = 'turn';
alter table letter_steps add constraint letter_steps_stage check (stage > 0) not valid;
drop index letter_steps_one_turn;
alter table letter_steps add constraint letter_steps_one_stage
  exclude using gist (letter_id extensions.gist_uuid_ops with =, stage extensions.gist_int4_ops with <>)
  where (state = 'turn');

-- How the one who acted stood at the post, and until when the turn should have been used.
alter table letter_steps
  add column acted_mode text check (acted_mode in ('definitif', 'plt', 'plh', 'pj', 'pjs', 'delegate')),
  add column turn_since timestamptz,
  add column remind_at timestamptz,
  add column due_at timestamptz,
  add column reminded_at timestamptz,
  add column escalated_at timestamptz,
  -- Who stands on the paper for this signature, frozen before the first one.
  add column printed jsonb;
update letter_steps s set turn_since = l.turn_since from letters l where l.id = s.letter_id and s.state = 'turn';

-- Changed by the administrator; without a row the defaults hold.
create table turn_deadlines (
  id boolean primary key default true check (id),
  -- ISO days of the week, 1 for Monday.
  working_days smallint[] not null check (cardinality(working_days) between 1 and 7 and working_days <@ '{1,2,3,4,5,6,7}'),
  opens time not null,
  closes time not null,
  -- Working minutes that one turn may take; null for as long as it takes.
  minutes_biasa integer check (minutes_biasa between 15 and 60000),
  minutes_segera integer check (minutes_segera between 15 and 60000),
  minutes_amat_segera integer check (minutes_amat_segera between 15 and 60000),
  updated_at timestamptz not null default now(),
  check (opens < closes)
);
