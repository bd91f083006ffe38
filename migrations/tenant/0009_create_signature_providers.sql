-- Who makes an office's signatures, and what waits while they cannot.

-- No row yet: the built-in provider. At most one row.
create table signature_settings (
  only_row boolean primary key default true check (only_row),
  provider text not null check (provider in ('embedded', 'bsre')),
  api_version text not null default 'v2' check (api_version in ('v1', 'v2')),
  base_url text check (base_url ~ '^https?://' and length(base_url) <= 300),
  username text check (length(username) between 1 and 200),
  -- By MASTER_KEY of this installation; elsewhere it does not open and has to be entered again.
  wrapped_password bytea,
  -- PEM: what the service's TLS certificate is checked against, instead of the public authorities.
  tls_authorities text check (length(tls_authorities) <= 100000),
  -- PEM: roots that the service's signatures lead to, for /verify of this office's documents.
  signature_roots text check (length(signature_roots) <= 100000),
  -- Whom signers ask when the service does not know them.
  coordinator_name text check (length(coordinator_name) <= 160),
  coordinator_contact text check (length(coordinator_contact) <= 160),
  updated_at timestamptz not null default now(),
  updated_by uuid references people,
  check (provider = 'embedded' or (base_url is not null and username is not null and wrapped_password is not null))
);

-- When the provider could not be reached, and how often it was looked for. At most one is open.
create table provider_outages (
  id uuid primary key,
  started_at timestamptz not null,
  -- A word such as `unavailable` or `misconfigured`, never what a service said.
  fault text not null check (fault in ('unavailable', 'misconfigured')),
  probes integer not null default 0 check (probes >= 0),
  last_probe_at timestamptz,
  next_probe_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at)
);
create unique index provider_outages_open on provider_outages ((true)) where ended_at is null;

-- Letters whose signer wanted to sign while the provider was away, in the order of that wish. No secret is kept.
create table signing_queue (
  letter_id uuid not null references letters on delete cascade,
  position_id uuid not null references positions,
  seq bigint generated always as identity unique,
  queued_by uuid not null references people,
  queued_at timestamptz not null,
  primary key (letter_id, position_id)
);
create index signing_queue_position on signing_queue (position_id, seq);

-- BSrE knows signers by NIK. Personal data: shown to administrators and to oneself, in no list and no log.
alter table people add column nik text constraint people_nik_form check (nik ~ '^[0-9]{16}$');
create unique index people_nik on people (nik) where nik is not null;
