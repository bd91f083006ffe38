-- Dossiers, retention, transfer and destruction.

-- The archivist of the records centre (unit kearsipan), beside administrator and registrar.
alter table person_roles drop constraint if exists person_roles_role_check;
alter table person_roles add constraint person_roles_role_check check (role in ('admin', 'tu', 'arsiparis'));

-- From when retention counts: the day after a dossier was closed, or the first day of the year after it.
create table archive_settings (
  id boolean primary key default true check (id),
  retention_start text not null default 'closing' check (retention_start in ('closing', 'year_end')),
  updated_at timestamptz not null default now()
);
insert into archive_settings default values;

-- The retention schedule (JRA) is the regency's own rule; nothing is preloaded. A code stands for all codes below it
-- that have no rule of their own.
create table retention_rules (
  id uuid not null unique,
  classification text primary key check (classification ~ '^\d{3}(\.\d{1,3}){0,5}$'),
  active_years integer not null check (active_years between 0 and 100),
  inactive_years integer not null check (inactive_years between 0 and 100),
  disposition text not null check (disposition in ('destroy', 'permanent', 'reassess')),
  -- The event from which the years count when it is not the closing ("setelah pemeriksaan"); its date stands at the dossier.
  trigger_text text check (length(trigger_text) between 3 and 200),
  note text check (length(note) <= 500),
  legal_basis text check (length(legal_basis) <= 300),
  confirmed boolean not null default false,
  updated_by uuid references people,
  updated_at timestamptz not null default now()
);

create table dossiers (
  id uuid primary key,
  unit_id uuid not null references units,
  classification text not null check (length(classification) between 1 and 40),
  year integer not null check (year between 1900 and 2200),
  seq integer not null check (seq > 0),
  title text not null check (length(title) between 3 and 300),
  description text check (length(description) <= 2000),
  state text not null default 'open' check (state in ('open', 'closed', 'inactive', 'handed_over', 'destroyed')),
  closed_on date,
  trigger_on date,
  -- For `reassess`: what the assessment decided for this dossier.
  reassessed text check (reassessed in ('destroy', 'permanent')),
  version integer not null default 1,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (unit_id, classification, year, seq),
  check ((state = 'open') = (closed_on is null))
);
create index dossiers_state on dossiers (state, id desc);
create index dossiers_classification on dossiers (classification, id desc);

-- Letters, and things that exist on paper only. A letter is in one dossier at most.
create table dossier_items (
  id uuid primary key,
  dossier_id uuid not null references dossiers,
  letter_id uuid unique references letters,
  subject text check (length(subject) between 1 and 500),
  number text check (length(number) <= 200),
  dated_on date,
  quantity text check (length(quantity) <= 100),
  filed_by uuid not null references people,
  filed_at timestamptz not null default now(),
  check ((letter_id is null) = (subject is not null))
);
create index dossier_items_dossier on dossier_items (dossier_id, id);

-- Where the paper original is, and was: the latest row is the place.
create table dossier_places (
  id uuid primary key,
  dossier_id uuid not null references dossiers,
  building text not null check (length(building) between 1 and 120),
  room text check (length(room) <= 120),
  shelf text check (length(shelf) <= 120),
  box text check (length(box) <= 120),
  folder text check (length(folder) <= 120),
  note text check (length(note) <= 300),
  moved_by uuid not null references people,
  moved_at timestamptz not null default now()
);
create index dossier_places_dossier on dossier_places (dossier_id, id desc);
-- append-only: dossier_places

-- Nothing under a hold is transferred to destruction or destroyed, until it is lifted.
create table legal_holds (
  id uuid primary key,
  dossier_id uuid references dossiers,
  letter_id uuid references letters,
  reason text not null check (length(reason) between 5 and 1000),
  placed_by uuid not null references people,
  placed_at timestamptz not null default now(),
  lifted_by uuid references people,
  lifted_at timestamptz,
  lift_reason text check (length(lift_reason) between 5 and 1000),
  check (num_nonnulls(dossier_id, letter_id) = 1),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);
create index legal_holds_dossier on legal_holds (dossier_id) where dossier_id is not null;
create index legal_holds_letter on legal_holds (letter_id) where letter_id is not null;

