-- What an office keeps for itself of a visit; the visit itself is shared (platform.visits).

create table visit_records (
  visit_id uuid primary key,
  -- At the host: the meeting that the visit is.
  meeting_id uuid unique references meetings,
  note text not null default '' check (length(note) <= 10000),
  updated_at timestamptz not null default now()
);

-- The host's hosts, the guest's own people who travel or follow up: they read the visit.
create table visit_assignees (
  visit_id uuid not null,
  position_id uuid not null references positions,
  primary key (visit_id, position_id)
);
create index visit_assignees_position on visit_assignees (position_id, visit_id);

-- Our letters about the visit: real letters, each with its own way to the signature.
create table visit_letters (
  visit_id uuid not null,
  kind text not null check (kind in ('request', 'reply', 'invitation', 'task_order')),
  letter_id uuid not null unique references letters,
  created_at timestamptz not null default now(),
  primary key (visit_id, kind)
);

-- Materials and photographs: ours (no `from_slug`), shown to the other side once shared, and what they gave us.
create table visit_files (
  id uuid primary key,
  visit_id uuid not null,
  kind text not null check (kind in ('material', 'photo')),
  file_id uuid not null unique references files,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  from_slug text,
  shared_at timestamptz,
  created_at timestamptz not null default now(),
  check (from_slug is null or shared_at is not null)
);
create unique index visit_files_once on visit_files (visit_id, coalesce(from_slug, ''), sha256);

-- What the guest learned and means to take over, by whom and by when: adoption plans begin here.
create table visit_lessons (
  id uuid primary key,
  visit_id uuid not null,
  kind text not null check (kind in ('template', 'practice', 'indicator')),
  title text not null check (length(title) between 3 and 300),
  adoption text not null check (length(adoption) between 3 and 2000),
  position_id uuid references positions,
  due_on date,
  version integer not null default 1 check (version > 0),
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index visit_lessons_of on visit_lessons (visit_id, id);
