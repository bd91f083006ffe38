-- Agreements between regencies and what they open: the catalogue. A party changes a draft's content directly;
-- every step that binds (propose, sign, ask for changes, terminate) goes through a definer function, so that no
-- login can put another party's name to anything.

create table platform.agreements (
  id uuid primary key,
  kind text not null default 'pks' check (kind in ('kb', 'pks')),
  title text not null check (length(title) between 3 and 300),
  scope text[] not null check (scope <@ array['templates', 'practices', 'indices'] and cardinality(scope) > 0),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'signing', 'signed', 'terminated')),
  version integer not null default 1,
  starts_on date not null,
  ends_on date not null,
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  clauses jsonb not null,
  proposer text not null default platform.current_tenant() references platform.tenants,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  proposed_at timestamptz,
  signed_at timestamptz,
  terminated_at timestamptz,
  terminated_by text,
  termination_reason text,
  verify_code text not null unique check (verify_code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  check (starts_on <= ends_on and starts_at < ends_at),
  -- At most five years, unless a special law says otherwise (practice under Permendagri 22/2020).
  check (ends_on <= starts_on + interval '5 years'),
  check ((state = 'terminated') = (terminated_at is not null))
);
create index agreements_live on platform.agreements (id) where state = 'signed';

create table platform.agreement_parties (
  agreement_id uuid not null references platform.agreements on delete cascade,
  tenant_slug text not null references platform.tenants,
  ordinal integer not null check (ordinal > 0),
  number text,
  signed_at timestamptz,
  signer_name text,
  signer_title text,
  primary key (agreement_id, tenant_slug),
  unique (agreement_id, ordinal)
);
create index agreement_parties_of on platform.agreement_parties (tenant_slug, agreement_id);

create table platform.agreement_versions (
  agreement_id uuid not null references platform.agreements on delete cascade,
  version integer not null,
  content jsonb not null,
  note text,
  tenant_slug text not null default platform.current_tenant(),
  author text not null,
  created_at timestamptz not null default now(),
  primary key (agreement_id, version)
);

-- Revision 0 is the unsigned document as proposed; each signature adds one.
create table platform.agreement_revisions (
  agreement_id uuid not null references platform.agreements on delete cascade,
  version integer not null,
  revision integer not null check (revision >= 0),
  tenant_slug text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  created_at timestamptz not null default now(),
  primary key (agreement_id, version, revision)
);

create table platform.agreement_events (
  id uuid primary key,
  agreement_id uuid not null references platform.agreements on delete cascade,
  at timestamptz not null default now(),
  tenant_slug text not null default platform.current_tenant(),
  actor text not null,
  action text not null,
  detail jsonb not null default '{}'
);
create index agreement_events_of on platform.agreement_events (agreement_id, id);

-- Each party's own register of agreements: gapless per calendar year.
create table platform.agreement_registers (
  tenant_slug text not null references platform.tenants,
  year integer not null,
  last_seq integer not null,
  primary key (tenant_slug, year)
);

create function platform.my_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(p.agreement_id), '{}') from platform.agreement_parties p
        where p.tenant_slug = platform.current_tenant() $$;
create function platform.my_draft_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(a.id), '{}') from platform.agreements a
        where a.state = 'draft' and (a.proposer = platform.current_tenant() or exists (
          select from platform.agreement_parties p where p.agreement_id = a.id and p.tenant_slug = platform.current_tenant())) $$;
/* In force: signed by every party, and now lies between its dates. */
create function platform.my_template_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(a.id), '{}') from platform.agreements a
        join platform.agreement_parties p on p.agreement_id = a.id and p.tenant_slug = platform.current_tenant()
        where a.state = 'signed' and 'templates' = any (a.scope) and now() >= a.starts_at and now() < a.ends_at $$;
create function platform.effective_state(state text, starts_at timestamptz, ends_at timestamptz) returns text
  language sql stable set search_path = ''
  as $$ select case when state <> 'signed' then state when now() < starts_at then 'signed'
                    when now() < ends_at then 'in_force' else 'ended' end $$;

create function platform.lock_my_agreement(agreement uuid) returns platform.agreements
  language plpgsql security definer set search_path = '' as $$
declare found platform.agreements;
begin
  select a.* into found from platform.agreements a
    join platform.agreement_parties p on p.agreement_id = a.id and p.tenant_slug = platform.current_tenant()
    where a.id = agreement for update of a;
  if found.id is null then
    raise exception 'not a party of this agreement' using errcode = 'no_data_found';
  end if;
  return found;
end $$;

