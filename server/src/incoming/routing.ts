import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import type { LetterRecord, Moment } from '../letters/index.ts';
import { findRegistrars } from './registrars.ts';

type RoutePurpose = 'act' | 'information';

/** A letter on the desk of one post. Instants are texts of the database. */
export type RouteRow = {
  positionId: string;
  title: string;
  unitId: string;
  unitName: string;
  holder: string | null;
  purpose: RoutePurpose;
  routedAt: string;
  readAt: string | null;
  doneAt: string | null;
  doneBy: string | null;
  closeNote: string | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
};

/** All routes of a letter, those taken back included, in the order in which they were made. */
export async function listRoutes(read: TenantRead, letterId: string, today: string): Promise<RouteRow[]> {
  return read.execute<RouteRow>(sql`select r.position_id as "positionId", pos.title, u.id as "unitId", u.name as "unitName",
      (select pe.name from assignments a join people pe on pe.id = a.person_id where a.position_id = pos.id
        and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on) limit 1) as holder,
      r.purpose, r.routed_at as "routedAt", r.read_at as "readAt", r.done_at as "doneAt", r.close_note as "closeNote",
      (select name from people where id = r.done_by) as "doneBy", r.withdrawn_at as "withdrawnAt",
      (select name from people where id = r.withdrawn_by) as "withdrawnBy", r.withdrawn_reason as "withdrawnReason"
    from letter_routes r join positions pos on pos.id = r.position_id join units u on u.id = pos.unit_id
    where r.letter_id = ${letterId}::uuid order by r.routed_at, r.position_id`);
}

/** Whether the post still has the letter: not taken back, not sent back. */
export const isStanding = (route: Pick<RouteRow, 'withdrawnAt'>): boolean => route.withdrawnAt === null;

/** Whether the post still has to do something with the letter. */
export const isOpenRoute = (route: Pick<RouteRow, 'withdrawnAt' | 'doneAt' | 'purpose'>): boolean =>
  isStanding(route) && route.doneAt === null && route.purpose === 'act';

/** The posts that have this letter now, whether for action or information. */
export async function standingRoutes(read: TenantRead, letterId: string): Promise<string[]> {
  const rows = await read.execute<{ id: string }>(sql`select position_id as id from letter_routes
    where letter_id = ${letterId}::uuid and withdrawn_at is null order by routed_at, position_id`);
  return rows.map((row) => row.id);
}

/** Puts a letter on the desks of posts. One that has it already keeps it as it is; one that gave it back has it anew. */
export async function addRoutes(
  tx: TenantTx,
  letterId: string,
  positionIds: readonly string[],
  { purpose = 'act', by = null, now }: { purpose?: RoutePurpose; by?: string | null; now: Date },
): Promise<void> {
  const ids = sql.param([...positionIds]);
  const routedAt = now.toISOString();
  await tx.execute(sql`insert into letter_routes (letter_id, position_id, purpose, routed_at, routed_by)
    select ${letterId}::uuid, id, ${purpose}, ${routedAt}::timestamptz, ${by}::uuid from unnest(${ids}::uuid[]) as id
    on conflict (letter_id, position_id) do update set purpose = excluded.purpose, routed_at = excluded.routed_at,
      routed_by = excluded.routed_by, read_at = null, withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null
      where letter_routes.withdrawn_at is not null`);
}

/** The posts have the letter before them; only the first time counts. @returns those for which it was the first */
export async function markRoutesRead(
  tx: TenantTx,
  letterId: string,
  positionIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`update letter_routes set read_at = ${now.toISOString()}::timestamptz
    where letter_id = ${letterId}::uuid and position_id = any(${sql.param([...positionIds])}::uuid[])
      and withdrawn_at is null and read_at is null returning position_id as id`);
  return rows.map((row) => row.id);
}

