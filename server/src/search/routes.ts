import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Clock, dateIn } from '../core/clock.ts';
import { signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { type Inputs, statement, type Tenancy } from '../core/tenancy/index.ts';
import { findForPalette, likePattern } from '../letters/index.ts';
import { savedSearchRoutes } from './saved-search-routes.ts';
import { createSavedSearchService } from './saved-searches.ts';

const query = z.object({
  q: z.string().trim().min(2, 'Ketik sekurang-kurangnya dua huruf.').max(100),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});

const hit = z.object({
  kind: z.enum(['letter', 'person', 'position', 'unit']),
  id: z.uuid(),
  title: z.string(),
  /** A second line: number, post, unit. */
  hint: z.string().nullable(),
});
const answer = z.object({ items: z.array(hit) });
type Hit = z.infer<typeof hit>;

type Found = { kind: 'person' | 'position' | 'unit'; id: string; title: string; hint: string | null };

/** People with their posts, posts with their holders, units; `limit` of each. */
const searchOffice = statement((db, input: Inputs<{ pattern: string; today: string; limit: number }>) =>
  db
    .select({
      found: sql<Found[]>`(select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (
        (select 'person' as kind, pe.id, pe.name as title,
            (select p.title from assignments a join positions p on p.id = a.position_id where a.person_id = pe.id
              and ${input.today}::date >= a.starts_on and (a.ends_on is null or ${input.today}::date <= a.ends_on)
              order by (a.mode <> 'definitif') limit 1) as hint
          from people pe where pe.active and pe.name ilike ${input.pattern}::text order by pe.name limit ${input.limit})
        union all
        (select 'position', p.id, p.title,
            (select pe.name from assignments a join people pe on pe.id = a.person_id where a.position_id = p.id
              and ${input.today}::date >= a.starts_on and (a.ends_on is null or ${input.today}::date <= a.ends_on) limit 1)
          from positions p where (p.valid_to is null or p.valid_to >= ${input.today}::date)
            and p.title ilike ${input.pattern}::text order by p.title limit ${input.limit})
        union all
        (select 'unit', u.id, u.name, u.short_name from units u where (u.valid_to is null or u.valid_to >= ${input.today}::date)
            and (u.name ilike ${input.pattern}::text or u.short_name ilike ${input.pattern}::text)
          order by u.name limit ${input.limit})
      ) f)`.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as Found[]),
    })
    .from(sql`(select 1) as once`),
);

/** The command palette and searches kept under a name. Letters, people, posts and units: letters that one may read, people, posts and units. */
export function searchRoutes(instance: FastifyInstance, deps: { tenancy: Tenancy; clock: Clock }): void {
  savedSearchRoutes(instance, createSavedSearchService(deps));
  instance
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/search',
      { config: { access: signedIn }, schema: { tags: ['search'], querystring: query, response: { 200: answer } } },
      async (request) => {
        const { tenant, actor } = officeContext(request);
        const { q, limit } = request.query;
        const today = dateIn(tenant.timeZone, deps.clock.now());
        return deps.tenancy.readTenant(tenant, async (read) => {
          const [letters, [office]] = await Promise.all([
            findForPalette(read, { actor }, { q, today, limit }),
            searchOffice(read, { pattern: likePattern(q), today, limit }),
          ]);
          const found = letters.map(
            (each): Hit => ({ kind: 'letter', id: each.id, title: each.subject, hint: each.number }),
          );
          return { items: [...found, ...(office?.found ?? [])] };
        });
      },
    );
}
