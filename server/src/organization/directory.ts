import { type SQL, sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { likeLiteral, likeWords, type OrganizationDeps, todayOf } from './context.ts';
import { type DirectoryItem, type DirectoryQuery, directoryKinds } from './schema.ts';
import { headOf, isValid, joinHolder } from './sql.ts';

type Search = { words: string[]; beginning: string; today: string; limit: number };

/** Every word is somewhere in `text`; names that begin with the query come first. */
const matches = (text: SQL, search: Search): SQL => sql`${text} ilike all(${sql.param(search.words)}::text[])`;
const order = (name: SQL, search: Search): SQL =>
  sql`order by ${name} ilike ${search.beginning} desc, ${name} limit ${search.limit}`;

const statements: Record<DirectoryItem['kind'], (search: Search) => SQL> = {
  unit: (search) => sql`
    select 'unit' as kind, u.id, u.name, ${headOf(search.today)} #>> '{holder,name}' as holder, u.short_name as detail
    from units u where ${isValid('u', search.today)}
      and ${matches(sql`u.name || ' ' || u.short_name || ' ' || u.code`, search)}
    order by u.short_name ilike ${search.beginning} or u.name ilike ${search.beginning} desc, u.name
    limit ${search.limit}`,
  position: (search) => sql`
    select 'position' as kind, pos.id, pos.title as name, h.name as holder, u.short_name as detail
    from positions pos join units u on u.id = pos.unit_id ${joinHolder(search.today)}
    where ${isValid('pos', search.today)} and ${isValid('u', search.today)}
      and ${matches(sql`pos.title || ' ' || u.name || ' ' || u.short_name || ' ' || coalesce(h.name, '')`, search)}
    ${order(sql`pos.title`, search)}`,
  person: (search) => sql`
    select 'person' as kind, p.id, p.name, null as holder, (
      select pos.title from assignments a join positions pos on pos.id = a.position_id
      where a.person_id = p.id and ${search.today}::date >= a.starts_on
        and (a.ends_on is null or ${search.today}::date <= a.ends_on)
      order by a.mode <> 'definitif', a.starts_on limit 1) as detail
    from people p where p.active and ${matches(sql`p.name || ' ' || p.username`, search)}
    ${order(sql`p.name`, search)}`,
  tenant: (search) => sql`
    select 'tenant' as kind, t.slug as id, t.name, null as holder, r.province as detail
    from platform.tenants t join platform.regions r on r.code = t.region_code
    where t.status = 'active' and t.slug <> platform.current_tenant()
      and ${matches(sql`t.name || ' ' || t.slug || ' ' || r.province`, search)}
    ${order(sql`t.name`, search)}`,
};

const find = (read: TenantRead, kind: DirectoryItem['kind'], search: Search) =>
  read.execute<DirectoryItem>(statements[kind](search));

/** How many of each kind a search over all kinds shows. */
const eachOfAll = 6;

export function directoryService({ tenancy, clock }: OrganizationDeps) {
  return {
    /** Whom one can address, for every signed-in person: today's units, positions, people, and other regencies. */
    search: (ctx: OfficeContext, { kind, q, limit }: DirectoryQuery): Promise<{ items: DirectoryItem[] }> => {
      const search = { words: likeWords(q), beginning: `${likeLiteral(q.trim())}%`, today: todayOf(ctx, clock) };
      return tenancy.readTenant(ctx.tenant, async (read) => {
        if (kind) return { items: await find(read, kind, { ...search, limit }) };
        const each = Math.min(eachOfAll, limit);
        const found = await Promise.all(directoryKinds.map((every) => find(read, every, { ...search, limit: each })));
        return { items: found.flat().slice(0, limit) };
      });
    },
  };
}
