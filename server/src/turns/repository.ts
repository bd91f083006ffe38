import { sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { asParameters, type Reader, readableIds, type Secrecy, type Urgency } from '../letters/index.ts';
import { holderOf } from '../organization/index.ts';

/** A turn that is near its end or past it. */
export type WatchedTurn = {
  letterId: string;
  round: number;
  ordinal: number;
  act: 'approve' | 'sign';
  positionId: string;
  title: string;
  holder: string | null;
  subject: string;
  secrecy: Secrecy;
  drafterId: string | null;
  isLate: boolean;
  isReminded: boolean;
};

/**
 * Turns of which somebody has to be told now, locked; those that another worker looks after are left out.
 * @param limit at most so many at a time
 */
export async function claimWatched(tx: TenantTx, now: Date, today: string, limit: number): Promise<WatchedTurn[]> {
  const at = now.toISOString();
  return tx.execute<WatchedTurn>(sql`
    select s.letter_id as "letterId", s.round, s.ordinal, s.act, s.position_id as "positionId", pos.title,
      ${holderOf(sql`pos.id`, today)} ->> 'name' as holder, l.subject, l.secrecy, l.drafter_id as "drafterId",
      s.due_at <= ${at}::timestamptz as "isLate", s.reminded_at is not null as "isReminded"
    from letter_steps s join letters l on l.id = s.letter_id join positions pos on pos.id = s.position_id
    where s.state = 'turn' and s.escalated_at is null and s.remind_at <= ${at}::timestamptz
      and (s.reminded_at is null or s.due_at <= ${at}::timestamptz)
    order by s.remind_at limit ${limit} for update of s skip locked`);
}

export async function markTold(tx: TenantTx, turn: WatchedTurn, now: Date): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`update letter_steps set reminded_at = coalesce(reminded_at, ${at}::timestamptz),
      escalated_at = case when ${turn.isLate} then ${at}::timestamptz end
    where letter_id = ${turn.letterId}::uuid and round = ${turn.round} and ordinal = ${turn.ordinal}`);
}

/** The nearest superior post that somebody holds today; null at the top of the line. */
export async function findSuperior(read: TenantRead, positionId: string, today: string): Promise<string | null> {
  const [row] = await read.execute<{ id: string }>(sql`
    with recursive ladder as (
      select superior_id as id, 1 as rung from positions where id = ${positionId}::uuid
      union all
      select p.superior_id, l.rung + 1 from positions p join ladder l on p.id = l.id where l.rung < 20
    )
    select l.id from ladder l where l.id is not null and ${holderOf(sql`l.id`, today)} is not null
    order by l.rung limit 1`);
  return row?.id ?? null;
}

export type LateTurnRow = {
  letterId: string;
  act: 'approve' | 'sign';
  positionId: string;
  title: string;
  holder: string | null;
  subject: string;
  secrecy: Secrecy;
  urgency: Urgency;
  drafter: string | null;
  since: Date | string;
  dueAt: Date | string;
  canRead: boolean;
};

/** Late turns of the posts below the reader's own and of the letters that the reader wrote, the longest late first. */
export async function listLate(
  read: TenantRead,
  input: { reader: Reader; now: Date; today: string; limit: number },
): Promise<LateTurnRow[]> {
  const { reader, now, today, limit } = input;
  const parameters = asParameters(reader);
  const isRegistrar = reader.registryUnits.length > 0;
  return read.execute<LateTurnRow>(sql`
    with recursive below as (
      select p.id, 1 as rung from positions p where p.superior_id = any(${parameters.held}::uuid[])
      union
      select p.id, b.rung + 1 from positions p join below b on p.superior_id = b.id where b.rung < 20
    )
    select s.letter_id as "letterId", s.act, s.position_id as "positionId", pos.title,
      ${holderOf(sql`pos.id`, today)} ->> 'name' as holder, l.subject, l.secrecy, l.urgency,
      (select name from people where id = l.drafter_id) as drafter, s.turn_since as since, s.due_at as "dueAt",
      l.id in ${readableIds(parameters, today, isRegistrar)} as "canRead"
    from letter_steps s join letters l on l.id = s.letter_id join positions pos on pos.id = s.position_id
    where s.state = 'turn' and s.due_at <= ${now.toISOString()}::timestamptz
      and (l.drafter_id = ${reader.personId}::uuid or s.position_id in (select id from below))
    order by s.due_at, s.letter_id limit ${limit}`);
}
