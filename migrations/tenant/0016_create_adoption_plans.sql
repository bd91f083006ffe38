-- The office's own index figures, what it means to take over from others, by when, and what came of it.

-- As entered here, published or not; the instrument's indicators stand in platform.index_indicators.
create table index_values (
  scheme text not null,
  year integer not null check (year between 2000 and 2100),
  indicator integer not null check (indicator > 0),
  level numeric not null check (level between 1 and 5),
  note text check (length(note) <= 1000),
  updated_by uuid not null references people,
  updated_at timestamptz not null default now(),
  primary key (scheme, year, indicator)
);

create table adoption_plans (
  id uuid primary key,
  title text not null check (length(title) between 3 and 200),
  description text not null default '' check (length(description) <= 4000),
  kind text not null check (kind in ('template', 'practice', 'other')),
  -- What a partner offers: an id of the platform, kept with the name as it was.
  offer_id uuid,
  from_slug text,
  from_name text check (length(from_name) between 2 and 200),
  -- What it should improve, by how much.
  scheme text,
  indicator integer,
  baseline_year integer,
  baseline_level numeric check (baseline_level between 1 and 5),
  expected_level numeric check (expected_level between 1 and 5),
  responsible_position_id uuid not null references positions,
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'started', 'done', 'cancelled')),
  finished_on date,
  reminded_on date,
  version integer not null default 1 check (version > 0),
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((scheme is null) = (indicator is null)),
  check (indicator is not null or num_nonnulls(baseline_year, baseline_level, expected_level) = 0),
  check ((baseline_year is null) = (baseline_level is null)),
  check (expected_level > baseline_level),
  check ((from_slug is null) or from_name is not null),
  check (offer_id is null or kind = 'template'),
  check ((state = 'done') = (finished_on is not null))
);
create index adoption_plans_open on adoption_plans (due_on) where state in ('planned', 'started');
create index adoption_plans_responsible on adoption_plans (responsible_position_id);

-- append-only: adoption_plan_notes
create table adoption_plan_notes (
  id uuid primary key,
  plan_id uuid not null references adoption_plans,
  at timestamptz not null default now(),
  person_id uuid not null references people,
  text text not null check (length(text) between 1 and 2000),
  from_state text not null check (from_state in ('planned', 'started', 'done', 'cancelled')),
  to_state text not null check (to_state in ('planned', 'started', 'done', 'cancelled'))
);
create index adoption_plan_notes_of on adoption_plan_notes (plan_id, id);
