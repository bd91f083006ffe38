-- Studi komparatif: one regency (the guest) asks another (the host) for a visit. Both read the visit by row-level
-- security and change it through definer functions only, each acting for the regency whose login calls it. A visit
-- needs no agreement: it is how agreements begin.

create table platform.visits (
  id uuid primary key,
  guest_slug text not null default platform.current_tenant() references platform.tenants,
  host_slug text not null references platform.tenants,
  title text not null check (length(title) between 3 and 300),
  purpose text not null check (length(purpose) between 3 and 4000),
  topics text[] not null check (cardinality(topics) between 1 and 20),
  -- [{name, title}]; the first leads.
  delegation jsonb not null check (jsonb_typeof(delegation) = 'array' and jsonb_array_length(delegation) between 1 and 100),
  state text not null default 'draft' check (state in ('draft', 'requested', 'counter_proposed', 'accepted', 'declined',
    'scheduled', 'held', 'closed', 'cancelled')),
  -- Counts every change; whoever acts names the one seen.
  version integer not null default 1 check (version > 0),
  -- The dates that are asked about, or that both agreed to.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text check (length(place) <= 300),
  agenda text check (length(agenda) <= 6000),
  -- Who of the delegation came, by name; told by the host once the visit was held.
  attendance jsonb check (jsonb_typeof(attendance) = 'array'),
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Before this the host knows nothing of it.
  requested_at timestamptz,
  check (guest_slug <> host_slug),
  check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
  check (state = 'draft' or state = 'cancelled' or requested_at is not null),
  check (state not in ('held', 'closed') or attendance is not null)
);
create index visits_of_guest on platform.visits (guest_slug, id);
create index visits_of_host on platform.visits (host_slug, id) where requested_at is not null;

-- The workflow: which side may take which step in which state.
create table platform.visit_transitions (
  step text not null,
  party text not null check (party in ('guest', 'host')),
  from_state text not null,
  to_state text not null,
  primary key (step, party, from_state)
);
insert into platform.visit_transitions (step, party, from_state, to_state) values
  ('edit', 'guest', 'draft', 'draft'),
  ('request', 'guest', 'draft', 'requested'),
  -- Another date: by the guest it is a request anew, by the host a counter-proposal; an agreed date can move so, too.
  ('request', 'guest', 'counter_proposed', 'requested'),
  ('request', 'guest', 'accepted', 'requested'),
  ('request', 'guest', 'scheduled', 'requested'),
  ('counter_propose', 'host', 'requested', 'counter_proposed'),
  ('counter_propose', 'host', 'accepted', 'counter_proposed'),
  ('counter_propose', 'host', 'scheduled', 'counter_proposed'),
  ('accept', 'host', 'requested', 'accepted'),
  ('accept', 'guest', 'counter_proposed', 'accepted'),
  ('decline', 'host', 'requested', 'declined'),
  ('schedule', 'host', 'accepted', 'scheduled'),
  ('schedule', 'host', 'scheduled', 'scheduled'),
  ('hold', 'host', 'scheduled', 'held'),
  ('close', 'guest', 'held', 'closed'),
  ('cancel', 'guest', 'draft', 'cancelled'),
  ('cancel', 'guest', 'requested', 'cancelled'),
  ('cancel', 'guest', 'counter_proposed', 'cancelled'),
  ('cancel', 'guest', 'accepted', 'cancelled'),
  ('cancel', 'guest', 'scheduled', 'cancelled'),
  ('cancel', 'host', 'counter_proposed', 'cancelled'),
  ('cancel', 'host', 'accepted', 'cancelled'),
  ('cancel', 'host', 'scheduled', 'cancelled');

-- Both sides' log of the visit. `detail` holds dates and reasons.
create table platform.visit_events (
  id uuid primary key,
  visit_id uuid not null references platform.visits,
  at timestamptz not null default now(),
  tenant_slug text not null default platform.current_tenant(),
  actor text not null,
  action text not null,
  detail jsonb not null default '{}'
);
create index visit_events_of on platform.visit_events (visit_id, id);

-- Materials and photographs that one side gives the other. The bytes lie under the giver's prefix until the
-- receiver's own login has copied them.
create table platform.visit_files (
  id uuid primary key,
  visit_id uuid not null references platform.visits,
  tenant_slug text not null default platform.current_tenant() references platform.tenants,
  kind text not null check (kind in ('material', 'photo')),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size bigint not null check (size between 1 and 26214400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  shared_at timestamptz not null default now(),
  received_at timestamptz,
  unique (visit_id, tenant_slug, sha256)
);

create function platform.my_visits() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(v.id), '{}') from platform.visits v
        where v.guest_slug = platform.current_tenant()
          or (v.host_slug = platform.current_tenant() and v.requested_at is not null) $$;

create function platform.refuse_visit_step(reason text, why text) returns void
  language plpgsql set search_path = '' as $$
begin
  raise exception '%', why using errcode = 'check_violation', constraint = reason;
end $$;

/* Locks a visit for its guest or host; every step of one visit waits here for the one before. */
create function platform.lock_my_visit(visit uuid) returns platform.visits
  language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  found platform.visits;