-- Proceedings: transfer to the records centre, destruction, handover to the archives institution.
create table disposals (
  id uuid primary key,
  kind text not null check (kind in ('transfer', 'destruction', 'handover')),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'assessed', 'approved', 'executing', 'done',
    'cancelled')),
  unit_id uuid references units,
  title text not null check (length(title) between 3 and 300),
  version integer not null default 1,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  proposed_by uuid references people,
  done_at timestamptz,
  -- The minutes under which it was done; printed wherever the destroyed is asked for.
  minutes_number text check (length(minutes_number) <= 200),
  minutes_on date,
  check ((state = 'done') = (done_at is not null)),
  check (state not in ('executing', 'done') or (minutes_number is not null and minutes_on is not null))
);
create index disposals_state on disposals (state, id desc);

create table disposal_items (
  disposal_id uuid not null references disposals,
  dossier_id uuid not null references dossiers,
  -- False once the proceeding is over: a dossier is in one open proceeding at most.
  open boolean not null default true,
  -- The rule as it was when the list was made and when it was carried out, for the list that is kept.
  rule jsonb,
  done_at timestamptz,
  primary key (disposal_id, dossier_id)
);
create unique index disposal_items_one_open on disposal_items (dossier_id) where open;

-- Each paper that the proceeding asks for: a scan or signed file, or a letter of this office.
create table disposal_papers (
  id uuid primary key,
  disposal_id uuid not null references disposals,
  kind text not null check (kind in ('minutes', 'committee_decision', 'consideration', 'approval', 'decision',
    'authenticity')),
  number text not null check (length(number) between 1 and 200),
  dated_on date not null,
  signed_by text not null check (length(signed_by) between 2 and 200),
  file_id uuid references files,
  letter_id uuid references letters,
  added_by uuid not null references people,
  added_at timestamptz not null default now(),
  check (num_nonnulls(file_id, letter_id) = 1)
);
create index disposal_papers_disposal on disposal_papers (disposal_id, id);

-- Each step that was taken, by whom.
create table disposal_steps (
  id uuid primary key,
  disposal_id uuid not null references disposals,
  event text not null,
  person_id uuid not null references people,
  person_name text not null,
  position_title text,
  note text,
  at timestamptz not null default now()
);
create index disposal_steps_disposal on disposal_steps (disposal_id, id);
-- append-only: disposal_steps

-- A letter whose content was destroyed: what remains says when and under which minutes.
alter table letters add column destroyed_at timestamptz;
alter table letters add column disposal_id uuid references disposals;
alter table files add column destroyed_at timestamptz;

-- The bytes of destroyed letters, by hash, kept for ever; removed_at when they left the file store.
create table destroyed_files (
  letter_id uuid not null references letters,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  disposal_id uuid not null references disposals,
  name text not null,
  size bigint not null,
  removed_at timestamptz,
  -- `shared`: another letter still has the same bytes.
  outcome text check (outcome in ('removed', 'shared', 'missing')),
  primary key (letter_id, sha256),
  check ((removed_at is null) = (outcome is null))
);
create index destroyed_files_waiting on destroyed_files (disposal_id) where removed_at is null;

create table archive_packages (
  id uuid primary key,
  job_id uuid not null unique references jobs,
  dossier_id uuid not null references dossiers,
  person_id uuid not null references people,
  -- Letters that the orderer might read when ordering; the others are listed as withheld.
  letter_ids uuid[] not null,
  file_id uuid references files,
  created_at timestamptz not null default now()
);
create index archive_packages_dossier on archive_packages (dossier_id, id desc);

-- A report is never changed; only the destruction of its letter takes its words.
create function guard_disposition_reports() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'UPDATE' and new.text = '(dimusnahkan)' and (new.id, new.disposition_id, new.person_id, new.created_at)
      is not distinct from (old.id, old.disposition_id, old.person_id, old.created_at)
    and exists (select from dispositions d join letters l on l.id = d.letter_id
      where d.id = old.disposition_id and l.destroyed_at is not null) then
    return new;
  end if;
  raise exception 'reports on dispositions are only added' using errcode = 'insufficient_privilege';
end $$;
create trigger disposition_reports_only_added before update or delete on disposition_reports
  for each row execute function guard_disposition_reports();
