-- Agreements from letter of intent to work plan, amended, extended, evaluated.
--
-- A change of an agreement in force is a document of its own (`base_id`), signed by the same parties. What the base opens
-- and until when is always read through `agreement_terms`: the last change that has begun, else the base itself. No change
-- opens anything by itself, and neither does a letter of intent.

alter table platform.agreements
  drop constraint agreements_kind_check,
  add constraint agreements_kind_check check (kind in ('letter_of_intent', 'kb', 'pks')),
  -- A PKS rests on a KB, a KB may follow a letter of intent (Permendagri 22/2020: stages of cooperation).
  add column parent_id uuid references platform.agreements,
  add column parent_reason text check (length(parent_reason) between 3 and 2000),
  add column base_id uuid references platform.agreements,
  add column base_relation text check (base_relation in ('amends', 'extends')),
  -- The plan burdens community and region, or its funds are not in the budget yet: the council is asked (PP 28/2018).
  add column burdens boolean not null default false,
  add constraint agreements_base check ((base_id is null) = (base_relation is null)),
  add constraint agreements_not_own_base check (base_id <> id and parent_id <> id);
create index agreements_changes on platform.agreements (base_id, starts_at) where base_id is not null;
create index agreements_children on platform.agreements (parent_id) where parent_id is not null;

-- What each party says of its council (DPRD): needed or not, why, and the letter of approval.
create table platform.agreement_council (
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  needed boolean not null,
  reason text not null check (length(reason) between 3 and 2000),
  letter_number text check (length(letter_number) between 1 and 120),
  letter_date date,
  -- A needed approval that was passed over all the same.
  skipped_reason text check (length(skipped_reason) between 3 and 2000),
  author text not null,
  recorded_at timestamptz not null default now(),
  primary key (agreement_id, tenant_slug),
  check ((letter_number is null) = (letter_date is null)),
  check (needed or (letter_number is null and skipped_reason is null))
);

create table platform.agreement_comments (
  id uuid primary key,
  agreement_id uuid not null references platform.agreements,
  -- Title of the clause; null: the whole document.
  clause text check (length(clause) between 2 and 200),
  reply_to uuid references platform.agreement_comments,
  text text not null check (length(text) between 1 and 4000),
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  author text not null,
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text,
  resolver_slug text,
  check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (resolver_slug is null))
);
create index agreement_comments_of on platform.agreement_comments (agreement_id, id);

-- The terms that hold now: of the last change that has begun, else the base's own. By the caller's own eyes.
create function platform.agreement_terms(base uuid)
  returns table (document uuid, scope text[], ends_on date, ends_at timestamptz, notice_days integer)
  language sql stable set search_path = '' rows 1
  as $$ select d.id, d.scope, d.ends_on, d.ends_at, d.notice_days from platform.agreements d
        where d.id = base or (d.base_id = base and d.state = 'signed' and d.starts_at <= now())
        order by (d.id = base), d.starts_at desc, d.signed_at desc, d.id desc limit 1 $$;

/* This regency's agreements that open `wanted` now: the one place where scope, dates, changes and endings meet. */
create function platform.my_agreements_opening(wanted text) returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(a.id), '{}') from platform.agreements a
        join platform.agreement_parties p on p.agreement_id = a.id and p.tenant_slug = platform.current_tenant()
        left join lateral (select d.scope, d.ends_at from platform.agreements d
          where d.base_id = a.id and d.state = 'signed' and d.starts_at <= now()
          order by d.starts_at desc, d.signed_at desc, d.id desc limit 1) t on true
        where a.state in ('signed', 'terminated') and a.base_id is null and a.kind <> 'letter_of_intent'
          and wanted = any (coalesce(t.scope, a.scope))
          and platform.effective_state(a.state, a.starts_at, coalesce(t.ends_at, a.ends_at), a.terminated_at) = 'in_force' $$;
create or replace function platform.my_template_agreements() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select platform.my_agreements_opening('templates') $$;

