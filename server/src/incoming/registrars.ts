import { sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';
import { servedUnits } from '../letters/index.ts';

export type Registrar = { personId: string; positionId: string };

/**
 * The registrars (pencatat surat) who serve a unit today; those in the unit itself first, `registrar` posts before others.
 * Empty when the regency has none.
 */
export async function findRegistrars(read: TenantRead, unitId: string, today: string): Promise<Registrar[]> {
  const current = sql`${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)`;
  const ownUnits = sql`array(select pos.unit_id from assignments a join positions pos on pos.id = a.position_id
    where a.person_id = pr.person_id and ${current})`;
  return read.execute<Registrar>(sql`
    select pr.person_id as "personId", p.id as "positionId"
    from person_roles pr join people pe on pe.id = pr.person_id and pe.active
      join assignments a on a.person_id = pr.person_id and ${current}
      join positions p on p.id = a.position_id
    where pr.role = 'tu' and ${unitId}::uuid in ${servedUnits(ownUnits, today)}
    order by p.unit_id <> ${unitId}::uuid, p.kind <> 'registrar', p.id`);
}

/**
 * The unit that a letter addressed to the regency as a whole goes to: the regent's, else the secretariat.
 * @throws Error in an office without units (a provisioned one has some)
 */
export async function findFrontUnit(read: TenantRead): Promise<string> {
  const [row] = await read.execute<{ id: string }>(sql`select id from units where valid_to is null
    order by case kind when 'regent' then 1 when 'secretariat' then 2 else 3 end, parent_id is not null, code limit 1`);
  if (!row) throw new Error('an office without units');
  return row.id;
}
