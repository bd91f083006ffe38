import { sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

export interface Representative {
  /** Null while the office has no holder. */
  name: string | null;
  /** "Bupati Sumedang" */
  title: string;
  capital: string | null;
  /** "Dewi Anggraeni, Kepala Dinas Komunikasi dan Informatika" */
  contact: string | null;
}

/** Who represents the regency today: the holder of the regent's position, or whoever acts for them. */
async function readOwn(read: TenantRead, today: string): Promise<Representative> {
  const [row] = await read.execute<{ [K in keyof Representative]: Representative[K] }>(sql`
    with holders as (
      select pos.kind, pos.title, pos.unit_id, p.name, a.mode from positions pos
      join assignments a on a.position_id = pos.id and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on)
      join people p on p.id = a.person_id and p.active
    ), regent as (select * from holders where kind = 'regent' order by mode <> 'definitif' limit 1),
    contact as (
      select h.name, h.title from holders h join units u on u.id = h.unit_id
      where h.kind = 'unit_head' and u.name ilike '%komunikasi%informatika%' order by h.mode <> 'definitif' limit 1
    )
    select (select name from regent) as name,
      coalesce((select case mode when 'definitif' then '' else initcap(mode) || '. ' end || title from regent),
        case t.kind when 'kota' then 'Wali Kota ' else 'Bupati ' end || regexp_replace(t.name, '^(Kabupaten|Kota) ', '')) as title,
      (select capital from settings) as capital,
      (select name || ', ' || title from contact) as contact
    from platform.tenants t where t.slug = platform.current_tenant()`);
  if (!row) throw new Error('this login is no regency');
  return row;
}

/**
 * Tells the regencies one makes agreements with who represents this one and whom to write to. Writes only what changed.
 * @param today in the regency's zone
 */
export async function publishRepresentative(tx: TenantTx, today: string): Promise<Representative> {
  const own = await readOwn(tx, today);
  await tx.execute(sql`insert into platform.representatives as r (name, title, capital, contact)
    values (${own.name}, ${own.title}, ${own.capital}, ${own.contact})
    on conflict (tenant_slug) do update set name = excluded.name, title = excluded.title, capital = excluded.capital,
      contact = excluded.contact, updated_at = now()
    where (r.name, r.title, r.capital, r.contact)
      is distinct from (excluded.name, excluded.title, excluded.capital, excluded.contact)`);
  return own;
}
