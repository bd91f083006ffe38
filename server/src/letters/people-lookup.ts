import { sql } from 'drizzle-orm';
import type { PositionKind } from '../core/rights/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { type Holder, holderOf } from '../organization/index.ts';
import type { ChainPosition } from './chain.ts';

type PositionRow = { id: string; title: string; kind: PositionKind; unitId: string; holder: Holder | null };

const columns = (today: string) => sql`pos.id, pos.title, pos.kind, pos.unit_id as "unitId",
  ${holderOf(sql`pos.id`, today)} as holder`;

const parsed = (rows: readonly PositionRow[]): (ChainPosition & { unitId: string })[] =>
  rows.map((row) => ({ ...row, holder: typeof row.holder === 'string' ? JSON.parse(row.holder) : row.holder }));

/** The positions of these ids that exist today, in no order, with their holders. */
export async function findPositions(read: TenantRead, ids: readonly string[], today: string) {
  if (ids.length === 0) return [];
  const rows = await read.execute<PositionRow>(sql`select ${columns(today)} from positions pos
    where pos.id = any(${sql.param([...ids])}::uuid[]) and (pos.valid_to is null or pos.valid_to >= ${today}::date)`);
  return parsed(rows);
}

/** The position itself, then its superiors in order up to the top. */
export async function findLadder(read: TenantRead, positionId: string, today: string) {
  const rows = await read.execute<PositionRow>(sql`
    with recursive ladder as (
      select id, superior_id, 1 as rung from positions where id = ${positionId}
      union all
      select p.id, p.superior_id, l.rung + 1 from positions p join ladder l on p.id = l.superior_id where l.rung < 20
    )
    select ${columns(today)} from ladder l join positions pos on pos.id = l.id order by l.rung`);
  return parsed(rows);
}

/** The regency's top posts that are held today: secretary, deputy, regent. */
export async function findTopPosts(read: TenantRead, today: string) {
  const rows = await read.execute<PositionRow>(sql`select ${columns(today)} from positions pos
    where pos.kind in ('secretary', 'deputy_regent', 'regent') and (pos.valid_to is null or pos.valid_to >= ${today}::date)
    order by case pos.kind when 'secretary' then 1 when 'deputy_regent' then 2 else 3 end`);
  return parsed(rows);
}

/** The position that leads each unit today, by unit; units without one are left out. */
export async function findUnitHeads(read: TenantRead, unitIds: readonly string[], today: string) {
  if (unitIds.length === 0) return new Map<string, PositionRow>();
  const rows = await read.execute<PositionRow>(sql`select distinct on (pos.unit_id) ${columns(today)} from positions pos
    where pos.unit_id = any(${sql.param([...unitIds])}::uuid[]) and (pos.valid_to is null or pos.valid_to >= ${today}::date)
      and pos.kind in ('regent', 'deputy_regent', 'secretary', 'unit_head', 'division_head')
    order by pos.unit_id, array_position(array['regent', 'secretary', 'unit_head', 'deputy_regent', 'division_head'], pos.kind)`);
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** A position with its unit and holder, by id, as answers show it. */
export async function findPartiesOf(read: TenantRead, ids: readonly string[], today: string) {
  type Row = { positionId: string; title: string; unitId: string; unitName: string; holder: Holder | string | null };
  const rows =
    await read.execute<Row>(sql`select pos.id as "positionId", pos.title, u.id as "unitId", u.name as "unitName",
      ${holderOf(sql`pos.id`, today)} as holder
    from positions pos join units u on u.id = pos.unit_id where pos.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(
    rows.map(({ holder, ...row }) => [
      row.positionId,
      { ...row, holder: (typeof holder === 'string' ? JSON.parse(holder) : holder) as Holder | null },
    ]),
  );
}
