-- Agreements between regencies and what they open: the catalogue. Regencies read these tables by row-level security
-- and change them through definer functions only: each function acts for the regency whose login calls it, so that no
-- login can draft in another's name, draw another's number, sign for it, or open what an agreement does not open.

-- What a regency says of itself to those it makes agreements with: who represents it, and whom to write to.
create table platform.representatives (
  tenant_slug text primary key default platform.current_tenant() references platform.tenants,
  name text check (length(name) between 2 and 160),
  title text not null check (length(title) between 2 and 200),
  capital text check (length(capital) <= 120),
  contact text check (length(contact) <= 300),
  updated_at timestamptz not null default now()
);

create table platform.agreements (
  id uuid primary key,
  kind text not null check (kind in ('kb', 'pks')),
  title text not null check (length(title) between 3 and 300),
  scope text[] not null check (scope <@ array['templates', 'practices', 'indices'] and cardinality(scope) > 0),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'signing', 'signed', 'terminated')),
  -- Counts every change of the content; whoever acts may name the one seen.
  version integer not null default 1 check (version > 0),
  starts_on date not null,
  ends_on date not null,
  -- The proposer's: the dates are dates there.
  time_zone text not null,
  starts_at timestamptz not null generated always as (starts_on::timestamp at time zone time_zone) stored,
  ends_at timestamptz not null generated always as ((ends_on + 1)::timestamp at time zone time_zone) stored,
  -- Days between a termination and its effect; null: at once.
  notice_days integer check (notice_days between 1 and 365),
  -- {preamble: text[], legalBasis: text[], clauses: [{title, text: text[]}]}; dates as {{starts_on}}.
  content jsonb not null,
  proposer text not null default platform.current_tenant() references platform.tenants,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  proposed_at timestamptz,
  signed_at timestamptz,
  -- When a termination takes effect; it may lie ahead.
  terminated_at timestamptz,
  terminated_by text,
  termination_reason text,
  verify_code text not null unique check (verify_code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  check (starts_on <= ends_on),
  -- At most five years, unless a special law says otherwise (practice under Permendagri 22/2020).
  check (ends_on <= starts_on + interval '5 years'),
  check ((state = 'terminated') = (terminated_at is not null))
);
create index agreements_live on platform.agreements (id) where state in ('signed', 'terminated');

create table platform.agreement_parties (
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null references platform.tenants,
  -- 1 is PIHAK KESATU, the proposer.
  ordinal integer not null check (ordinal > 0),
  number text,
  -- Name, mark and representative as printed, frozen when proposed.
  printed jsonb,
  signed_at timestamptz,
  signer_name text,
  signer_title text,
  primary key (agreement_id, tenant_slug),
  unique (agreement_id, ordinal)
);
create index agreement_parties_of on platform.agreement_parties (tenant_slug, agreement_id);

-- Every content the agreement had, by whom; `proposed_at` marks those that were put before the signers.
create table platform.agreement_versions (
  agreement_id uuid not null references platform.agreements,
  version integer not null,
  content jsonb not null,
  note text,
  tenant_slug text not null default platform.current_tenant(),
  author text not null,
  created_at timestamptz not null default now(),
  proposed_at timestamptz,
  primary key (agreement_id, version)
);

-- Revision 0 is the unsigned document as proposed; each signature adds one. The file lies under its regency's prefix.
create table platform.agreement_revisions (
  agreement_id uuid not null references platform.agreements,
  version integer not null,
  revision integer not null check (revision >= 0),
  tenant_slug text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  signer_name text,
  signer_title text,
  created_at timestamptz not null default now(),
  primary key (agreement_id, version, revision)
);

create table platform.agreement_events (
  id uuid primary key,
  agreement_id uuid not null references platform.agreements,
  at timestamptz not null default now(),
  tenant_slug text not null default platform.current_tenant(),
  actor text not null,
  action text not null,
  detail jsonb not null default '{}'
);
create index agreement_events_of on platform.agreement_events (agreement_id, id);

