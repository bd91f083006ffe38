-- Letters: templates, drafts and versions, the approval chain, numbering, signed revisions, dispositions.

create table letter_types (
  code text primary key check (code ~ '^[a-z][a-z_]*$'),
  name text not null,
  type_group text not null check (type_group in ('arahan', 'korespondensi', 'khusus')),
  layout text not null check (layout in ('korespondensi', 'judul', 'nota_dinas')),
  default_classification text not null,
  active boolean not null default true
);

create table templates (
  id uuid primary key,
  name text not null check (length(name) between 2 and 200),
  type text not null references letter_types,
  description text,
  published_version integer,
  origin_slug text,
  origin_name text,
  origin_offer_id uuid unique,
  origin_version integer,
  created_by uuid references people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz
);

-- A published version never changes; the next edit is the next version.
create table template_versions (
  template_id uuid not null references templates,
  version integer not null check (version > 0),
  body jsonb not null,
  defaults jsonb not null default '{}',
  published_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (template_id, version)
);

create table letters (
  id uuid primary key,
  direction text not null check (direction in ('outgoing', 'incoming')),
  type text not null,
  state text not null,
  subject text not null check (length(subject) between 1 and 500),
  classification text not null,
  secrecy text not null check (secrecy in ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
  urgency text not null check (urgency in ('biasa', 'segera', 'amat_segera')),
  version integer not null default 1 check (version > 0),
  body jsonb,
  attachment_note text,
  template_id uuid references templates,
  template_version integer,
  -- Outgoing: who writes, who signs.
  unit_id uuid references units,
  drafter_id uuid references people,
  signer_position_id uuid references positions,
  signer_id uuid references people,
  signed_for jsonb,
  number text,
  letter_date date,
  verify_code text unique,
  signing_started_at timestamptz,
  signed_at timestamptz,
  sent_at timestamptz,
  -- Incoming: where from.
  sender_kind text check (sender_kind in ('tenant', 'unit', 'external')),
  sender_slug text,
  sender_name text,
  source_letter_id uuid references letters,
  exchange_id uuid unique,
  received_at timestamptz,
  agenda_year integer,
  agenda_seq integer,
  agenda_number text,
  registered_at timestamptz,
  registered_by uuid references people,
  routed_to_position_id uuid references positions,
  file_id uuid references files,
  -- Whose turn it is; null when nobody need act.
  turn_position_id uuid references positions,
  turn_since timestamptz,
  due_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (state in ('draft', 'in_approval', 'returned', 'awaiting_signature', 'signing', 'signed', 'sent', 'cancelled',
    'received', 'registered', 'archived')),
  check (direction = 'incoming' or state not in ('received', 'registered')),
  check (direction = 'outgoing' or state in ('received', 'registered', 'archived')),
  check (direction = 'incoming' or (body is not null and drafter_id is not null and unit_id is not null)),
  check (direction = 'outgoing' or (sender_kind is not null and sender_name is not null and received_at is not null)),
  check ((number is null) = (letter_date is null) or direction = 'incoming'),
  check (state not in ('signing', 'signed', 'sent') or (number is not null and verify_code is not null)),
  check ((agenda_seq is null) = (registered_at is null)),
  unique (agenda_year, agenda_seq)
);
create index letters_turn on letters (turn_position_id, id desc) where turn_position_id is not null;
create index letters_drafter on letters (drafter_id, id desc) where direction = 'outgoing';
create index letters_state on letters (state, id desc);
create index letters_routed on letters (routed_to_position_id, id desc) where routed_to_position_id is not null;

-- Every version that somebody approved, returned or signed can be read again.
create table letter_versions (
  letter_id uuid not null references letters,
  version integer not null,
  subject text not null,
  body jsonb not null,
  recipients jsonb not null,
  author_id uuid not null references people,
  created_at timestamptz not null default now(),
  primary key (letter_id, version)
);

create table letter_recipients (
  id uuid primary key,
  letter_id uuid not null references letters on delete cascade,
  role text not null check (role in ('to', 'copy')),
  ordinal integer not null,
  kind text not null check (kind in ('unit', 'position', 'tenant', 'external')),
  unit_id uuid references units,
  position_id uuid references positions,
  tenant_slug text,
  name text not null,
  email text,
  address text,
  delivery text not null default 'pending' check (delivery in ('pending', 'sent', 'delivered', 'read', 'failed')),
  exchange_id uuid,
  delivered_at timestamptz,
  read_at timestamptz,
  unique (letter_id, role, ordinal),
  check ((kind = 'unit') = (unit_id is not null)),
  check ((kind = 'position') = (position_id is not null)),
  check ((kind = 'tenant') = (tenant_slug is not null))
);
create index letter_recipients_exchange on letter_recipients (exchange_id) where exchange_id is not null;

-- The chain as submitted: approvers in order, the signer last.
create table letter_steps (
  letter_id uuid not null references letters on delete cascade,
  round integer not null check (round > 0),
  ordinal integer not null check (ordinal > 0),
  act text not null check (act in ('approve', 'sign')),
  position_id uuid not null references positions,
  state text not null default 'waiting' check (state in ('waiting', 'turn', 'done', 'returned', 'skipped')),
  version integer not null,
  acted_by uuid references people,
  acted_at timestamptz,
  note text,
  primary key (letter_id, round, ordinal),
  check ((state in ('done', 'returned')) = (acted_at is not null))
);
create unique index letter_steps_one_turn on letter_steps (letter_id) where state = 'turn';
create index letter_steps_position on letter_steps (position_id, letter_id);

-- Who may read a letter, and why. Rows are only ever added.
create table letter_participants (
  letter_id uuid not null references letters on delete cascade,
  reason text not null check (reason in ('drafter', 'approver', 'signer', 'addressee', 'copy', 'registrar', 'routed', 'disposition')),
  person_id uuid references people,
  position_id uuid references positions,
  unit_id uuid references units,
  since timestamptz not null default now(),
  check (num_nonnulls(person_id, position_id, unit_id) = 1)
);
create unique index letter_participants_once on letter_participants
  (letter_id, reason, coalesce(person_id, position_id, unit_id));
create index letter_participants_person on letter_participants (person_id, letter_id desc) where person_id is not null;
create index letter_participants_position on letter_participants (position_id, letter_id desc) where position_id is not null;
create index letter_participants_unit on letter_participants (unit_id, letter_id desc) where unit_id is not null;

-- Gapless numbers: one series per unit, type and year; every seq of a series has its row, used or cancelled.
create table number_series (
  id uuid primary key,
  unit_id uuid not null references units,
  type text not null,
  year integer not null,
  last_seq integer not null default 0,
  unique (unit_id, type, year)
);
create table numbers (
  series_id uuid not null references number_series,
  seq integer not null check (seq > 0),
  letter_id uuid not null unique references letters,
  number text not null unique,
  cancelled_at timestamptz,
  cancel_reason text,
  created_at timestamptz not null default now(),
  primary key (series_id, seq)
);

-- The agenda book of incoming letters, gapless per year.
create table agenda_books (
  year integer primary key,
  last_seq integer not null default 0
);

-- What was signed: bytes in the file store, never changed, one row per signature.
create table letter_revisions (
  letter_id uuid not null references letters,
  revision integer not null check (revision > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  signer_id uuid not null references people,
  signer_name text not null,
  signer_title text not null,
  certificate_serial text not null,
  created_at timestamptz not null default now(),
  primary key (letter_id, revision)
);
-- append-only: letter_revisions

create table letter_attachments (
  id uuid primary key,
  letter_id uuid not null references letters on delete cascade,
  file_id uuid not null references files,
  ordinal integer not null,
  unique (letter_id, ordinal)
);

create table dispositions (
  id uuid primary key,
  letter_id uuid not null references letters,
  parent_id uuid references dispositions,
  from_position_id uuid not null references positions,
  from_person_id uuid not null references people,
  to_position_id uuid not null references positions,
  instruction text not null check (length(instruction) between 1 and 1000),
  due_on date,
  state text not null default 'unread' check (state in ('unread', 'read', 'forwarded', 'completed', 'cancelled')),
  report text,
  read_at timestamptz,
  completed_at timestamptz,
  completed_by uuid references people,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  check (from_position_id <> to_position_id),
  check ((state = 'completed') = (completed_at is not null)),
  check ((state = 'completed') = (report is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create index dispositions_letter on dispositions (letter_id, id);
create index dispositions_to on dispositions (to_position_id, id desc);
create index dispositions_from on dispositions (from_position_id, id desc);

-- Messages from other regencies that arrived here: the same one twice makes one letter.
create table exchange_log (
  id uuid primary key,
  exchange_id uuid not null,
  direction text not null check (direction in ('sent', 'received')),
  partner_slug text not null,
  partner_name text not null,
  kind text not null,
  letter_id uuid references letters,
  number text,
  body_sha256 text not null,
  at timestamptz not null default now(),
  unique (direction, partner_slug, exchange_id)
);
-- append-only: exchange_log

create table reports (
  id uuid primary key,
  job_id uuid not null unique references jobs,
  kind text not null check (kind in ('letters')),
  period text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  format text not null check (format in ('pdf', 'xlsx')),
  person_id uuid not null references people,
  file_id uuid references files,
  created_at timestamptz not null default now()
);
