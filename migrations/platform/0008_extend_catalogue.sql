-- The catalogue beyond one version copied: what an offer says of its use, what becomes of copies when an agreement ends,
-- ratings, questions and answers, templates for the whole nation, and a page of offers that is quick with thousands.

-- What happens to adopted copies when the agreement is over, as its content says: they stay in use (the default), or no
-- new letter is made from them. Part of the content, so it is versioned, compared and signed like the rest.
alter table platform.agreements add column copies_after_end text not null
  generated always as (case when content ->> 'copiesAfterEnd' = 'stop_new_use' then 'stop_new_use' else 'keep' end) stored;

-- Without a regency and an agreement: a national template, for every regency.
alter table platform.offers
  alter column tenant_slug drop not null,
  alter column agreement_id drop not null,
  add column licence text check (length(licence) between 2 and 1000),
  add column attribution text check (length(attribution) between 2 and 300),
  add column words tsvector not null
    generated always as (to_tsvector('pg_catalog.simple', name || ' ' || coalesce(description, ''))) stored,
  add constraint offers_owned check ((tenant_slug is null) = (agreement_id is null));
create unique index offers_national on platform.offers (source_id, version) where tenant_slug is null;
create index offers_of_source on platform.offers (source_id, version);
create index offers_words on platform.offers using gin (words);
alter table platform.offer_contents alter column agreement_id drop not null;
alter table platform.adoptions alter column agreement_id drop not null;
create index adoptions_of_copy on platform.adoptions (tenant_slug, copy_id);

create table platform.offer_ratings (
  offer_id uuid not null references platform.offers,
  agreement_id uuid references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  stars integer not null check (stars between 1 and 5),
  word text check (length(word) between 2 and 300),
  updated_at timestamptz not null default now(),
  primary key (offer_id, tenant_slug)
);
create table platform.offer_questions (
  id uuid primary key,
  offer_id uuid not null references platform.offers,
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  author text not null,
  text text not null check (length(text) between 3 and 2000),
  created_at timestamptz not null default now()
);
create index offer_questions_of on platform.offer_questions (offer_id, id);
create table platform.offer_answers (
  id uuid primary key,
  question_id uuid not null references platform.offer_questions,
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  author text not null,
  text text not null check (length(text) between 2 and 4000),
  created_at timestamptz not null default now()
);
create index offer_answers_of on platform.offer_answers (question_id, id);

/* A live update and a notice by the worker in one office, unless it is the caller's own. */
create function platform.tell_office(office text, offer uuid, act text) returns void
  language sql security definer set search_path = '' as $$
  insert into platform.outbox (id, tenant_slug, stamped_by, kind, payload)
    select gen_random_uuid(), t.slug, t.role, told.kind, told.payload
    from platform.tenants t cross join (values
      ('event.catalogue', jsonb_build_object('id', offer)),
      ('catalogue.notice', jsonb_build_object('offerId', offer, 'act', act, 'from', platform.current_tenant())))
      as told (kind, payload)
    where t.slug = office and t.slug is distinct from platform.current_tenant() and t.status in ('active', 'suspended') $$;

/* An offer that this regency may see, for an act on it: a partner's under an agreement in force, its own, or national. */
create function platform.lock_seen_offer(offer uuid) returns platform.offers
  language plpgsql security definer set search_path = '' as $$
declare found platform.offers;
begin
  select o.* into found from platform.offers o where o.id = offer;
  if found.id is null or platform.current_tenant() is null then
    raise exception 'no such offer' using errcode = 'no_data_found';
  end if;
  if found.agreement_id is not null then perform platform.lock_template_agreement(found.agreement_id); end if;
  -- Again, now that a withdrawal has to wait.
  select o.* into found from platform.offers o where o.id = offer for update;
  return found;
end $$;

/* Offers one published version under an agreement; the same version again is the same offer. @returns the offer's id */
drop function platform.offer_template(uuid, uuid, uuid, integer, text, text, text, jsonb, text, uuid);
create function platform.offer_template(
  offer uuid, agreement uuid, source uuid, source_version integer, template_name text, template_type text, about text,
  licence_note text, attribution_note text, template_content jsonb, actor_name text, event uuid) returns uuid
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
    insert into platform.offers (id, agreement_id, source_id, version, name, type, description, licence, attribution, content_sha256)
      values (offer, agreement, source, source_version, template_name, template_type, about, licence_note, attribution_note,
        encode(sha256(convert_to(template_content::text, 'UTF8')), 'hex')) returning * into known;
  else
    update platform.offers o set withdrawn_at = null, licence = coalesce(licence_note, o.licence),
      attribution = coalesce(attribution_note, o.attribution) where o.id = known.id;
  end if;
  insert into platform.offer_contents (offer_id, agreement_id, content) values (known.id, agreement, template_content);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, agreement, actor_name,
    'template_shared', jsonb_build_object('offerId', known.id, 'name', template_name, 'version', source_version));
  perform platform.tell_parties(agreement, 'catalogue', 'template_shared');
  return known.id;
