-- What regencies share: authorities, exchange, verification, agreements, catalogue. Each regency reaches these
-- by its own login, under row-level security keyed on session_user. A policy asks one definer function for a set,
-- once per statement (an InitPlan), never a function per row.

-- Certificates only; their keys lie wrapped in the schemas `issuer` and `stamper`.
create table platform.authorities (
  id uuid primary key,
  kind text not null check (kind in ('root', 'intermediate', 'timestamp')),
  tenant_slug text references platform.tenants,
  certificate bytea not null,
  crl bytea,
  not_after timestamptz not null,
  created_at timestamptz not null default now(),
  -- A removed regency's authority: it issues nothing more, its old signatures can still be checked.
  revoked_at timestamptz,
  check ((kind = 'intermediate') = (tenant_slug is not null)),
  check (revoked_at is null or kind = 'intermediate')
);
create unique index authorities_one on platform.authorities (kind, coalesce(tenant_slug, '')) where revoked_at is null;

create schema if not exists issuer;
create table issuer.keys (
  authority_id uuid primary key references platform.authorities,
  wrapped_key bytea not null
);
create table issuer.certificates (
  serial text primary key,
  tenant_slug text not null,
  key_id uuid not null unique,
  certificate bytea not null,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz
);
create schema if not exists stamper;
create table stamper.keys (
  authority_id uuid primary key references platform.authorities,
  wrapped_key bytea not null
);

grant select on platform.authorities to control, regency, issuer, stamper;
grant insert, update (crl, revoked_at) on platform.authorities to issuer;
grant usage on schema issuer to issuer;
grant select, insert, update, delete on issuer.keys, issuer.certificates to issuer;
grant usage on schema stamper to stamper, issuer;
grant select on stamper.keys to stamper;
grant insert on stamper.keys to issuer;

-- Letters and receipts between regencies. Letters between governments need no agreement.
create table platform.exchange (
  id uuid primary key,
  sender text not null default platform.current_tenant() references platform.tenants,
  receiver text not null references platform.tenants,
  kind text not null check (kind in ('letter', 'receipt')),
  envelope jsonb not null,
  body jsonb,
  sealed bytea,
  body_sha256 text not null check (body_sha256 ~ '^[0-9a-f]{64}$'),
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_size bigint,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  check (sender <> receiver),
  check ((body is null) <> (sealed is null))
);
create index exchange_to on platform.exchange (receiver, created_at);
create index exchange_from on platform.exchange (sender, created_at);

alter table platform.exchange enable row level security;
grant select, insert on platform.exchange to regency;
grant update (delivered_at) on platform.exchange to regency;
grant select (id, sender, receiver, kind, created_at, delivered_at) on platform.exchange to control;
create policy control_reads on platform.exchange for select to control using (true);
create policy own_read on platform.exchange for select to regency
  using (sender = (select platform.current_tenant()) or receiver = (select platform.current_tenant()));
create policy own_send on platform.exchange for insert to regency
  with check (sender = (select platform.current_tenant()) and delivered_at is null);
create policy own_receive on platform.exchange for update to regency
  using (receiver = (select platform.current_tenant())) with check (receiver = (select platform.current_tenant()));

-- What anyone with the paper may check. The subject is there only for letters that are not secret.
create table platform.verifications (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  document_kind text not null check (document_kind in ('letter', 'agreement')),
  document_type text not null,
  number text not null,
  issued_on date not null,
  secrecy text not null check (secrecy in ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
  subject text,
  issuer_name text not null,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  check (subject is null or secrecy = 'biasa')
);
create table platform.verification_revisions (
  code text not null references platform.verifications,
  revision integer not null check (revision > 0),
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  signers jsonb not null,
  created_at timestamptz not null default now(),
  primary key (code, revision)
);
alter table platform.verifications enable row level security;
alter table platform.verification_revisions enable row level security;
grant select on platform.verifications, platform.verification_revisions to control;
grant select, insert on platform.verifications, platform.verification_revisions to regency;
grant update (withdrawn_at) on platform.verifications to regency;
create policy control_reads on platform.verifications for select to control using (true);
create policy control_reads on platform.verification_revisions for select to control using (true);
create policy own_read on platform.verifications for select to regency using (tenant_slug = (select platform.current_tenant()));
-- Agreements enter through their own function; nobody adds a file to another's code.
create policy own_insert on platform.verifications for insert to regency
  with check (tenant_slug = (select platform.current_tenant()) and document_kind = 'letter');
create policy own_update on platform.verifications for update to regency
  using (tenant_slug = (select platform.current_tenant()) and document_kind = 'letter')
  with check (tenant_slug = (select platform.current_tenant()) and document_kind = 'letter');
create policy own_read on platform.verification_revisions for select to regency
  using (tenant_slug = (select platform.current_tenant()));
create policy own_insert on platform.verification_revisions for insert to regency
  with check (tenant_slug = (select platform.current_tenant()) and exists (select from platform.verifications v
    where v.code = verification_revisions.code and v.tenant_slug = (select platform.current_tenant()) and v.document_kind = 'letter'));
