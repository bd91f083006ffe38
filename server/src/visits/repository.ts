import { sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { holderOf } from '../organization/index.ts';
import type { Party, VisitState } from './rules.ts';
import type { FileKind } from './schema.ts';

interface Regency {
  slug: string;
  name: string;
  accent: string | null;
  markSvg: string | null;
  timeZone: string;
}

/** A visit as its guest or host reads it. */
export interface VisitRow {
  id: string;
  title: string;
  purpose: string;
  topics: string[];
  delegation: { name: string; title: string }[];
  state: VisitState;
  version: number;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  agenda: string | null;
  attendance: string[] | null;
  createdBy: string;
  requestedAt: Date | null;
  updatedAt: Date;
  guest: Regency;
  host: Regency;
  party: Party;
}

type Raw = Omit<VisitRow, 'startsAt' | 'endsAt' | 'requestedAt' | 'updatedAt'> & {
  startsAt: string;
  endsAt: string;
  requestedAt: string | null;
  updatedAt: string;
};

const regency = (of: 'g' | 'h') => {
  const t = sql.identifier(of);
  return sql`jsonb_build_object('slug', ${t}.slug, 'name', ${t}.name, 'accent', ${t}.accent, 'markSvg', ${t}.mark_svg,
    'timeZone', ${t}.time_zone)`;
};

const select = sql`select v.id, v.title, v.purpose, v.topics, v.delegation, v.state, v.version, v.starts_at as "startsAt",
    v.ends_at as "endsAt", v.place, v.agenda, v.attendance, v.created_by as "createdBy", v.requested_at as "requestedAt",
    v.updated_at as "updatedAt", ${regency('g')} as guest, ${regency('h')} as host,
    case v.guest_slug when platform.current_tenant() then 'guest' else 'host' end as party
  from platform.visits v join platform.tenants g on g.slug = v.guest_slug join platform.tenants h on h.slug = v.host_slug`;

const toRow = (raw: Raw): VisitRow => ({
  ...raw,
  startsAt: new Date(raw.startsAt),
  endsAt: new Date(raw.endsAt),
  requestedAt: raw.requestedAt === null ? null : new Date(raw.requestedAt),
  updatedAt: new Date(raw.updatedAt),
});

/** Whose posts are assigned to the visit; null reads every visit of the regency. */
export type Reader = { positions: readonly string[] } | null;

const readable = (reader: Reader) =>
  reader === null
    ? sql`true`
    : sql`v.id in (select a.visit_id from visit_assignees a
        where a.position_id = any(${sql.param([...reader.positions])}::uuid[]))`;

/** Newest first, one more than `limit`; row-level security leaves only those that we ask for or that are asked of us. */
export async function listVisits(
  read: TenantRead,
  reader: Reader,
  query: { direction?: Party | undefined; cursor?: string | undefined; limit: number },
): Promise<VisitRow[]> {
  const side =
    query.direction === undefined
      ? sql`true`
      : query.direction === 'guest'
        ? sql`v.guest_slug = (select platform.current_tenant())`
        : sql`v.host_slug = (select platform.current_tenant())`;
  const rows = await read.execute<Raw & Record<string, unknown>>(sql`${select} where ${readable(reader)} and ${side}
    and (${query.cursor ?? null}::uuid is null or v.id < ${query.cursor ?? null}::uuid)
    order by v.id desc limit ${query.limit + 1}`);
  return rows.map(toRow);
}

/** Visits that wait for a step of ours, longest waiting first. */
export async function listWaiting(read: TenantRead, limit: number): Promise<VisitRow[]> {
  const rows = await read.execute<Raw & Record<string, unknown>>(sql`${select}
    where (v.host_slug = (select platform.current_tenant()) and v.state in ('requested', 'accepted'))
      or (v.guest_slug = (select platform.current_tenant()) and v.state in ('counter_proposed', 'held'))
    order by v.updated_at limit ${limit}`);
  return rows.map(toRow);
}

export async function findVisit(read: TenantRead, reader: Reader, id: string): Promise<VisitRow | null> {
  const [row] = await read.execute<Raw & Record<string, unknown>>(
    sql`${select} where v.id = ${id}::uuid and ${readable(reader)}`,
  );
  return row ? toRow(row) : null;
}

export interface EventRow {
  id: string;
  at: string;
  slug: string;
  name: string;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/** Oldest first. */
export async function listEvents(read: TenantRead, visitId: string): Promise<EventRow[]> {
  const rows = await read.execute<{ [K in keyof EventRow]: EventRow[K] }>(sql`
    select e.id, e.at, e.tenant_slug as slug, t.name, e.actor, e.action, e.detail
    from platform.visit_events e join platform.tenants t on t.slug = e.tenant_slug
    where e.visit_id = ${visitId}::uuid order by e.at, e.id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

export interface VisitFile {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  isOurs: boolean;
  isShared: boolean;
  hasArrived: boolean;
}

/** What we keep with the visit: our own files, and those given to us that have arrived. */
export async function listFiles(read: TenantRead, visitId: string, fileId?: string): Promise<VisitFile[]> {
  const rows = await read.execute<{ [K in keyof VisitFile]: VisitFile[K] }>(sql`
    select o.id, o.kind, f.name, f.media_type as "mediaType", f.size::int as size, o.sha256,
      o.from_slug is null as "isOurs", o.shared_at is not null as "isShared",
      coalesce(given.received_at is not null, false) as "hasArrived"
    from visit_files o join files f on f.id = o.file_id left join platform.visit_files given on given.id = o.id
    where o.visit_id = ${visitId}::uuid and (${fileId ?? null}::uuid is null or o.id = ${fileId ?? null}::uuid)
    order by o.created_at, o.id`);
  return [...rows];
}

/** What we keep of the visit besides files. */
export async function findRecord(
  read: TenantRead,
  visitId: string,
): Promise<{ meetingId: string | null; note: string }> {
  const [row] = await read.execute<{ meetingId: string | null; note: string }>(
    sql`select meeting_id as "meetingId", note from visit_records where visit_id = ${visitId}::uuid`,
  );
  return row ?? { meetingId: null, note: '' };
}

export async function keepMeeting(tx: TenantTx, visitId: string, meetingId: string): Promise<void> {
  await tx.execute(sql`insert into visit_records (visit_id, meeting_id) values (${visitId}::uuid, ${meetingId}::uuid)
    on conflict (visit_id) do update set meeting_id = excluded.meeting_id, updated_at = now()`);
}

export async function keepNote(tx: TenantTx, visitId: string, note: string): Promise<void> {
  await tx.execute(sql`insert into visit_records (visit_id, note) values (${visitId}::uuid, ${note})
    on conflict (visit_id) do update set note = excluded.note, updated_at = now()`);
}

/** Replaces those assigned. @returns who is new */
export async function keepAssignees(tx: TenantTx, visitId: string, positions: readonly string[]): Promise<string[]> {
  const wanted = sql`${sql.param([...positions])}::uuid[]`;
  await tx.execute(
    sql`delete from visit_assignees where visit_id = ${visitId}::uuid and not position_id = any(${wanted})`,
  );
  const rows = await tx.execute<{ id: string }>(sql`insert into visit_assignees (visit_id, position_id)
    select ${visitId}::uuid, p from unnest(${wanted}) as p on conflict do nothing returning position_id as id`);
  return rows.map((row) => row.id);
}

export async function listLetters(read: TenantRead, visitId: string) {
  const rows = await read.execute<{
    kind: 'request' | 'reply' | 'invitation' | 'task_order';
    letterId: string;
    state: string;
    number: string | null;
  }>(sql`select o.kind, l.id as "letterId", l.state, l.number from visit_letters o join letters l on l.id = o.letter_id
    where o.visit_id = ${visitId}::uuid order by o.created_at`);
  return [...rows];
}

/** The posts of this office that are assigned to the visit, with who holds them. */
export async function listAssignees(read: TenantRead, visitId: string, today: string) {
  const rows = await read.execute<{ id: string; title: string; holder: string | null }>(sql`
    select pos.id, pos.title, ${holderOf(sql`pos.id`, today)} ->> 'name' as holder
    from visit_assignees a join positions pos on pos.id = a.position_id
    where a.visit_id = ${visitId}::uuid order by pos.title, pos.id`);
  return [...rows];
}