/* Locks one's own agreement for an act that it must open now. Refuses with offers_agreement_in_force or _scope. */
create function platform.lock_opening_agreement(agreement uuid, wanted text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  terms record;
begin
  select * into terms from platform.agreement_terms(agreement);
  if a.base_id is not null or a.kind = 'letter_of_intent'
    or platform.effective_state(a.state, a.starts_at, terms.ends_at, a.terminated_at) <> 'in_force' then
    perform platform.refuse_agreement_act('offers_agreement_in_force', 'agreement is not in force');
  end if;
  if not wanted = any (terms.scope) then
    perform platform.refuse_agreement_act('offers_agreement_scope', 'agreement does not open ' || wanted);
  end if;
end $$;
create or replace function platform.lock_template_agreement(agreement uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform platform.lock_opening_agreement(agreement, 'templates');
end $$;

create function platform.same_parties(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select (select array_agg(p.tenant_slug order by p.tenant_slug) from platform.agreement_parties p where p.agreement_id = one)
             = (select array_agg(p.tenant_slug order by p.tenant_slug) from platform.agreement_parties p where p.agreement_id = other) $$;

/* A document of the same parties that lives: signed by all and neither over nor terminated. */
create function platform.is_live(agreement uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select platform.effective_state(a.state, a.starts_at, t.ends_at, a.terminated_at) in ('signed', 'in_force')
        from platform.agreements a, platform.agreement_terms(agreement) t where a.id = agreement $$;

/* What a draft rests on. `seen` is the version there is; the content stays as it is. */
create function platform.link_agreement(
  agreement uuid, seen integer, parent uuid, why_none text, is_burden boolean, author_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.version <> seen then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state <> 'draft' then perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state); end if;
  if parent is not null and not exists (select from platform.agreements p where p.id = parent and p.base_id is null
    and p.kind = case a.kind when 'pks' then 'kb' when 'kb' then 'letter_of_intent' end
    and platform.same_parties(agreement, parent)) then
    perform platform.refuse_agreement_act('agreements_parent', 'no such document of the same parties');
  end if;
  if (a.parent_id, a.parent_reason, a.burdens) is not distinct from (parent, why_none, is_burden) then return; end if;
  update platform.agreements set parent_id = parent, parent_reason = why_none, burdens = is_burden, updated_at = now()
    where id = agreement;
  -- Written with the draft itself: that was told.
  if a.created_at = now() then return; end if;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, author_name, 'linked', jsonb_build_object('parentId', parent, 'reason', why_none, 'burdens', is_burden));
  perform platform.tell_parties(agreement, 'agreements', 'linked');
end $$;

/* Makes a draft just written by the caller a change of `base`: same parties, and dates in the base's zone. */
create function platform.change_agreement(agreement uuid, base uuid, relation text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  b platform.agreements;
begin
  if a.state <> 'draft' or a.version <> 1 or a.proposer <> platform.current_tenant() or a.base_id is not null then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  select * into b from platform.agreements where id = base;
  if b.id is null or b.base_id is not null or b.kind <> a.kind or not platform.same_parties(agreement, base) then
    raise exception 'not an agreement of these parties' using errcode = 'no_data_found';
  end if;
  update platform.agreements set base_id = base, base_relation = relation, time_zone = b.time_zone where id = agreement;
end $$;

/* What must hold whenever a document is put before the signers and at each signature, whoever calls. */
create function platform.check_agreement_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  b platform.agreements;
  last platform.agreements;
  terms record;
begin
  if new.base_id is null then
    if new.kind = 'pks' and new.parent_id is null and new.parent_reason is null then
      perform platform.refuse_agreement_act('agreements_parent', 'a PKS rests on a KB in force');
    end if;
    if new.parent_id is not null then
      -- An ending of the KB waits until this step is done, or was first.
      perform from platform.agreements p where p.id = new.parent_id for share;
      if not platform.is_live(new.parent_id) then
        perform platform.refuse_agreement_act('agreements_parent', 'the document it rests on has ended');
      end if;
    end if;
  else
    select * into b from platform.agreements where id = new.base_id for update;
    select * into terms from platform.agreement_terms(new.base_id);
    -- The change signed last, begun or not, else the base: what this one goes on from.
    select * into last from platform.agreements d
      where d.id = new.base_id or (d.base_id = new.base_id and d.state = 'signed' and d.id <> new.id)
      order by (d.id = new.base_id), d.starts_at desc, d.signed_at desc, d.id desc limit 1;
    if b.state <> 'signed' or now() >= terms.ends_at or new.ends_at <= now() then
      perform platform.refuse_agreement_act('agreements_base', 'the agreement has ended or is being ended');
    end if;
    if new.starts_on < last.starts_on
      or (new.base_relation = 'amends' and (new.ends_on > last.ends_on or new.starts_on > last.ends_on))
      or (new.base_relation = 'extends' and (new.ends_on <= last.ends_on or new.starts_on > last.ends_on + 1)) then
      perform platform.refuse_agreement_act('agreements_change_dates', 'the dates do not follow those before');
    end if;
  end if;
  if new.burdens and new.state in ('signing', 'signed') and exists (select from platform.agreement_parties p
    left join platform.agreement_council c on c.agreement_id = p.agreement_id and c.tenant_slug = p.tenant_slug
    where p.agreement_id = new.id and (c.tenant_slug is null
      or (c.needed and c.letter_number is null and c.skipped_reason is null))) then
    perform platform.refuse_agreement_act('agreements_council', 'a council has not been heard');
  end if;
  return new;
end $$;
create trigger check_step before update of state on platform.agreements for each row
  when (new.state in ('proposed', 'signing', 'signed')) execute function platform.check_agreement_step();

/* At once, or after the agreed notice, by the terms that hold now. A change ends with its base only. */
create or replace function platform.terminate_agreement(agreement uuid, seen integer, actor_name text, reason text, event uuid)
  returns timestamptz language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  terms record;
  effective timestamptz;
begin
  select * into terms from platform.agreement_terms(agreement);
  effective := now() + make_interval(days => coalesce(terms.notice_days, 0));
  if a.version <> seen then perform platform.refuse_agreement_act('agreements_version', 'agreement has changed'); end if;
  if a.state <> 'signed' or now() >= terms.ends_at or a.base_id is not null then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  update platform.agreements set state = 'terminated', terminated_at = effective, terminated_by = platform.current_tenant(),
    termination_reason = reason, updated_at = now() where id = agreement;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, actor_name, 'terminated', jsonb_build_object('reason', reason, 'effectiveAt', effective));
  perform platform.tell_parties(agreement, 'agreements', 'terminated');
  return effective;
end $$;

create or replace function platform.register_agreement(agreement uuid) returns void language sql security definer set search_path = '' as $$
  insert into platform.verifications (code, tenant_slug, document_kind, document_type, number, issued_on, secrecy, subject, issuer_name)
    select a.verify_code, a.proposer, 'agreement',
      case a.kind when 'kb' then 'kesepakatan_bersama' when 'pks' then 'perjanjian_kerja_sama' else 'pernyataan_minat' end,
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

/* What this party says of its council; said anew until it has signed. */
create function platform.record_council(
  agreement uuid, is_needed boolean, why text, number text, dated date, why_skipped text,
  author_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  me text := platform.current_tenant();
begin
  if a.state not in ('draft', 'proposed', 'signing') or not a.burdens then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  if exists (select from platform.agreement_parties p
    where p.agreement_id = agreement and p.tenant_slug = me and p.signed_at is not null) then
    perform platform.refuse_agreement_act('agreement_signed_once', 'already signed');
  end if;
  insert into platform.agreement_council (agreement_id, needed, reason, letter_number, letter_date, skipped_reason, author)
    values (agreement, is_needed, why, number, dated, why_skipped, author_name)
    on conflict (agreement_id, tenant_slug) do update set needed = excluded.needed, reason = excluded.reason,
      letter_number = excluded.letter_number, letter_date = excluded.letter_date,
      skipped_reason = excluded.skipped_reason, author = excluded.author, recorded_at = now();
  insert into platform.agreement_events (id, agreement_id, actor, action, detail) values (event, agreement, author_name,
    'council_recorded', jsonb_build_object('needed', is_needed, 'reason', why, 'letterNumber', number, 'skippedReason', why_skipped));
  perform platform.tell_parties(agreement, 'agreements', 'council_recorded');
end $$;

/* A remark on a clause, or an answer to one; while the text can still change. */
create function platform.comment_on_agreement(
  agreement uuid, comment uuid, on_clause text, answers uuid, words text, author_name text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a platform.agreements := platform.lock_my_agreement(agreement);
  first platform.agreement_comments;
begin
  if a.state <> 'draft' then perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state); end if;
  if answers is not null then
    select * into first from platform.agreement_comments c where c.id = answers and c.agreement_id = agreement and c.reply_to is null;
    if first.id is null then raise exception 'no such comment' using errcode = 'no_data_found'; end if;
  end if;
  insert into platform.agreement_comments (id, agreement_id, clause, reply_to, text, author)
    values (comment, agreement, case when answers is null then on_clause else first.clause end, answers, words, author_name);
  perform platform.tell_parties(agreement, 'agreements', 'commented');
end $$;

create function platform.resolve_agreement_comment(agreement uuid, comment uuid, author_name text) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.state <> 'draft' then perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state); end if;
  if not exists (select from platform.agreement_comments c
    where c.id = comment and c.agreement_id = agreement and c.reply_to is null) then
    raise exception 'no such comment' using errcode = 'no_data_found';
  end if;
  update platform.agreement_comments c set resolved_at = now(), resolved_by = author_name, resolver_slug = platform.current_tenant()
    where c.id = comment and c.resolved_at is null;
  perform platform.tell_parties(agreement, 'agreements', 'comment_resolved');
end $$;

revoke execute on function platform.agreement_terms(uuid), platform.my_agreements_opening(text),
  platform.lock_opening_agreement(uuid, text), platform.same_parties(uuid, uuid), platform.is_live(uuid),
  platform.link_agreement(uuid, integer, uuid, text, boolean, text, uuid), platform.change_agreement(uuid, uuid, text),
  platform.check_agreement_step(), platform.record_council(uuid, boolean, text, text, date, text, text, uuid),
  platform.comment_on_agreement(uuid, uuid, text, uuid, text, text),
  platform.resolve_agreement_comment(uuid, uuid, text) from public;
grant execute on function platform.agreement_terms(uuid), platform.my_agreements_opening(text),
  platform.link_agreement(uuid, integer, uuid, text, boolean, text, uuid), platform.change_agreement(uuid, uuid, text),
  platform.record_council(uuid, boolean, text, text, date, text, text, uuid),
  platform.comment_on_agreement(uuid, uuid, text, uuid, text, text),
  platform.resolve_agreement_comment(uuid, uuid, text) to regency;

alter table platform.agreement_council enable row level security;
alter table platform.agreement_comments enable row level security;
grant select on platform.agreement_council, platform.agreement_comments to regency;
create policy party_reads on platform.agreement_council for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_comments for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));

-- Rencana kerja: what is to be done under an agreement, by whom and when. Each party keeps its own part.
create table platform.agreement_activities (
  id uuid primary key,
  agreement_id uuid not null references platform.agreements,
  activity text not null check (length(activity) between 3 and 500),
  due_on date not null,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  author text not null,
  created_at timestamptz not null default now(),
  -- No longer part of the plan.
  dropped_at timestamptz
);
create index agreement_activities_of on platform.agreement_activities (agreement_id, due_on);
create table platform.agreement_progress (
  activity_id uuid not null references platform.agreement_activities,
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  -- The unit in charge, as this regency calls it.
  unit text not null check (length(unit) between 2 and 200),
  state text not null check (state in ('planned', 'running', 'done', 'stopped')),
  result text check (length(result) between 1 and 4000),
  author text not null,
  updated_at timestamptz not null default now(),
  primary key (activity_id, tenant_slug),
  check (state <> 'done' or result is not null)
);
create index agreement_progress_of on platform.agreement_progress (agreement_id);

/* The plan belongs to a PKS; it is written until the PKS is over. */
create function platform.lock_planned_agreement(agreement uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.kind <> 'pks' or a.base_id is not null
    or (a.state in ('signed', 'terminated') and not platform.is_live(agreement)) then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
end $$;

create function platform.plan_activity(agreement uuid, activity uuid, words text, due date, author_name text, event uuid)
  returns void language plpgsql security definer set search_path = '' as $$
begin
  perform platform.lock_planned_agreement(agreement);
  insert into platform.agreement_activities (id, agreement_id, activity, due_on, author)
    values (activity, agreement, words, due, author_name);
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, author_name, 'activity_planned', jsonb_build_object('name', words, 'dueOn', due));
  perform platform.tell_parties(agreement, 'agreements', 'activity_planned');
end $$;

/* Takes a row out of the plan, whoever put it there: the plan is everybody's, and the history says who did. */
create function platform.drop_activity(agreement uuid, item uuid, author_name text, event uuid)
  returns void language plpgsql security definer set search_path = '' as $$
declare words text;
begin
  perform platform.lock_planned_agreement(agreement);
  update platform.agreement_activities a set dropped_at = now()
    where a.id = item and a.agreement_id = agreement and a.dropped_at is null returning a.activity into words;
  if words is null then raise exception 'no such activity' using errcode = 'no_data_found'; end if;
  insert into platform.agreement_events (id, agreement_id, actor, action, detail)
    values (event, agreement, author_name, 'activity_dropped', jsonb_build_object('name', words));
  perform platform.tell_parties(agreement, 'agreements', 'activity_dropped');
end $$;

/* This party's own part in an activity. */
create function platform.report_progress(
  agreement uuid, item uuid, in_charge text, now_is text, outcome text, author_name text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform platform.lock_planned_agreement(agreement);
  if not exists (select from platform.agreement_activities a
    where a.id = item and a.agreement_id = agreement and a.dropped_at is null) then
    raise exception 'no such activity' using errcode = 'no_data_found';
  end if;
  insert into platform.agreement_progress (activity_id, agreement_id, unit, state, result, author)
    values (item, agreement, in_charge, now_is, outcome, author_name)
    on conflict (activity_id, tenant_slug) do update set unit = excluded.unit, state = excluded.state,
      result = excluded.result, author = excluded.author, updated_at = now();
  perform platform.tell_parties(agreement, 'agreements', 'progress');
end $$;

-- Evaluation by the coordinating team (TKKSD), twice a year; a regency's own until it shares it with the parties.
create table platform.agreement_evaluations (
  agreement_id uuid not null references platform.agreements,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  year integer not null check (year between 2000 and 2200),
  half integer not null check (half in (1, 2)),
  done text not null check (length(done) between 3 and 4000),
  obstacles text not null check (length(obstacles) between 3 and 4000),
  advice text not null check (advice in ('continue', 'amend', 'end')),
  author text not null,
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  primary key (agreement_id, tenant_slug, year, half)
);

/* Written anew until it is shared; what partners have read stays. */
create function platform.evaluate_agreement(
  agreement uuid, in_year integer, in_half integer, what_done text, what_hindered text, what_next text, share boolean,
  author_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare a platform.agreements := platform.lock_my_agreement(agreement);
begin
  if a.base_id is not null or a.state not in ('signed', 'terminated') then
    perform platform.refuse_agreement_act('agreements_state', 'agreement is ' || a.state);
  end if;
  insert into platform.agreement_evaluations as e (agreement_id, year, half, done, obstacles, advice, author, shared_at)
    values (agreement, in_year, in_half, what_done, what_hindered, what_next, author_name, case when share then now() end)
    on conflict (agreement_id, tenant_slug, year, half) do update set done = excluded.done, obstacles = excluded.obstacles,
      advice = excluded.advice, author = excluded.author, updated_at = now(), shared_at = excluded.shared_at
      where e.shared_at is null;
  if not found then perform platform.refuse_agreement_act('agreements_state', 'the evaluation is shared'); end if;
  if share then
    insert into platform.agreement_events (id, agreement_id, actor, action, detail)
      values (event, agreement, author_name, 'evaluation_shared', jsonb_build_object('year', in_year, 'half', in_half));
    perform platform.tell_parties(agreement, 'agreements', 'evaluation_shared');
  end if;
end $$;

revoke execute on function platform.lock_planned_agreement(uuid),
  platform.plan_activity(uuid, uuid, text, date, text, uuid), platform.drop_activity(uuid, uuid, text, uuid),
  platform.report_progress(uuid, uuid, text, text, text, text),
  platform.evaluate_agreement(uuid, integer, integer, text, text, text, boolean, text, uuid) from public;
grant execute on function platform.plan_activity(uuid, uuid, text, date, text, uuid),
  platform.drop_activity(uuid, uuid, text, uuid), platform.report_progress(uuid, uuid, text, text, text, text),
  platform.evaluate_agreement(uuid, integer, integer, text, text, text, boolean, text, uuid) to regency;
alter table platform.agreement_activities enable row level security;
alter table platform.agreement_progress enable row level security;
alter table platform.agreement_evaluations enable row level security;
grant select on platform.agreement_activities, platform.agreement_progress, platform.agreement_evaluations to regency;
create policy party_reads on platform.agreement_activities for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy party_reads on platform.agreement_progress for select to regency
  using (agreement_id = any ((select platform.my_agreements())::uuid[]));
create policy own_or_shared on platform.agreement_evaluations for select to regency
  using (tenant_slug = (select platform.current_tenant())
    or (shared_at is not null and agreement_id = any ((select platform.my_agreements())::uuid[])));
