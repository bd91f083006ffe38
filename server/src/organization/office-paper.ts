import { sql } from 'drizzle-orm';
import { markSchema } from '../adapters/typesetting/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { Letterhead } from './tables.ts';

/** What every list and report of an office is printed on. */
export interface OfficePaper {
  /** Of the regency: `Kabupaten Sumedang`. */
  name: string;
  size: 'a4' | 'f4' | 'f4_215';
  letterhead: { kind: 'unit'; mark: string | null; lines: string[]; address: string[] };
}

const sizes = { A4: 'a4', F4_210: 'f4', F4_215: 'f4_215' } as const;

/** The paper and the head of the organisation that a unit belongs to; the regency's own head without one. */
export async function findOfficePaper(read: TenantRead, unitId: string | null): Promise<OfficePaper> {
  type Row = {
    name: string;
    paper: keyof typeof sizes;
    mark: string | null;
    top: Letterhead | null;
    own: Letterhead | null;
  };
  const [row] = await read.execute<{ [K in keyof Row]: Row[K] }>(sql`
    with recursive up as (
      select u.id, u.parent_id, u.kind, u.letterhead, 1 as rung from units u where u.id = ${unitId}::uuid
      union all
      select u.id, u.parent_id, u.kind, u.letterhead, up.rung + 1 from units u join up on u.id = up.parent_id
    )
    select t.name, s.paper, t.mark_svg as mark,
      (select letterhead from units where parent_id is null order by kind <> 'regent' limit 1) as top,
      (select up.letterhead from up order by (up.kind in ('section', 'other')), up.rung limit 1) as own
    from settings s cross join platform.tenants t where t.slug = platform.current_tenant()`);
  if (!row) throw new Error('an office without settings');
  const head = { ...row.top, ...row.own };
  const government = head.government ?? `PEMERINTAH ${row.name.toUpperCase()}`;
  const mark = markSchema.safeParse(row.mark);
  return {
    name: row.name,
    size: sizes[row.paper],
    letterhead: {
      kind: 'unit',
      mark: mark.success ? mark.data : null,
      lines: head.unit ? [government, head.unit] : [government],
      address: (head.lines ?? []).slice(0, 4),
    },
  };
}
