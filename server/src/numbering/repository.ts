import { sql } from 'drizzle-orm';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

/** The organisation that a position writes for: sections number as the unit that they belong to. */
export async function findNumberingUnit(
  read: TenantRead,
  positionId: string,
): Promise<{ id: string; code: string } | null> {
  const [unit] = await read.execute<{ id: string; code: string }>(sql`
    with recursive up as (
      select u.id, u.parent_id, u.kind, u.code, 1 as rung from units u join positions p on p.unit_id = u.id
        where p.id = ${positionId}::uuid
      union all
      select u.id, u.parent_id, u.kind, u.code, up.rung + 1 from units u join up on u.id = up.parent_id
    )
    select id, code from up order by (kind in ('section', 'other')), rung limit 1`);
  return unit ?? null;
}

export async function findPattern(read: TenantRead): Promise<string | null> {
  const [row] = await read.execute<{ pattern: string }>(sql`select number_pattern as pattern from settings`);
  return row?.pattern ?? null;
}

/** Takes the next number of a series, which stays locked until the transaction ends: whoever follows waits. */
export async function takeNext(
  tx: TenantTx,
  series: { unitId: string; type: string; year: number },
): Promise<{ seriesId: string; seq: number }> {
  await tx.execute(sql`insert into number_series (id, unit_id, type, year)
    values (${newId()}::uuid, ${series.unitId}::uuid, ${series.type}, ${series.year}) on conflict do nothing`);
  const [row] = await tx.execute<{ seriesId: string; seq: number }>(sql`update number_series
    set last_seq = last_seq + 1
    where unit_id = ${series.unitId}::uuid and type = ${series.type} and year = ${series.year}
    returning id as "seriesId", last_seq as seq`);
  if (!row) throw new Error('a number series is gone');
  return row;
}

export async function insertNumber(
  tx: TenantTx,
  row: { seriesId: string; seq: number; letterId: string; number: string },
): Promise<void> {
  await tx.execute(sql`insert into numbers (series_id, seq, letter_id, number)
    values (${row.seriesId}::uuid, ${row.seq}, ${row.letterId}::uuid, ${row.number})`);
}

export async function markCancelled(tx: TenantTx, letterId: string, reason: string): Promise<void> {
  await tx.execute(sql`update numbers set cancelled_at = coalesce(cancelled_at, now()),
    cancel_reason = coalesce(cancel_reason, ${reason}) where letter_id = ${letterId}::uuid`);
}