end $$;

/* Takes an offer of one's own back; its content can no longer be read. Those who copied it hear what becomes of copies. */
create or replace function platform.withdraw_offer(offer uuid, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  own platform.offers;
  clause text;
begin
  select o.* into own from platform.offers o where o.id = offer and o.tenant_slug = platform.current_tenant() for update;
  if own.id is null then raise exception 'not your offer' using errcode = 'no_data_found'; end if;
  if own.withdrawn_at is not null then return; end if;
  update platform.offers o set withdrawn_at = now() where o.id = offer;
  delete from platform.offer_contents c where c.offer_id = offer;
  select a.copies_after_end into clause from platform.agreements a where a.id = own.agreement_id;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, own.agreement_id, actor_name,
    'template_withdrawn', jsonb_build_object('offerId', offer, 'name', own.name, 'version', own.version, 'copies', clause));
  perform platform.tell_parties(own.agreement_id, 'catalogue', 'template_withdrawn');
  perform platform.tell_office(d.tenant_slug, offer, 'withdrawn_' || clause) from platform.adoptions d where d.offer_id = offer;
end $$;

/*
 * Notes that `copy` is this regency's copy of an offer of a partner's, or of a national one. The same version of the same
 * template, adopted before under whichever agreement, keeps its copy. @returns the copy's id: `copy` if the caller has to
 * make it, or to bring it to this version
 */
create or replace function platform.adopt_offer(offer uuid, copy uuid, actor_name text, event uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  wanted platform.offers;
  kept uuid;
begin
  perform from platform.offers o where o.id = offer and o.tenant_slug is distinct from me;
  if not found then raise exception 'no such offer' using errcode = 'no_data_found'; end if;
  wanted := platform.lock_seen_offer(offer);
  if wanted.withdrawn_at is not null then perform platform.refuse_agreement_act('offers_withdrawn', 'offer is withdrawn'); end if;
  -- Two agreements may offer the same version: one adoption at a time.
  perform from platform.tenants t where t.slug = me for no key update;
  select d.copy_id into kept from platform.adoptions d join platform.offers o on o.id = d.offer_id
    where d.tenant_slug = me and o.tenant_slug is not distinct from wanted.tenant_slug and o.source_id = wanted.source_id
      and o.version = wanted.version limit 1;
  insert into platform.adoptions (offer_id, agreement_id, copy_id, adopted_by)
    values (offer, wanted.agreement_id, coalesce(kept, copy), actor_name) on conflict do nothing;
  if kept is null and wanted.agreement_id is not null then
    insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, wanted.agreement_id, actor_name,
      'template_adopted', jsonb_build_object('offerId', offer, 'name', wanted.name, 'version', wanted.version));
    perform platform.tell_parties(wanted.agreement_id, 'catalogue', 'template_adopted');
  end if;
  return coalesce(kept, copy);
end $$;

/* One rating per regency and offer, of who adopted the template in some version; giving another replaces it. */
create function platform.rate_offer(offer uuid, given integer, remark text, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  o platform.offers := platform.lock_seen_offer(offer);
begin
  if o.tenant_slug = me then raise exception 'own offer' using errcode = 'no_data_found'; end if;
  if not exists (select from platform.adoptions d join platform.offers same on same.id = d.offer_id
    where d.tenant_slug = me and same.source_id = o.source_id and same.tenant_slug is not distinct from o.tenant_slug) then
    perform platform.refuse_agreement_act('offer_ratings_adopted', 'only who adopted it rates it');
  end if;
  insert into platform.offer_ratings as r (offer_id, agreement_id, stars, word) values (offer, o.agreement_id, given, remark)
    on conflict (offer_id, tenant_slug) do update set stars = excluded.stars, word = excluded.word, updated_at = now()
      where (r.stars, r.word) is distinct from (excluded.stars, excluded.word);
  if not found or o.agreement_id is null then return; end if;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, o.agreement_id, actor_name,
    'template_rated', jsonb_build_object('offerId', offer, 'name', o.name, 'version', o.version, 'stars', given));
  perform platform.tell_office(o.tenant_slug, offer, 'rated');
end $$;

