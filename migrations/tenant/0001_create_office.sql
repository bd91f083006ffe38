-- One regency's office. Names no schema: the runner sets the search path. Types are text with checks, never enums,
-- so that a connection's cached plans fit every regency alike. No foreign key leaves this schema.

create table settings (
  id boolean primary key default true check (id),
  office_name text not null,
  region_code text not null,
  capital text not null,
  time_zone text not null,
  paper text not null default 'A4' check (paper in ('A4', 'F4_210', 'F4_215')),
  number_pattern text not null default '{classification}/{seq}/{unit}',
  letter_footer text not null,
  disposition_instructions text[] not null,
  signature_provider text not null default 'embedded' check (signature_provider in ('embedded', 'bsre')),
  updated_at timestamptz not null default now()
);

create table units (
  id uuid primary key,
  parent_id uuid references units,
  code text not null unique check (length(code) between 1 and 40),
  name text not null check (length(name) between 2 and 200),
  short_name text not null,
  kind text not null check (kind in ('regent', 'secretariat', 'council_secretariat', 'inspectorate', 'dinas', 'badan',
    'satpol_pp', 'kecamatan', 'section', 'other')),
  letterhead jsonb not null default '{}',
  confirmed boolean not null default false,
  valid_from date not null default current_date,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from),
  check (parent_id is distinct from id)
);
create index units_parent on units (parent_id);

create table positions (
  id uuid primary key,
  unit_id uuid not null references units,
  title text not null check (length(title) between 2 and 200),
  kind text not null check (kind in ('regent', 'deputy_regent', 'secretary', 'unit_head', 'division_head', 'staff',
    'registrar', 'administrator')),
  superior_id uuid references positions,
  valid_to date,
  check (superior_id is distinct from id)
);
create index positions_unit on positions (unit_id);

create table people (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z][a-z0-9._-]{1,59}$'),
  name text not null check (length(name) between 2 and 160),
  nip text check (length(nip) <= 30),
  rank text,
  email text,
  password_hash text,
  -- Wrapped by the master key; set once the person has proven the first code.
  otp_secret bytea,
  active boolean not null default true,
  language text not null default 'id' check (language in ('id', 'en')),
  created_at timestamptz not null default now()
);
create unique index people_nip on people (nip) where nip is not null;

create table person_roles (
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('admin', 'tu')),
  primary key (person_id, role)
);

-- Who holds what since when; one holder of a position at a time.
create table assignments (
  id uuid primary key,
  person_id uuid not null references people,
  position_id uuid not null references positions,
  mode text not null default 'definitif' check (mode in ('definitif', 'plt', 'plh', 'pj', 'pjs')),
  starts_on date not null,
  ends_on date,
  check (ends_on is null or ends_on >= starts_on),
  exclude using gist (position_id extensions.gist_uuid_ops with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index assignments_person on assignments (person_id);
create index assignments_position on assignments (position_id);

-- A holder lets somebody act for the position while absent.
create table delegations (
  id uuid primary key,
  position_id uuid not null references positions,
  person_id uuid not null references people,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  acts text[] not null default '{approve,dispose}' check (acts <@ array['approve', 'sign', 'dispose']),
  created_by uuid not null references people,
  check (starts_at < ends_at)
);
create index delegations_person on delegations (person_id);

create table sessions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  refresh_hash bytea not null unique,
  previous_hash bytea,
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text,
  created_at timestamptz not null default now()
);
create index sessions_previous on sessions (previous_hash);
create index sessions_person on sessions (person_id);

create table signin_failures (
  account text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null default now()
);

create table activation_tokens (
  token_hash bytea primary key,
  person_id uuid not null references people on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A person's signing key, wrapped by the passphrase. `requested` until person and administrator both agreed.
create table signing_keys (
  id uuid primary key,
  person_id uuid not null references people,
  state text not null check (state in ('requested', 'approved', 'active', 'revoked')),
  wrapped_key bytea not null,
  certification_request bytea not null,
  certificate bytea,
  certificate_serial text,
  requested_at timestamptz not null default now(),
  approved_by uuid references people,
  approved_at timestamptz,
  activated_at timestamptz,
  revoked_at timestamptz,
  check ((state = 'active') <= (certificate is not null))
);
create unique index signing_keys_one_active on signing_keys (person_id) where state = 'active';

-- The regency's key for sealed messages, wrapped by the master key.
create table exchange_keys (
  id uuid primary key,
  public_key bytea not null,
  wrapped_key bytea not null,
  created_at timestamptz not null default now()
);

create table idempotency_keys (
  person_id uuid not null references people on delete cascade,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table jobs (
  id uuid primary key,
  kind text not null,
  person_id uuid not null references people,
  status text not null default 'queued' check (status in ('queued', 'active', 'completed', 'failed')),
  progress integer not null default 0 check (progress between 0 and 100),
  input jsonb not null default '{}',
  result jsonb,
  error text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((status in ('completed', 'failed')) = (finished_at is not null))
);
create index jobs_person on jobs (person_id, id desc);

create table files (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  name text not null check (length(name) between 1 and 200),
  created_by uuid references people,
  created_at timestamptz not null default now()
);

create table notices (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  text_key text not null,
  text_values jsonb not null default '{}',
  read_at timestamptz,
  created_at timestamptz not null default now()
);
create index notices_unread on notices (person_id, id desc) where read_at is null;

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  position_title text,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  detail jsonb not null default '{}'
);
create index audit_log_subject on audit_log (subject_kind, subject_id, id);
-- append-only: audit_log

-- The chain of hashes over audit_log, written by the sealer: which row, after which, with what digest.
create table audit_seals (
  audit_id bigint primary key references audit_log,
  hash bytea not null,
  sealed_at timestamptz not null default now()
);
-- append-only: audit_seals