/* Freezes the content and draws every party's number from its own register. The unsigned document follows. */
create function platform.propose_agreement(agreement uuid, actor text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  party record;
  seq integer;
  in_year integer := extract(year from (now() at time zone a.time_zone));
begin
  if a.state <> 'draft' then
    raise exception 'agreement is %', a.state using errcode = 'check_violation', constraint = 'agreements_state';
  end if;
  for party in select p.tenant_slug, p.number from platform.agreement_parties p where p.agreement_id = agreement order by p.tenant_slug loop
    -- A number stays with its party when changes bring the document back to draft: no gap, no second number.
    if party.number is null then
      insert into platform.agreement_registers as r (tenant_slug, year, last_seq) values (party.tenant_slug, in_year, 1)
        on conflict (tenant_slug, year) do update set last_seq = r.last_seq + 1 returning last_seq into seq;
      update platform.agreement_parties p set number = '100.3.7/' || seq || '/KSDD/' || in_year
        where p.agreement_id = agreement and p.tenant_slug = party.tenant_slug;
    end if;
  end loop;
  update platform.agreements set state = 'proposed', proposed_at = now(), updated_at = now() where id = agreement;
  insert into platform.agreement_versions (agreement_id, version, content, author)
    values (agreement, a.version, jsonb_build_object('title', a.title, 'scope', a.scope, 'startsOn', a.starts_on,
      'endsOn', a.ends_on, 'clauses', a.clauses), actor);
  insert into platform.agreement_events (id, agreement_id, actor, action) values (event, agreement, actor, 'proposed');
end $$;

/* Records the unsigned document (revision 0) or this party's signature (the next revision), exactly once. */
create function platform.add_agreement_revision(
  agreement uuid, at_version integer, at_revision integer, hash text, bytes bigint,
  actor text, actor_title text, event uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  me text := platform.current_tenant();
  latest integer;
  remaining integer;
begin
  if a.version <> at_version or a.state not in ('proposed', 'signing') then
    raise exception 'agreement is % at version %', a.state, a.version
      using errcode = 'check_violation', constraint = 'agreements_state';
  end if;
  select max(r.revision) into latest from platform.agreement_revisions r
    where r.agreement_id = agreement and r.version = at_version;
  if at_revision <> coalesce(latest + 1, 0) then
    raise exception 'revision % is not next', at_revision using errcode = 'serialization_failure';
  end if;
  insert into platform.agreement_revisions (agreement_id, version, revision, tenant_slug, sha256, size)
    values (agreement, at_version, at_revision, me, hash, bytes);
  if at_revision = 0 then return a.state; end if;
  update platform.agreement_parties p set signed_at = now(), signer_name = actor, signer_title = actor_title
    where p.agreement_id = agreement and p.tenant_slug = me and p.signed_at is null;
  if not found then
    raise exception 'already signed' using errcode = 'check_violation', constraint = 'agreement_parties_signed_once';
  end if;
  select count(*) into remaining from platform.agreement_parties p where p.agreement_id = agreement and p.signed_at is null;
  update platform.agreements set state = case when remaining = 0 then 'signed' else 'signing' end,
    signed_at = case when remaining = 0 then now() end, updated_at = now() where id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor, 'signed', jsonb_build_object('title', actor_title, 'revision', at_revision));
  return case when remaining = 0 then 'signed' else 'signing' end;
end $$;

/* Back to draft as a new version; signatures given so far are void. */
create function platform.request_agreement_changes(agreement uuid, actor text, reason text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.state not in ('proposed', 'signing') then
    raise exception 'agreement is %', a.state using errcode = 'check_violation', constraint = 'agreements_state';
  end if;
  update platform.agreement_parties p set signed_at = null, signer_name = null, signer_title = null where p.agreement_id = agreement;
  update platform.agreements set state = 'draft', version = a.version + 1, proposed_at = null, updated_at = now() where id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor, 'changes_requested', jsonb_build_object('note', reason, 'version', a.version));
end $$;

create function platform.terminate_agreement(agreement uuid, actor text, reason text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.state <> 'signed' or now() >= a.ends_at then
    raise exception 'agreement is %', a.state using errcode = 'check_violation', constraint = 'agreements_state';
  end if;
  update platform.agreements set state = 'terminated', terminated_at = now(), terminated_by = platform.current_tenant(),
    termination_reason = reason, updated_at = now() where id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor, 'terminated', jsonb_build_object('reason', reason));
end $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.current_tenant() to public;
grant execute on function platform.my_agreements(), platform.my_draft_agreements(), platform.my_template_agreements(),
  platform.effective_state(text, timestamptz, timestamptz),
  platform.propose_agreement(uuid, text, uuid),
  platform.add_agreement_revision(uuid, integer, integer, text, bigint, text, text, uuid),
  platform.request_agreement_changes(uuid, text, text, uuid),
  platform.terminate_agreement(uuid, text, text, uuid) to regency;
grant execute on function platform.effective_state(text, timestamptz, timestamptz) to control;

-- Enabled, not forced: the definer functions above read these tables as their owner.
alter table platform.agreements enable row level security;
alter table platform.agreement_parties enable row level security;
alter table platform.agreement_versions enable row level security;
alter table platform.agreement_revisions enable row level security;
alter table platform.agreement_events enable row level security;
alter table platform.agreement_registers enable row level security;
grant select, insert on platform.agreements, platform.agreement_parties to regency;
grant update (title, scope, starts_on, ends_on, starts_at, ends_at, clauses, version, updated_at) on platform.agreements to regency;
grant delete on platform.agreement_parties to regency;
grant select on platform.agreement_versions, platform.agreement_revisions, platform.agreement_events to regency;
grant insert on platform.agreement_events to regency;
grant select (id, state, starts_at, ends_at, created_at) on platform.agreements to control;
create policy control_reads on platform.agreements for select to control using (true);
create policy party_reads on platform.agreements for select to regency
  using (id = any ((select platform.my_agreements())::uuid[]));
create policy own_insert on platform.agreements for insert to regency
  with check (proposer = (select platform.current_tenant()) and state = 'draft');
create policy party_edits_draft on platform.agreements for update to regency
  using (id = any ((select platform.my_draft_agreements())::uuid[])) with check (state = 'draft');
create policy party_reads on platform.agreement_parties for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy proposer_adds on platform.agreement_parties for insert to regency
  with check (agreement_id = any ((select platform.my_draft_agreements())::uuid[])
    and number is null and signed_at is null);
create policy proposer_removes on platform.agreement_parties for delete to regency
  using (agreement_id = any ((select platform.my_draft_agreements())::uuid[]) and number is null);
create policy party_reads on platform.agreement_versions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_revisions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_events for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy own_insert on platform.agreement_events for insert to regency
  with check (tenant_slug = (select platform.current_tenant()) and agreement_id = any ((select platform.my_draft_agreements())::uuid[]));

-- The catalogue. What an offer says of itself stays readable to the parties; its content only while in force.
create table platform.offers (
  id uuid primary key,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  agreement_id uuid not null references platform.agreements,
  kind text not null default 'template' check (kind in ('template')),
  source_id uuid not null,
  version integer not null,
  name text not null,
  type text not null,
  description text,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  unique (agreement_id, tenant_slug, source_id, version)
);
create index offers_under on platform.offers (agreement_id, id);
create table platform.offer_contents (
  offer_id uuid primary key references platform.offers,
  agreement_id uuid not null,
  content jsonb not null
);
create table platform.adoptions (
  offer_id uuid not null references platform.offers,
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  copy_id uuid not null,
  adopted_by text not null,
  adopted_at timestamptz not null default now(),
  primary key (offer_id, tenant_slug)
);
alter table platform.offers enable row level security;
alter table platform.offer_contents enable row level security;
alter table platform.adoptions enable row level security;
grant select, insert on platform.offers, platform.offer_contents, platform.adoptions to regency;
grant update (withdrawn_at) on platform.offers to regency;
grant select (id, tenant_slug, agreement_id, kind, created_at, withdrawn_at) on platform.offers to control;
create policy control_reads on platform.offers for select to control using (true);
create policy party_reads on platform.offers for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy giver_offers on platform.offers for insert to regency
  with check (tenant_slug = (select platform.current_tenant())
    and agreement_id = any ((select platform.my_template_agreements())::uuid[]));
create policy giver_withdraws on platform.offers for update to regency
  using (tenant_slug = (select platform.current_tenant())) with check (tenant_slug = (select platform.current_tenant()));
create policy party_reads on platform.offer_contents for select to regency
  using (agreement_id = any ((select platform.my_template_agreements())::uuid[]));
create policy giver_offers on platform.offer_contents for insert to regency
  with check (agreement_id = any ((select platform.my_template_agreements())::uuid[])
    and exists (select from platform.offers o where o.id = offer_id
      and o.tenant_slug = (select platform.current_tenant()) and o.agreement_id = offer_contents.agreement_id));
create policy party_reads on platform.adoptions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy own_adopts on platform.adoptions for insert to regency
  with check (tenant_slug = (select platform.current_tenant())
    and agreement_id = any ((select platform.my_template_agreements())::uuid[]));