create function platform.ask_about_offer(question uuid, offer uuid, words text, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  o platform.offers := platform.lock_seen_offer(offer);
begin
  -- Nobody but partners can answer.
  if o.agreement_id is null then perform platform.refuse_agreement_act('offer_questions_partner', 'offer has no partner'); end if;
  insert into platform.offer_questions (id, offer_id, agreement_id, author, text) values (question, offer, o.agreement_id, actor_name, words);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, o.agreement_id, actor_name,
    'question_asked', jsonb_build_object('offerId', offer, 'name', o.name, 'questionId', question));
  perform platform.tell_office(o.tenant_slug, offer, 'asked');
end $$;

create function platform.answer_question(answer uuid, question uuid, words text, actor_name text, event uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  q platform.offer_questions;
  o platform.offers;
begin
  select x.* into q from platform.offer_questions x where x.id = question;
  if q.id is null then raise exception 'no such question' using errcode = 'no_data_found'; end if;
  o := platform.lock_seen_offer(q.offer_id);
  insert into platform.offer_answers (id, question_id, agreement_id, author, text) values (answer, question, q.agreement_id, actor_name, words);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, q.agreement_id, actor_name,
    'question_answered', jsonb_build_object('offerId', o.id, 'name', o.name, 'questionId', question));
  perform platform.tell_office(who.slug, o.id, 'answered') from (select q.tenant_slug union select o.tenant_slug) as who (slug);
  return o.id;
end $$;

/* The superadmin's: the next version of a template for every regency. Those who adopted an older one hear of it as such. */
create function platform.publish_national_template(
  offer uuid, source uuid, template_name text, template_type text, about text, licence_note text, attribution_note text,
  template_content jsonb) returns integer
  language plpgsql security definer set search_path = '' as $$
declare next_version integer;
begin
  -- One at a time, so that versions have no gap.
  perform from platform.offers o where o.source_id = source and o.tenant_slug is null for update;
  select coalesce(max(o.version), 0) + 1 into next_version from platform.offers o where o.source_id = source and o.tenant_slug is null;
  insert into platform.offers (id, tenant_slug, agreement_id, source_id, version, name, type, description, licence, attribution, content_sha256)
    values (offer, null, null, source, next_version, template_name, template_type, about, licence_note, attribution_note,
      encode(sha256(convert_to(template_content::text, 'UTF8')), 'hex'));
  insert into platform.offer_contents (offer_id, agreement_id, content) values (offer, null, template_content);
  perform platform.tell_office(t.slug, offer, case when exists (select from platform.adoptions d join platform.offers o on o.id = d.offer_id
      where d.tenant_slug = t.slug and o.source_id = source and o.tenant_slug is null) then 'national_newer' else 'national' end)
    from platform.tenants t where t.status = 'active';
  return next_version;
end $$;