-- Each party's own register of agreements: gapless per calendar year in its own zone.
create table platform.agreement_registers (
  tenant_slug text not null references platform.tenants,
  year integer not null,
  last_seq integer not null,
  primary key (tenant_slug, year)
);

-- The catalogue. What an offer says of itself stays readable to the parties; its content only while it stands.
create table platform.offers (
  id uuid primary key,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  agreement_id uuid not null references platform.agreements,
  kind text not null default 'template' check (kind in ('template')),
  source_id uuid not null,
  version integer not null check (version > 0),
  name text not null check (length(name) between 2 and 200),
  type text not null check (type ~ '^[a-z][a-z_]*$'),
  description text,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  unique (agreement_id, tenant_slug, source_id, version)
);
create index offers_under on platform.offers (agreement_id, id);
create table platform.offer_contents (
  offer_id uuid primary key references platform.offers,
  agreement_id uuid not null references platform.agreements,
  content jsonb not null
);
create index offer_contents_under on platform.offer_contents (agreement_id);
create table platform.adoptions (
  offer_id uuid not null references platform.offers,
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  copy_id uuid not null,
  adopted_by text not null,
  adopted_at timestamptz not null default now(),
  primary key (offer_id, tenant_slug)
);
create index adoptions_under on platform.adoptions (agreement_id);

-- Sets for the policies, asked once per statement.
create function platform.my_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(p.agreement_id), '{}') from platform.agreement_parties p
        where p.tenant_slug = platform.current_tenant() $$;
/* In force: signed by every party, begun, not over, no termination in effect. */
create function platform.effective_state(state text, starts_at timestamptz, ends_at timestamptz, terminated_at timestamptz)
  returns text language sql stable set search_path = ''
  as $$ select case when state not in ('signed', 'terminated') then state
                    when terminated_at <= now() then 'terminated' when now() < starts_at then 'signed'
                    when now() < ends_at then 'in_force' else 'ended' end $$;
create function platform.my_template_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(a.id), '{}') from platform.agreements a
        join platform.agreement_parties p on p.agreement_id = a.id and p.tenant_slug = platform.current_tenant()
        where a.state in ('signed', 'terminated') and 'templates' = any (a.scope)
          and platform.effective_state(a.state, a.starts_at, a.ends_at, a.terminated_at) = 'in_force' $$;

/* Locks an agreement for one of its parties; every act on one agreement waits here for the one before. */
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

create function platform.refuse_agreement_act(reason text, why text) returns void
  language plpgsql set search_path = '' as $$
begin
  raise exception '%', why using errcode = 'check_violation', constraint = reason;
end $$;

/* Live updates in every party's office, and a notice by the worker in each office but the actor's. */
create function platform.tell_parties(agreement uuid, topic text, act text) returns void
  language sql security definer set search_path = '' as $$
  insert into platform.outbox (id, tenant_slug, stamped_by, kind, payload)
    select gen_random_uuid(), t.slug, t.role, 'event.' || topic, jsonb_build_object('id', agreement)
    from platform.agreement_parties p join platform.tenants t on t.slug = p.tenant_slug where p.agreement_id = agreement
    union all
    select gen_random_uuid(), t.slug, t.role, 'agreement.notice', jsonb_build_object('agreementId', agreement, 'act', act)
    from platform.agreement_parties p join platform.tenants t on t.slug = p.tenant_slug
    where p.agreement_id = agreement and t.slug <> platform.current_tenant() and t.status in ('active', 'suspended') $$;