/** The post has passed the letter on. */
export async function markRouteDone(
  tx: TenantTx,
  letterId: string,
  positionId: string,
  by: { personId: string; now: Date },
): Promise<void> {
  const now = by.now.toISOString();
  await tx.execute(sql`update letter_routes set done_at = ${now}::timestamptz, done_by = ${by.personId}::uuid,
      read_at = coalesce(read_at, ${now}::timestamptz)
    where letter_id = ${letterId}::uuid and position_id = ${positionId}::uuid and done_at is null and withdrawn_at is null`);
}

/** Takes the letter off the desk of posts; their right to read it ends with it, unless it rests on something else. */
export async function withdrawRoutes(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: Pick<LetterRecord, 'id' | 'unitId'>,
  positionIds: readonly string[],
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  const ids = sql.param([...positionIds]);
  await tx.execute(sql`update letter_routes set withdrawn_at = ${now.toISOString()}::timestamptz,
      withdrawn_by = ${ctx.actor.personId}::uuid, withdrawn_reason = ${reason}
    where letter_id = ${letter.id}::uuid and position_id = any(${ids}::uuid[]) and withdrawn_at is null`);
  await tx.execute(sql`delete from letter_participants where letter_id = ${letter.id}::uuid
    and reason in ('routed', 'addressee', 'copy') and position_id = any(${ids}::uuid[])`);
  // The registrars of those posts' units read along with them, and no longer than they do.
  await tx.execute(sql`delete from letter_participants p where p.letter_id = ${letter.id}::uuid and p.reason = 'registrar'
    and p.unit_id is distinct from ${letter.unitId}::uuid
    and p.unit_id in (select unit_id from positions where id = any(${ids}::uuid[]))
    and not exists (select from letter_routes r join positions pos on pos.id = r.position_id
      where r.letter_id = p.letter_id and r.withdrawn_at is null and pos.unit_id = p.unit_id)
    and not exists (select from dispositions d join positions pos on pos.id in (d.from_position_id, d.to_position_id)
      where d.letter_id = p.letter_id and pos.unit_id = p.unit_id)`);
}

/**
 * Whose turn a registered letter is: the one post that has not acted yet, routed or disposed; before anybody has
 * disposed, the first it was routed to; the registrar when no post has it; nobody when several are at it.
 */
export async function refreshTurn(tx: TenantTx, letter: LetterRecord, at: Moment): Promise<void> {
  const [open, receivers, [begun]] = await Promise.all([
    tx.execute<{ id: string; purpose: RoutePurpose; isDone: boolean }>(sql`select position_id as id, purpose,
        done_at is not null as "isDone" from letter_routes
      where letter_id = ${letter.id}::uuid and withdrawn_at is null order by routed_at, position_id`),
    tx.execute<{ id: string }>(sql`select distinct to_position_id as id from dispositions
      where letter_id = ${letter.id}::uuid and state in ('unread', 'read')`),
    tx.execute(sql`select 1 from dispositions
      where letter_id = ${letter.id}::uuid and parent_id is null and state <> 'cancelled' limit 1`),
  ]);
  const desks = open.filter((route) => route.purpose === 'act' && !route.isDone).map((route) => route.id);
  const waiting = [...new Set([...desks, ...receivers.map((row) => row.id)])];
  let turn = waiting.length === 1 || !begun ? (waiting[0] ?? null) : null;
  if (open.length === 0 && waiting.length === 0 && letter.unitId !== null) {
    turn = (await findRegistrars(tx, letter.unitId, at.today))[0]?.positionId ?? null;
  }
  await tx.execute(sql`update letters set turn_position_id = ${turn}::uuid, updated_at = ${at.now.toISOString()}::timestamptz,
      routed_to_position_id = coalesce(
        (select position_id from letter_routes where letter_id = ${letter.id}::uuid and withdrawn_at is null
          and position_id = letters.routed_to_position_id),
        (select position_id from letter_routes where letter_id = ${letter.id}::uuid and withdrawn_at is null
          order by routed_at, position_id limit 1)),
      turn_since = case when turn_position_id is distinct from ${turn}::uuid
        then ${at.now.toISOString()}::timestamptz else turn_since end
    where id = ${letter.id}::uuid`);
}