begin
  select v.* into found from platform.visits v
    where v.id = visit and (v.guest_slug = me or (v.host_slug = me and v.requested_at is not null)) for update;
  if found.id is null then
    raise exception 'neither guest nor host of this visit' using errcode = 'no_data_found';
  end if;
  return found;
end $$;

/* The state that a step leads to. Refuses a version that is no longer the newest, and a step out of turn. */
create function platform.next_visit_state(v platform.visits, seen integer, wanted text) returns text
  language plpgsql security definer set search_path = '' as $$
declare target text;
begin
  if v.version <> seen then perform platform.refuse_visit_step('visits_version', 'visit has changed'); end if;
  select t.to_state into target from platform.visit_transitions t where t.step = wanted and t.from_state = v.state
    and t.party = case v.guest_slug when platform.current_tenant() then 'guest' else 'host' end;
  if target is null then perform platform.refuse_visit_step('visits_state', wanted || ' in state ' || v.state); end if;
  return target;
end $$;

/* Live updates on both sides, and work for the other: the notice, and what follows there. */
create function platform.tell_visit(visit uuid, act text) returns void
  language sql security definer set search_path = '' as $$
  insert into platform.outbox (id, tenant_slug, stamped_by, kind, payload)
    select gen_random_uuid(), t.slug, t.role, 'event.visits', jsonb_build_object('id', visit)
    from platform.visits v join platform.tenants t
      on t.slug = v.guest_slug or (t.slug = v.host_slug and v.requested_at is not null) where v.id = visit
    union all
    select gen_random_uuid(), t.slug, t.role, 'visit.notice', jsonb_build_object('visitId', visit, 'act', act)
    from platform.visits v join platform.tenants t
      on t.slug = v.guest_slug or (t.slug = v.host_slug and v.requested_at is not null)
    where v.id = visit and t.slug <> platform.current_tenant() and t.status in ('active', 'suspended') $$;