create function platform.create_agreement(
  agreement uuid, agreement_kind text, agreement_title text, agreement_scope text[], first_day date, last_day date,
  notice integer, text_content jsonb, partners text[], code text, author_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare me text := platform.current_tenant();
begin
  if me is null or me = any (partners) or cardinality(partners) not between 1 and 7
    or (select count(distinct t.slug) from platform.tenants t where t.slug = any (partners) and t.status = 'active') <> cardinality(partners) then
    perform platform.refuse_agreement_act('agreement_partners', 'partners must be other active regencies');
  end if;
  insert into platform.agreements (id, kind, title, scope, starts_on, ends_on, time_zone, notice_days, content, proposer, created_by, verify_code)
    select agreement, agreement_kind, agreement_title, agreement_scope, first_day, last_day, t.time_zone, notice, text_content, me, author_name, code
    from platform.tenants t where t.slug = me;
  insert into platform.agreement_parties (agreement_id, tenant_slug, ordinal)
    select agreement, partner, ordinality from unnest(array[me] || partners) with ordinality as given (partner, ordinality);
  insert into platform.agreement_versions (agreement_id, version, content, author)
    select a.id, 1, platform.agreement_snapshot(a), author_name from platform.agreements a where a.id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action) values (event, agreement, author_name, 'drafted');
  perform platform.tell_parties(agreement, 'agreements', 'drafted');
end $$;

create function platform.agreement_snapshot(a platform.agreements) returns jsonb language sql stable set search_path = ''
  as $$ select a.content || jsonb_build_object('title', a.title, 'scope', a.scope, 'startsOn', a.starts_on,
    'endsOn', a.ends_on, 'noticeDays', a.notice_days) $$;

/* Any party changes a draft: a new version. Stale unless `seen` is the version there is. */
create function platform.edit_agreement(
  agreement uuid, seen integer, agreement_title text, agreement_scope text[], first_day date, last_day date,
  notice integer, text_content jsonb, author_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.version <> seen then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state <> 'draft' then perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state); end if;
  update platform.agreements set title = agreement_title, scope = agreement_scope, starts_on = first_day, ends_on = last_day,
    notice_days = notice, content = text_content, version = a.version + 1, updated_at = now() where id = agreement returning * into a;
  insert into platform.agreement_versions (agreement_id, version, content, author)
    values (agreement, a.version, platform.agreement_snapshot(a), author_name);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, author_name, 'edited', jsonb_build_object('version', a.version));
  perform platform.tell_parties(agreement, 'agreements', 'edited');
end $$;

/* Freezes content and parties, and draws every party's number from its own register. The unsigned document follows. */
create function platform.propose_agreement(agreement uuid, seen integer, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  party record;
  seq integer;
  in_year integer;
begin
  if a.version <> seen then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state <> 'draft' then perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state); end if;
  -- By slug, so that two agreements of the same parties lock the registers in one order.
  for party in select p.tenant_slug, p.number, t.name, t.mark_svg, t.time_zone, r.name as person, r.capital, r.contact,
      coalesce(r.title, case t.kind when 'kota' then 'Wali Kota ' else 'Bupati ' end
        || regexp_replace(t.name, '^(Kabupaten|Kota) ', '')) as title
    from platform.agreement_parties p join platform.tenants t on t.slug = p.tenant_slug
    left join platform.representatives r on r.tenant_slug = p.tenant_slug
    where p.agreement_id = agreement order by p.tenant_slug loop
    -- A number stays with its party when changes bring the document back to draft: no gap, no second number.
    if party.number is null then
      in_year := extract(year from (now() at time zone party.time_zone));
      insert into platform.agreement_registers as r (tenant_slug, year, last_seq) values (party.tenant_slug, in_year, 1)
        on conflict (tenant_slug, year) do update set last_seq = r.last_seq + 1 returning last_seq into seq;
      party.number := '100.3.7/' || seq || '/KSDD/' || in_year;
    end if;
    update platform.agreement_parties p set number = party.number,
      printed = jsonb_build_object('name', party.name, 'mark', party.mark_svg, 'person', party.person,
        'title', party.title, 'capital', party.capital, 'contact', party.contact)
      where p.agreement_id = agreement and p.tenant_slug = party.tenant_slug;
  end loop;
  update platform.agreements set state = 'proposed', proposed_at = now(), updated_at = now() where id = agreement;
  update platform.agreement_versions v set proposed_at = now() where v.agreement_id = agreement and v.version = a.version;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor_name, 'proposed', jsonb_build_object('version', a.version));
  perform platform.tell_parties(agreement, 'agreements', 'proposed');
end $$;

