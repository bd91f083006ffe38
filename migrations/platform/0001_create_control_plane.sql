-- The control plane: regions, regencies and their life cycle, sign-ups, superadmins, the queue's outbox.
-- Only the login `control` works here; what regencies may see is granted column by column.

create schema if not exists extensions;
create extension if not exists btree_gist schema extensions;

create table platform.regions (
  code text primary key check (code ~ '^\d\d\.\d\d$'),
  name text not null check (name like 'Kabupaten %' or name like 'Kota %'),
  kind text not null check (kind in ('kabupaten', 'kota')),
  province_code text not null check (province_code ~ '^\d\d$'),
  province text not null,
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
);

create table platform.classifications (
  code text primary key check (code ~ '^\d{3}(\.\d{1,3}){0,4}$'),
  name text not null
);

create table platform.holidays (
  on_date date not null,
  kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
  name text not null,
  basis text not null,
  primary key (on_date, name)
);

-- Which reference file was loaded last, so that a start with unchanged files loads nothing.
create table platform.reference_loads (
  file text primary key,
  sha256 text not null,
  loaded_at timestamptz not null default now()
);

create table platform.tenants (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  role text not null unique generated always as ('t_' || slug) stored,
  name text not null check (length(name) between 3 and 120),
  region_code text not null references platform.regions,
  kind text not null check (kind in ('kabupaten', 'kota')),
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  status text not null default 'pending'
    check (status in ('pending', 'provisioning', 'active', 'suspended', 'failed', 'removing', 'removed')),
  status_since timestamptz not null default now(),
  schema_version integer not null default 0,
  admin_name text not null,
  admin_email text not null,
  accent text check (accent ~ '^#[0-9A-Fa-f]{6}$'),
  mark_svg text check (length(mark_svg) < 20000),
  demo boolean not null default false,
  exchange_public_key bytea,
  failure text,
  created_at timestamptz not null default now(),
  activated_at timestamptz
);
create unique index tenants_region on platform.tenants (region_code) where status <> 'removed';

-- The life cycle as a table: whoever wants to see the state machine reads it here.
create table platform.tenant_transitions (
  from_status text not null,
  to_status text not null,
  primary key (from_status, to_status)
);
insert into platform.tenant_transitions values
  ('pending', 'provisioning'), ('pending', 'removing'),
  ('provisioning', 'active'), ('provisioning', 'failed'),
  ('failed', 'provisioning'), ('failed', 'removing'),
  ('active', 'suspended'), ('active', 'removing'),
  ('suspended', 'active'), ('suspended', 'removing'),
  ('removing', 'removed'), ('removed', 'pending');

create function platform.check_tenant_transition() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.status <> old.status then
    if not exists (select from platform.tenant_transitions t where t.from_status = old.status and t.to_status = new.status) then
      raise exception 'tenant % cannot go from % to %', old.slug, old.status, new.status
        using errcode = 'check_violation', constraint = 'tenants_transition';
    end if;
    new.status_since = now();
  end if;
  return new;
end $$;
create trigger tenants_transition before update of status on platform.tenants
  for each row execute function platform.check_tenant_transition();

-- One row per named step of the latest run; a finished step is not done again.
create table platform.provisioning_steps (
  tenant_slug text not null references platform.tenants on delete cascade,
  step text not null,
  ordinal integer not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  detail text,
  primary key (tenant_slug, step)
);

create table platform.signups (
  id uuid primary key,
  region_code text not null references platform.regions,
  slug text not null check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  contact_name text not null check (length(contact_name) between 2 and 120),
  contact_email text not null check (length(contact_email) <= 200),
  contact_phone text not null check (length(contact_phone) <= 40),
  contact_position text not null check (length(contact_position) between 2 and 160),
  token_hash bytea not null unique,
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected')),
  reason text,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  check ((state = 'pending') = (decided_at is null)),
  check (state <> 'rejected' or reason is not null)
);
create unique index signups_one_pending_per_region on platform.signups (region_code) where state = 'pending';
create unique index signups_one_pending_per_slug on platform.signups (slug) where state = 'pending';

create table platform.superadmins (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z][a-z0-9._-]{2,59}$'),
  name text not null,
  password_hash text not null,
  otp_secret bytea,
  created_at timestamptz not null default now()
);

create table platform.superadmin_sessions (
  id uuid primary key,
  superadmin_id uuid not null references platform.superadmins on delete cascade,
  refresh_hash bytea not null unique,
  previous_hash bytea,
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create index superadmin_sessions_previous on platform.superadmin_sessions (previous_hash);

create table platform.signin_failures (
  account text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null default now()
);

create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  hash bytea,
  sealed_at timestamptz
);
create index audit_unsealed on platform.audit (id) where hash is null;

/* Who speaks: the slug of the regency whose login this is, null for every other login. */
create function platform.current_tenant() returns text language sql stable set search_path = ''
  as $$ select case when session_user like 't\_%' then substr(session_user, 3) end $$;

-- Jobs leave through here, in the transaction that causes them. The stamp is the login's, never the caller's word.
create table platform.outbox (
  id uuid primary key,
  tenant_slug text default platform.current_tenant(),
  stamped_by name not null default session_user,
  kind text not null check (kind ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'),
  payload jsonb not null,
  created_at timestamptz not null default now()
);
create index outbox_order on platform.outbox (created_at, id);

-- What was ordered and how it ended: the reconciler's source of truth. Payloads carry ids only.
create table platform.work (
  id uuid primary key,
  tenant_slug text,
  stamped_by name not null,
  kind text not null,
  payload jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'failed')),
  progress integer not null default 0 check (progress between 0 and 100),
  result jsonb,
  error text,
  created_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  finished_at timestamptz
);
create index work_open on platform.work (touched_at) where state = 'open';
create index work_by_tenant on platform.work (tenant_slug, created_at);

create function platform.open_work() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into platform.work (id, tenant_slug, stamped_by, kind, payload)
  values (new.id, new.tenant_slug, new.stamped_by, new.kind, new.payload);
  return null;
end $$;
-- Notices of change are hints that nobody needs to finish.
create trigger outbox_opens_work after insert on platform.outbox
  for each row when (new.kind not like 'event.%') execute function platform.open_work();

grant usage on schema platform to control, regency, issuer, stamper;
grant select, insert, update, delete on
  platform.regions, platform.classifications, platform.holidays, platform.reference_loads, platform.tenants,
  platform.provisioning_steps, platform.signups, platform.superadmins, platform.superadmin_sessions,
  platform.signin_failures, platform.outbox, platform.work to control;
grant select, insert on platform.audit to control;
grant update (hash, sealed_at) on platform.audit to control;
grant select on platform.tenant_transitions to control;

grant select on platform.regions, platform.classifications, platform.holidays to regency;
grant select (slug, role, name, region_code, kind, time_zone, status, accent, mark_svg, demo, exchange_public_key)
  on platform.tenants to regency;
grant insert on platform.outbox to regency;

alter table platform.outbox enable row level security;
create policy control_all on platform.outbox to control using (true) with check (true);
create policy own_insert on platform.outbox for insert to regency
  with check (tenant_slug = (select platform.current_tenant()) and stamped_by = session_user);
