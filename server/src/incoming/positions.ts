import { sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';

/** A position that letters can be routed or disposed to. */
export type RoutablePosition = {
  id: string;
  title: string;
  unitId: string;
  unitName: string;
  /** Who holds it today; null for an empty post. */
  holder: string | null;
};

/** The positions of these ids that exist today, by id. */
export async function findRoutable(
  read: TenantRead,
  ids: readonly string[],
  today: string,
): Promise<Map<string, RoutablePosition>> {
  const rows = await read.execute<RoutablePosition>(sql`
    select pos.id, pos.title, pos.unit_id as "unitId", u.name as "unitName",
      (select pe.name from assignments a join people pe on pe.id = a.person_id where a.position_id = pos.id
        and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on) limit 1) as holder
    from positions pos join units u on u.id = pos.unit_id
    where pos.id = any(${sql.param([...ids])}::uuid[]) and (pos.valid_to is null or pos.valid_to >= ${today}::date)`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Why a letter cannot go to a position, or null. */
export function routeFault(position: RoutablePosition | undefined): string | null {
  if (!position) return 'Jabatan ini tidak ada di kantor ini.';
  return position.holder === null
    ? `${position.title} sedang kosong. Pilih jabatan lain atau pelaksana tugasnya.`
    : null;
}