/* Records the unsigned document (revision 0) or this party's signature (the next revision), exactly once. */
create function platform.add_agreement_revision(
  agreement uuid, at_version integer, at_revision integer, hash text, bytes bigint,
  actor_name text, actor_title text, event uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  me text := platform.current_tenant();
  latest integer;
  remaining integer;
begin
  if a.version <> at_version then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state not in ('proposed', 'signing') then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  if at_revision > 0 and exists (select from platform.agreement_parties p
    where p.agreement_id = agreement and p.tenant_slug = me and p.signed_at is not null) then
    perform platform.refuse_agreement_act('agreement_signed_once', 'already signed');
  end if;
  select max(r.revision) into latest from platform.agreement_revisions r
    where r.agreement_id = agreement and r.version = at_version;
  if at_revision is distinct from coalesce(latest + 1, 0) then
    perform platform.refuse_agreement_act('agreement_revision_next', 'another revision came first');
  end if;
  insert into platform.agreement_revisions (agreement_id, version, revision, tenant_slug, sha256, size, signer_name, signer_title)
    values (agreement, at_version, at_revision, me, hash, bytes,
      case when at_revision > 0 then actor_name end, case when at_revision > 0 then actor_title end);
  if at_revision = 0 then return a.state; end if;
  update platform.agreement_parties p set signed_at = now(), signer_name = actor_name, signer_title = actor_title
    where p.agreement_id = agreement and p.tenant_slug = me;
  select count(*) into remaining from platform.agreement_parties p where p.agreement_id = agreement and p.signed_at is null;
  update platform.agreements set state = case when remaining = 0 then 'signed' else 'signing' end,
    signed_at = case when remaining = 0 then now() end, updated_at = now() where id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor_name, 'signed', jsonb_build_object('title', actor_title, 'revision', at_revision));
  if remaining = 0 then perform platform.register_agreement(agreement); end if;
  perform platform.tell_parties(agreement, 'agreements', case when remaining = 0 then 'concluded' else 'signed' end);
  return case when remaining = 0 then 'signed' else 'signing' end;
end $$;

/* With the last signature the document becomes known to the public register: one row per signature. */
create function platform.register_agreement(agreement uuid) returns void language sql security definer set search_path = '' as $$
  insert into platform.verifications (code, tenant_slug, document_kind, document_type, number, issued_on, secrecy, subject, issuer_name)
    select a.verify_code, a.proposer, 'agreement',
      case a.kind when 'kb' then 'kesepakatan_bersama' else 'perjanjian_kerja_sama' end,
      string_agg(p.number || ' (' || (p.printed ->> 'name') || ')', '; ' order by p.ordinal),
      (now() at time zone a.time_zone)::date, 'biasa', a.title,
      string_agg('Pemerintah ' || (p.printed ->> 'name'), ' dan ' order by p.ordinal)
    from platform.agreements a join platform.agreement_parties p on p.agreement_id = a.id
    where a.id = agreement group by a.id;
  insert into platform.verification_revisions (code, revision, tenant_slug, sha256, signers)
    select a.verify_code, r.revision, r.tenant_slug, r.sha256, jsonb_agg(jsonb_build_object(
      'name', s.signer_name, 'title', s.signer_title, 'signedAt', s.created_at) order by s.revision)
    from platform.agreements a
    join platform.agreement_revisions r on r.agreement_id = a.id and r.version = a.version and r.revision > 0
    join platform.agreement_revisions s on s.agreement_id = a.id and s.version = a.version and s.revision between 1 and r.revision
    where a.id = agreement group by a.verify_code, r.revision, r.tenant_slug, r.sha256 $$;

/* Back to draft as a new version; signatures given so far are void. */
create function platform.request_agreement_changes(agreement uuid, seen integer, actor_name text, reason text, event uuid)
  returns void language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.version <> seen then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state not in ('proposed', 'signing') then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  update platform.agreement_parties p set signed_at = null, signer_name = null, signer_title = null, printed = null
    where p.agreement_id = agreement;
  update platform.agreements set state = 'draft', version = a.version + 1, proposed_at = null, updated_at = now()
    where id = agreement returning * into a;
  insert into platform.agreement_versions (agreement_id, version, content, note, author)
    values (agreement, a.version, platform.agreement_snapshot(a), reason, actor_name);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor_name, 'changes_requested', jsonb_build_object('note', reason, 'version', a.version));
  perform platform.tell_parties(agreement, 'agreements', 'changes_requested');