create function platform.require_active_host(slug text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if slug = platform.current_tenant() or not exists (
    select from platform.tenants t where t.slug = require_active_host.slug and t.status = 'active') then
    perform platform.refuse_visit_step('visits_host', 'the host must be another active regency');
  end if;
end $$;

create function platform.create_visit(
  visit uuid, host text, visit_title text, why text, about text[], people jsonb, first_moment timestamptz,
  last_moment timestamptz, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform platform.require_active_host(host);
  insert into platform.visits (id, host_slug, title, purpose, topics, delegation, starts_at, ends_at, created_by)
    values (visit, host, visit_title, why, about, people, first_moment, last_moment, actor_name);
  insert into platform.visit_events (id, visit_id, actor, action) values (event, visit, actor_name, 'drafted');
  perform platform.tell_visit(visit, 'drafted');
end $$;

create function platform.edit_visit(
  visit uuid, seen integer, visit_title text, why text, about text[], people jsonb, first_moment timestamptz,
  last_moment timestamptz, actor_name text, event uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare v platform.visits := platform.lock_my_visit(visit);
begin
  perform platform.next_visit_state(v, seen, 'edit');
  update platform.visits set title = visit_title, purpose = why, topics = about, delegation = people,
    starts_at = first_moment, ends_at = last_moment, version = v.version + 1, updated_at = now() where id = visit;
  insert into platform.visit_events (id, visit_id, actor, action) values (event, visit, actor_name, 'edited');
  perform platform.tell_visit(visit, 'edited');
end $$;

/*
 * Takes one step. Dates count for `request` and `counter_propose`, place and agenda for `schedule`, who came for `hold`,
 * a reason is demanded by `decline` and `cancel`.
 */
create function platform.step_visit(
  visit uuid, seen integer, wanted text, first_moment timestamptz, last_moment timestamptz, where_held text, plan text,
  came jsonb, reason text, actor_name text, event uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  v platform.visits := platform.lock_my_visit(visit);
  target text := platform.next_visit_state(v, seen, wanted);
  redated boolean := wanted in ('request', 'counter_propose') and first_moment is not null;
begin
  if wanted = 'edit' then perform platform.refuse_visit_step('visits_state', 'an edit is no step'); end if;
  if wanted in ('decline', 'cancel') and coalesce(length(reason), 0) < 3 then
    perform platform.refuse_visit_step('visits_reason', 'a reason is demanded');
  end if;
  if wanted = 'request' then perform platform.require_active_host(v.host_slug); end if;
  if (wanted = 'counter_propose' or (wanted = 'request' and v.state <> 'draft')) and not redated then
    perform platform.refuse_visit_step('visits_dates', 'another date is demanded');
  end if;
  update platform.visits set state = target, version = v.version + 1, updated_at = now(),
    requested_at = case when wanted = 'request' then coalesce(v.requested_at, now()) else v.requested_at end,
    starts_at = case when redated then first_moment else v.starts_at end,
    ends_at = case when redated then last_moment else v.ends_at end,
    place = case when wanted = 'schedule' then where_held else v.place end,
    agenda = case when wanted = 'schedule' then plan else v.agenda end,
    attendance = case when wanted = 'hold' then came else v.attendance end
    where id = visit returning * into v;
  insert into platform.visit_events (id, visit_id, actor, action, detail) values (event, visit, actor_name, wanted,
    jsonb_strip_nulls(jsonb_build_object('reason', reason,
      'startsAt', case when wanted in ('request', 'counter_propose', 'accept') then v.starts_at end,
      'endsAt', case when wanted in ('request', 'counter_propose', 'accept') then v.ends_at end)));
  perform platform.tell_visit(visit, wanted);
  return target;
end $$;

/* Gives the other side a file; the same bytes again are given once. The receiver's own job copies them. */
create function platform.share_visit_file(
  file uuid, visit uuid, file_kind text, file_name text, type text, bytes bigint, hash text, actor_name text, event uuid)
  returns void language plpgsql security definer set search_path = '' as $$
declare
  me text := platform.current_tenant();
  v platform.visits := platform.lock_my_visit(visit);
begin
  if exists (select from platform.visit_files f where f.visit_id = visit and f.tenant_slug = me and f.sha256 = hash) then
    return;
  end if;
  if v.state in ('draft', 'declined', 'cancelled') then
    perform platform.refuse_visit_step('visits_state', 'no files in state ' || v.state);
  end if;
  if (select count(*) from platform.visit_files f where f.visit_id = visit and f.tenant_slug = me) >= 60 then
    perform platform.refuse_visit_step('visit_files_limit', 'sixty files are given already');
  end if;
  insert into platform.visit_files (id, visit_id, kind, name, media_type, size, sha256)
    values (file, visit, file_kind, file_name, type, bytes, hash);
  insert into platform.visit_events (id, visit_id, actor, action, detail)
    values (event, visit, actor_name, 'file_shared', jsonb_build_object('name', file_name, 'kind', file_kind));
  insert into platform.outbox (id, tenant_slug, stamped_by, kind, payload)
    select gen_random_uuid(), t.slug, t.role, 'visit.fetch-file', jsonb_build_object('fileId', file)
    from platform.tenants t where t.slug in (v.guest_slug, v.host_slug) and t.slug <> me
      and t.status in ('active', 'suspended');
  perform platform.tell_visit(visit, 'file_shared');
end $$;

/* The receiver has its own copy of a file now. */
create function platform.receive_visit_file(file uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update platform.visit_files f set received_at = coalesce(f.received_at, now()) where f.id = file
    and f.tenant_slug <> platform.current_tenant() and f.visit_id = any (platform.my_visits());
  if not found then raise exception 'no such file for this regency' using errcode = 'no_data_found'; end if;
  -- The giver's open page shows that it has arrived.
  insert into platform.outbox (id, tenant_slug, stamped_by, kind, payload)
    select gen_random_uuid(), t.slug, t.role, 'event.visits', jsonb_build_object('id', f.visit_id)
    from platform.visit_files f join platform.tenants t on t.slug = f.tenant_slug where f.id = file;
end $$;

revoke execute on function platform.my_visits(), platform.refuse_visit_step(text, text), platform.lock_my_visit(uuid),
  platform.next_visit_state(platform.visits, integer, text), platform.tell_visit(uuid, text),
  platform.require_active_host(text),
  platform.create_visit(uuid, text, text, text, text[], jsonb, timestamptz, timestamptz, text, uuid),
  platform.edit_visit(uuid, integer, text, text, text[], jsonb, timestamptz, timestamptz, text, uuid),
  platform.step_visit(uuid, integer, text, timestamptz, timestamptz, text, text, jsonb, text, text, uuid),
  platform.share_visit_file(uuid, uuid, text, text, text, bigint, text, text, uuid),
  platform.receive_visit_file(uuid) from public;
grant execute on function platform.my_visits(),
  platform.create_visit(uuid, text, text, text, text[], jsonb, timestamptz, timestamptz, text, uuid),
  platform.edit_visit(uuid, integer, text, text, text[], jsonb, timestamptz, timestamptz, text, uuid),
  platform.step_visit(uuid, integer, text, timestamptz, timestamptz, text, text, jsonb, text, text, uuid),
  platform.share_visit_file(uuid, uuid, text, text, text, bigint, text, text, uuid),
  platform.receive_visit_file(uuid) to regency;

-- Enabled, not forced: the definer functions above work on these tables as their owner.
alter table platform.visits enable row level security;
alter table platform.visit_transitions enable row level security;
alter table platform.visit_events enable row level security;
alter table platform.visit_files enable row level security;
grant select on platform.visits, platform.visit_events, platform.visit_files to regency;
create policy own_read on platform.visits for select to regency
  using (guest_slug = (select platform.current_tenant())
    or (host_slug = (select platform.current_tenant()) and requested_at is not null));
create policy own_read on platform.visit_events for select to regency
  using (visit_id = any ((select platform.my_visits())::uuid[]));
create policy own_read on platform.visit_files for select to regency
  using (visit_id = any ((select platform.my_visits())::uuid[]));