/* Stops new adoption of a national template; copies stay in use. @returns whether there is such an offer */
create function platform.withdraw_national_template(offer uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  perform from platform.offers o where o.id = offer and o.tenant_slug is null for update;
  if not found then return false; end if;
  update platform.offers o set withdrawn_at = now() where o.id = offer and o.withdrawn_at is null;
  delete from platform.offer_contents c where c.offer_id = offer;
  return true;
end $$;

/* What the superadmin published, newest first. */
create function platform.national_templates()
  returns table (id uuid, source_id uuid, version integer, name text, type text, description text, licence text, attribution text,
    created_at timestamptz, withdrawn_at timestamptz, adopters integer)
  language sql stable security definer set search_path = '' as $$
  select o.id, o.source_id, o.version, o.name, o.type, o.description, o.licence, o.attribution, o.created_at, o.withdrawn_at,
    (select count(*)::int from platform.adoptions d where d.offer_id = o.id)
  from platform.offers o where o.tenant_slug is null order by o.id desc $$;

/*
 * One page of the offers that stand for the caller, newest first. Row-level security would ask for every row before any
 * index on words can be used; here the set of agreements is asked once. The rows themselves are read under it.
 */
create function platform.page_of_offers(
  searched tsquery, of_type text, of_origin text, only_national boolean, before uuid, most integer) returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  mine uuid[] := platform.my_template_agreements();
  page uuid[];
begin
  -- Two statements: the one with words goes by their index, the one without by the order.
  if searched is null then
    select array_agg(found.id) into page from (
      select o.id from platform.offers o
      where o.withdrawn_at is null and (before is null or o.id < before)
        and (o.agreement_id is null or o.agreement_id in (select unnest(mine)))
        and (of_type is null or o.type = of_type)
        and case when only_national then o.tenant_slug is null when of_origin is not null then o.tenant_slug = of_origin
          else o.tenant_slug is distinct from me end
      order by o.id desc limit most) found;
  else
    select array_agg(found.id) into page from (
      select o.id from platform.offers o
      where o.words @@ searched and o.withdrawn_at is null and (before is null or o.id < before)
        and (o.agreement_id is null or o.agreement_id in (select unnest(mine)))
        and (of_type is null or o.type = of_type)
        and case when only_national then o.tenant_slug is null when of_origin is not null then o.tenant_slug = of_origin
          else o.tenant_slug is distinct from me end
      order by o.id desc limit most) found;
  end if;
  return coalesce(page, '{}');
end $$;

/* How often each of these was adopted and how it is rated, by regencies whose names the caller may not learn, too. */
create function platform.offer_counts(seen uuid[]) returns table (offer_id uuid, adopters integer, ratings integer, stars numeric)
  language sql stable security definer set search_path = '' as $$
  select o.id, counted.adopters, rated.ratings, rated.stars
  from platform.offers o
  cross join lateral (select count(distinct d.tenant_slug)::int as adopters
    from platform.offers same join platform.adoptions d on d.offer_id = same.id
    where same.source_id = o.source_id and same.version = o.version and same.tenant_slug is not distinct from o.tenant_slug) counted
  cross join lateral (select count(*)::int as ratings, round(avg(newest.stars), 1) as stars from (
    select distinct on (r.tenant_slug) r.stars from platform.offers same join platform.offer_ratings r on r.offer_id = same.id
    where same.source_id = o.source_id and same.tenant_slug is not distinct from o.tenant_slug
    order by r.tenant_slug, r.updated_at desc) newest) rated
  where o.id = any (seen) and (o.tenant_slug is null or o.agreement_id = any ((select platform.my_agreements())::uuid[])) $$;

/*
 * Which of these offers' copies may make no new letters: no agreement that opened this version is in force (or the offer
 * was taken back), and none of them says that copies stay.
 */
create function platform.stopped_offers(adopted uuid[])
  returns table (offer_id uuid, reason text, agreement_id uuid, agreement_title text)
  language sql stable security definer set search_path = '' as $$
  select o.id, case when bool_or(under.is_open) then 'offer_withdrawn' else 'agreement_ended' end,
    (array_agg(under.id order by under.ends_at desc))[1], (array_agg(under.title order by under.ends_at desc))[1]
  from platform.offers o
  join platform.adoptions mine on mine.offer_id = o.id and mine.tenant_slug = platform.current_tenant()
  join platform.adoptions d on d.tenant_slug = mine.tenant_slug and d.copy_id = mine.copy_id
  join platform.offers same on same.id = d.offer_id and same.source_id = o.source_id and same.version = o.version
    and same.tenant_slug is not distinct from o.tenant_slug
  left join lateral (select a.id, a.title, a.ends_at, a.copies_after_end,
      a.id = any ((select platform.my_template_agreements())::uuid[]) as is_open
    from platform.agreements a where a.id = same.agreement_id) under on true
  where o.id = any (adopted)
  group by o.id
  having not bool_or(under.id is null or under.copies_after_end = 'keep' or (under.is_open and same.withdrawn_at is null)) $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.current_tenant() to public;
grant execute on function
  platform.offer_template(uuid, uuid, uuid, integer, text, text, text, text, text, jsonb, text, uuid),
  platform.rate_offer(uuid, integer, text, text, uuid), platform.ask_about_offer(uuid, uuid, text, text, uuid),
  platform.answer_question(uuid, uuid, text, text, uuid),
  platform.page_of_offers(tsquery, text, text, boolean, uuid, integer), platform.offer_counts(uuid[]),
  platform.stopped_offers(uuid[]) to regency;
grant execute on function
  platform.publish_national_template(uuid, uuid, text, text, text, text, text, jsonb),
  platform.withdraw_national_template(uuid), platform.national_templates() to control;

alter table platform.offer_ratings enable row level security;
alter table platform.offer_questions enable row level security;
alter table platform.offer_answers enable row level security;
grant select on platform.offer_ratings, platform.offer_questions, platform.offer_answers to regency;

-- A national offer is everybody's to read; who adopted or rated one is its own business.
alter policy party_reads on platform.offers
  using (tenant_slug is null or agreement_id = any ((select platform.my_agreements())::uuid[]));
alter policy party_reads on platform.offer_contents
  using (agreement_id is null or agreement_id = any ((select platform.my_template_agreements())::uuid[]));
alter policy party_reads on platform.adoptions
  using (tenant_slug = (select platform.current_tenant()) or agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.offer_ratings for select to regency
  using (tenant_slug = (select platform.current_tenant()) or agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.offer_questions for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.offer_answers for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