end $$;

/* At once, or after the agreed notice. */
create function platform.terminate_agreement(agreement uuid, seen integer, actor_name text, reason text, event uuid)
  returns timestamptz language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  effective timestamptz := now() + make_interval(days => coalesce(a.notice_days, 0));
begin
  if a.version <> seen then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state <> 'signed' or now() >= a.ends_at then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  update platform.agreements set state = 'terminated', terminated_at = effective, terminated_by = platform.current_tenant(),
    termination_reason = reason, updated_at = now() where id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor_name, 'terminated', jsonb_build_object('reason', reason, 'effectiveAt', effective));
  perform platform.tell_parties(agreement, 'agreements', 'terminated');
  return effective;
end $$;

/* What every act on the catalogue needs: one's own agreement, in force, open for templates. */
create function platform.lock_template_agreement(agreement uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if platform.effective_state(a.state, a.starts_at, a.ends_at, a.terminated_at) <> 'in_force' then
    perform platform.refuse_agreement_act('offers_agreement_in_force', 'agreement is not in force');
  end if;
  if not 'templates' = any (a.scope) then
    perform platform.refuse_agreement_act('offers_agreement_scope', 'agreement does not open templates');
  end if;
end $$;

/* Offers one published version under an agreement; the same version again is the same offer. @returns the offer's id */
create function platform.offer_template(
  offer uuid, agreement uuid, source uuid, source_version integer, template_name text, template_type text, about text,
  template_content jsonb, actor_name text, event uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  known platform.offers;
begin
  perform platform.lock_template_agreement(agreement);
  select o.* into known from platform.offers o where o.agreement_id = agreement and o.tenant_slug = me
    and o.source_id = source and o.version = source_version;
  if known.id is not null and known.withdrawn_at is null then return known.id; end if;
  if known.id is null then
    insert into platform.offers (id, agreement_id, source_id, version, name, type, description, content_sha256)
      values (offer, agreement, source, source_version, template_name, template_type, about,
        encode(sha256(convert_to(template_content::text, 'UTF8')), 'hex')) returning * into known;
  else
    update platform.offers o set withdrawn_at = null where o.id = known.id;
  end if;
  insert into platform.offer_contents (offer_id, agreement_id, content) values (known.id, agreement, template_content);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, agreement, actor_name,
    'template_shared', jsonb_build_object('offerId', known.id, 'name', template_name, 'version', source_version));
  perform platform.tell_parties(agreement, 'catalogue', 'template_shared');
  return known.id;
end $$;

/* Takes an offer of one's own back; its content can no longer be read. Copies made before stay. */
create function platform.withdraw_offer(offer uuid, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare own platform.offers;
begin
  select o.* into own from platform.offers o where o.id = offer and o.tenant_slug = platform.current_tenant() for update;
  if own.id is null then raise exception 'not your offer' using errcode = 'no_data_found'; end if;
  if own.withdrawn_at is not null then return; end if;
  update platform.offers o set withdrawn_at = now() where o.id = offer;
  delete from platform.offer_contents c where c.offer_id = offer;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, own.agreement_id, actor_name,
    'template_withdrawn', jsonb_build_object('offerId', offer, 'name', own.name, 'version', own.version));
  perform platform.tell_parties(own.agreement_id, 'catalogue', 'template_withdrawn');
end $$;

/*
 * Notes that `copy` is this regency's copy of a partner's offer. The same version of the same template, adopted before
 * under whichever agreement, keeps its copy. @returns the copy's id: `copy` if the caller has to make it
 */
create function platform.adopt_offer(offer uuid, copy uuid, actor_name text, event uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  wanted platform.offers;
  kept uuid;
begin
  select o.* into wanted from platform.offers o where o.id = offer and o.tenant_slug <> me;
  if wanted.id is null then raise exception 'no such offer' using errcode = 'no_data_found'; end if;
  perform platform.lock_template_agreement(wanted.agreement_id);
  -- Again, now that a withdrawal would have to wait.
  select o.* into wanted from platform.offers o where o.id = offer for update;
  if wanted.withdrawn_at is not null then perform platform.refuse_agreement_act('offers_withdrawn', 'offer is withdrawn'); end if;
  -- Two agreements may offer the same version: one adoption at a time.
  perform from platform.tenants t where t.slug = me for no key update;
  select d.copy_id into kept from platform.adoptions d join platform.offers o on o.id = d.offer_id
    where d.tenant_slug = me and o.tenant_slug = wanted.tenant_slug and o.source_id = wanted.source_id and o.version = wanted.version
    limit 1;
  insert into platform.adoptions (offer_id, agreement_id, copy_id, adopted_by)
    values (offer, wanted.agreement_id, coalesce(kept, copy), actor_name) on conflict do nothing;
  if kept is null then
    insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, wanted.agreement_id, actor_name,
      'template_adopted', jsonb_build_object('offerId', offer, 'name', wanted.name, 'version', wanted.version));
    perform platform.tell_parties(wanted.agreement_id, 'catalogue', 'template_adopted');
  end if;
  return coalesce(kept, copy);
end $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.current_tenant() to public;
grant execute on function platform.effective_state(text, timestamptz, timestamptz, timestamptz) to regency, control;
grant execute on function platform.my_agreements(), platform.my_template_agreements(),
  platform.create_agreement(uuid, text, text, text[], date, date, integer, jsonb, text[], text, text, uuid),
  platform.edit_agreement(uuid, integer, text, text[], date, date, integer, jsonb, text, uuid),
  platform.propose_agreement(uuid, integer, text, uuid),
  platform.add_agreement_revision(uuid, integer, integer, text, bigint, text, text, uuid),
  platform.request_agreement_changes(uuid, integer, text, text, uuid),
  platform.terminate_agreement(uuid, integer, text, text, uuid),
  platform.offer_template(uuid, uuid, uuid, integer, text, text, text, jsonb, text, uuid),
  platform.withdraw_offer(uuid, text, uuid),
  platform.adopt_offer(uuid, uuid, text, uuid) to regency;

-- Enabled, not forced: the definer functions above work on these tables as their owner.
alter table platform.representatives enable row level security;
alter table platform.agreements enable row level security;
alter table platform.agreement_parties enable row level security;
alter table platform.agreement_versions enable row level security;
alter table platform.agreement_revisions enable row level security;
alter table platform.agreement_events enable row level security;
alter table platform.agreement_registers enable row level security;
alter table platform.offers enable row level security;
alter table platform.offer_contents enable row level security;
alter table platform.adoptions enable row level security;

grant select, insert, update on platform.representatives to regency;
grant select on platform.agreements, platform.agreement_parties, platform.agreement_versions, platform.agreement_revisions,
  platform.agreement_events, platform.offers, platform.offer_contents, platform.adoptions to regency;
grant select (id, state, starts_at, ends_at, terminated_at, created_at) on platform.agreements to control;
grant select (id, tenant_slug, agreement_id, kind, created_at, withdrawn_at) on platform.offers to control;

create policy anyone_reads on platform.representatives for select to regency using (true);
create policy own_insert on platform.representatives for insert to regency
  with check (tenant_slug = (select platform.current_tenant()));
create policy own_update on platform.representatives for update to regency
  using (tenant_slug = (select platform.current_tenant())) with check (tenant_slug = (select platform.current_tenant()));
create policy control_reads on platform.agreements for select to control using (true);
create policy party_reads on platform.agreements for select to regency
  using (id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_parties for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_versions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_revisions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_events for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy control_reads on platform.offers for select to control using (true);
create policy party_reads on platform.offers for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.offer_contents for select to regency
  using (agreement_id = any ((select platform.my_template_agreements())::uuid[]));
create policy party_reads on platform.adoptions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
