-- Figures that regencies publish with consent, and facts of regions. Instruments and facts are public; a regency's
-- figures are seen by itself, by everybody if it said so, and else by the parties of agreements in force that open indices.

-- One instrument of measuring, by the rule that made it; a past result keeps its own.
create table platform.index_schemes (
  code text primary key check (code ~ '^[a-z]+-[0-9]{4}$'),
  name text not null,
  basis text not null,
  first_year integer not null,
  last_year integer,
  -- The smallest step between two levels: 1 for whole levels.
  step numeric not null check (step > 0),
  check (last_year >= first_year)
);
insert into platform.index_schemes values
  ('spbe-2020', 'Indeks SPBE', 'Peraturan Menteri PANRB Nomor 59 Tahun 2020', 2021, 2025, 1),
  ('pemdi-2026', 'Indeks Pemerintah Digital', 'Peraturan Menteri PANRB Nomor 8 Tahun 2026', 2026, null, 0.01);
create table platform.index_indicators (
  scheme text not null references platform.index_schemes,
  no integer not null check (no > 0),
  -- Null for instruments without domains.
  domain text,
  aspect text not null,
  name text not null,
  -- Of 100.
  weight numeric not null check (weight > 0 and weight <= 100),
  scale text not null check (scale in ('proses', 'layanan', 'nilai')),
  primary key (scheme, no)
);
create table platform.region_facts (
  region_code text not null references platform.regions,
  fact text not null check (fact in ('population', 'area', 'districts', 'budget')),
  value numeric not null check (value > 0),
  as_of text,
  confirmed boolean not null,
  source text not null,
  primary key (region_code, fact)
);

-- One per regency, instrument and year. Withdrawn ones keep that they were there, without their figures.
create table platform.index_publications (
  id uuid primary key,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  scheme text not null references platform.index_schemes,
  year integer not null check (year between 2000 and 2100),
  -- By the indicator's number; the index is computed here, from these and the instrument's weights.
  levels numeric[],
  score numeric,
  open_to_all boolean not null default false,
  agreements uuid[] not null default '{}',
  revision integer not null default 1 check (revision > 0),
  consented_by text not null,
  consented_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  unique (tenant_slug, scheme, year),
  check ((withdrawn_at is null) = (levels is not null) and (levels is null) = (score is null)),
  check (withdrawn_at is not null or open_to_all or cardinality(agreements) > 0)
);
create index index_publications_of on platform.index_publications (scheme, year) where withdrawn_at is null;

-- Only ever added to: regencies read it, the functions below write it.
create table platform.index_publication_events (
  id uuid primary key,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  scheme text not null,
  year integer not null,
  action text not null check (action in ('published', 'withdrawn')),
  open_to_all boolean not null,
  agreements uuid[] not null,
  actor text not null,
  at timestamptz not null default now()
);
create index index_publication_events_of on platform.index_publication_events (tenant_slug, scheme, year);

-- One's own agreements in force that open indices: asked once per statement.
create function platform.my_index_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select platform.my_agreements_opening('indices') $$;

/*
 * Shows one year of one's own figures to everybody or under agreements; again: replaces what was shown and to whom.
 * @returns the publication's id
 */
