import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TenantRead } from '../core/tenancy/index.ts';

export const personQuery = z.object({
  q: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

/** A person as letters print them: what a field of kind `person` keeps. */
export const personAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      nip: z.string(),
      rank: z.string(),
      position: z.string(),
      unit: z.string(),
    }),
  ),
});
export type PrintedPerson = z.infer<typeof personAnswer>['items'][number];

/** Active people whose name, user name or NIP has all the words, with their first post of today. */
export async function findPrintedPeople(
  read: TenantRead,
  { q, limit }: z.infer<typeof personQuery>,
  today: string,
): Promise<PrintedPerson[]> {
  const words = q.split(/\s+/).map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const rows = await read.execute<PrintedPerson & Record<string, unknown>>(sql`
    select p.id, p.name, coalesce(p.nip, '') as nip, coalesce(p.rank, '') as rank,
      coalesce(post.title, '') as position, coalesce(post.unit, '') as unit
    from people p left join lateral (
      select pos.title, u.name as unit from assignments a join positions pos on pos.id = a.position_id
      join units u on u.id = pos.unit_id
      where a.person_id = p.id and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)
      order by a.mode <> 'definitif', a.starts_on limit 1) post on true
    where p.active and p.name || ' ' || p.username || ' ' || coalesce(p.nip, '') ilike all(${sql.param(words)}::text[])
    order by p.name, p.id limit ${limit}`);
  return [...rows];
}