create function platform.publish_index(
  publication uuid, instrument text, in_year integer, figures numeric[], to_all boolean, under uuid[], actor_name text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  known platform.index_schemes;
  one uuid;
  a platform.agreements;
  terms record;
  kept uuid;
begin
  select s.* into known from platform.index_schemes s where s.code = instrument;
  if known.code is null or in_year < known.first_year or in_year > coalesce(known.last_year, in_year) then
    perform platform.refuse_agreement_act('index_year', 'the instrument does not cover this year');
  end if;
  if cardinality(figures) <> (select count(*) from platform.index_indicators i where i.scheme = instrument)
    or exists (select from unnest(figures) as f (level) where f.level is null or f.level not between 1 and 5 or f.level % known.step <> 0) then
    perform platform.refuse_agreement_act('index_levels', 'every indicator needs a level between 1 and 5');
  end if;
  for one in select distinct u from unnest(under) as u order by u loop
    a := platform.lock_my_agreement(one);
    select * into terms from platform.agreement_terms(one);
    if a.base_id is not null or a.kind = 'letter_of_intent'
      or platform.effective_state(a.state, a.starts_at, terms.ends_at, a.terminated_at) <> 'in_force' then
      perform platform.refuse_agreement_act('index_agreement_in_force', 'agreement is not in force');
    end if;
    if not 'indices' = any (terms.scope) then
      perform platform.refuse_agreement_act('index_agreement_scope', 'agreement does not open indices');
    end if;
  end loop;
  insert into platform.index_publications as p (id, tenant_slug, scheme, year, levels, score, open_to_all, agreements, consented_by)
    select publication, platform.current_tenant(), instrument, in_year, figures,
      sum(i.weight * f.level) / 100, to_all, under, actor_name
    from unnest(figures) with ordinality as f (level, no) join platform.index_indicators i on i.scheme = instrument and i.no = f.no
    on conflict (tenant_slug, scheme, year) do update set levels = excluded.levels, score = excluded.score,
      open_to_all = excluded.open_to_all, agreements = excluded.agreements, revision = p.revision + 1,
      consented_by = excluded.consented_by, consented_at = now(), withdrawn_at = null
    returning p.id into kept;
  insert into platform.index_publication_events (id, tenant_slug, scheme, year, action, open_to_all, agreements, actor)
    values (gen_random_uuid(), platform.current_tenant(), instrument, in_year, 'published', to_all, under, actor_name);
  perform platform.tell_of_indices(under, instrument, in_year, 'indices_published', actor_name);
  return kept;
end $$;

/* Takes one's own figures of a year back: nobody reads them from here on. */
create function platform.withdraw_index(instrument text, in_year integer, actor_name text) returns void
  language plpgsql security definer set search_path = '' as $$
declare p platform.index_publications;
begin
  select f.* into p from platform.index_publications f
    where f.tenant_slug = platform.current_tenant() and f.scheme = instrument and f.year = in_year for update;
  if p.id is null then raise exception 'nothing published' using errcode = 'no_data_found'; end if;
  if p.withdrawn_at is not null then return; end if;
  update platform.index_publications f set withdrawn_at = now(), levels = null, score = null where f.id = p.id;
  insert into platform.index_publication_events (id, tenant_slug, scheme, year, action, open_to_all, agreements, actor)
    values (gen_random_uuid(), p.tenant_slug, instrument, in_year, 'withdrawn', p.open_to_all, p.agreements, actor_name);
  perform platform.tell_of_indices(p.agreements, instrument, in_year, 'indices_withdrawn', actor_name);
end $$;

/* Both sides' record of the agreement, and their open pages. */
create function platform.tell_of_indices(under uuid[], instrument text, in_year integer, act text, actor_name text) returns void
  language plpgsql security definer set search_path = '' as $$
declare one uuid;
begin
  for one in select distinct u from unnest(under) as u order by u loop
    insert into platform.agreement_events (id, agreement_id, actor, action, detail)
      values (gen_random_uuid(), one, actor_name, act, jsonb_build_object('scheme', instrument, 'year', in_year));
    perform platform.tell_parties(one, 'comparison', act);
  end loop;
end $$;

revoke execute on function platform.my_index_agreements(),
  platform.publish_index(uuid, text, integer, numeric[], boolean, uuid[], text),
  platform.withdraw_index(text, integer, text),
  platform.tell_of_indices(uuid[], text, integer, text, text) from public;
grant execute on function platform.my_index_agreements(),
  platform.publish_index(uuid, text, integer, numeric[], boolean, uuid[], text),
  platform.withdraw_index(text, integer, text) to regency;

grant select, insert, update, delete on platform.index_schemes, platform.index_indicators, platform.region_facts to control;
grant select on platform.index_schemes, platform.index_indicators, platform.region_facts to regency;

-- Enabled, not forced: the definer functions above work on these tables as their owner.
alter table platform.index_publications enable row level security;
alter table platform.index_publication_events enable row level security;
grant select on platform.index_publications, platform.index_publication_events to regency;
create policy shown_reads on platform.index_publications for select to regency using (
  tenant_slug = (select platform.current_tenant())
  or (withdrawn_at is null and (open_to_all or agreements && (select platform.my_index_agreements())::uuid[])));
create policy own_read on platform.index_publication_events for select to regency
  using (tenant_slug = (select platform.current_tenant()));
