import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { commonProblems, defineProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { pgError, type Tenancy, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { letterCountQuery } from '../letters/index.ts';

const savedSearchProblems = defineProblems({
  /** The person already keeps a search under this name. */
  nameTaken: { code: 'saved_search_exists', status: 409, title: 'Anda sudah menyimpan pencarian dengan nama ini' },
  /** It names a unit or person that there is not, or is shared with a unit of others; `errors` says where. */
  invalid: { code: 'invalid_saved_search', status: 422, title: 'Pencarian ini tidak dapat disimpan' },
  /** As many as a person keeps. */
  tooMany: { code: 'too_many_saved_searches', status: 409, title: 'Pencarian yang disimpan sudah terlalu banyak' },
});

/** More than this nobody finds again. */
const mostPerPerson = 50;

const name = z.string().trim().min(1, 'Beri nama pencarian ini.').max(80);
/** The filters of GET /letters, as its address has them. */
const query = letterCountQuery.refine((each) => Object.values(each).some((value) => value !== undefined), {
  message: 'Pilih paling sedikit satu saringan atau kata.',
});
/** A unit of one's own to whom it is shown; null for oneself alone. */
const sharedUnitId = z.uuid().nullable();

export const createSavedSearchBody = z.object({ name, query, sharedUnitId: sharedUnitId.default(null) });
export const updateSavedSearchBody = z.object({
  name: name.optional(),
  query: query.optional(),
  sharedUnitId: sharedUnitId.optional(),
});
export const orderSavedSearchesBody = z.object({ ids: z.array(z.uuid()).min(1).max(mostPerPerson) });
export const savedSearchAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  query: letterCountQuery,
  isMine: z.boolean(),
  /** Who keeps it. */
  owner: z.string(),
  sharedUnit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export const savedSearchesAnswer = z.object({ items: z.array(savedSearchAnswer) });
type SavedSearch = z.infer<typeof savedSearchAnswer>;

const unitsOf = (ctx: OfficeContext): string[] => [
  ...new Set(ctx.actor.positions.filter((each) => each.mode !== 'delegate').map((each) => each.unitId)),
];

const taken = '23505';

/** Own searches in their order, then those that colleagues of one's units show. */
async function listFor(read: TenantRead, ctx: OfficeContext, id: string | null = null): Promise<SavedSearch[]> {
  const { personId } = ctx.actor;
  const rows = await read.execute<SavedSearch>(sql`
    select s.id, s.name, s.query, s.person_id = ${personId}::uuid as "isMine", pe.name as owner,
      (select jsonb_build_object('id', u.id, 'name', u.name) from units u where u.id = s.shared_unit_id) as "sharedUnit"
    from saved_searches s join people pe on pe.id = s.person_id
    where (s.person_id = ${personId}::uuid or s.shared_unit_id = any(${sql.param(unitsOf(ctx))}::uuid[]))
      and (${id}::uuid is null or s.id = ${id}::uuid)
    order by (s.person_id = ${personId}::uuid) desc, s.ordinal, s.id limit 200`);
  return [...rows];
}

const notFound = () => problem(commonProblems.notFound, { detail: 'Pencarian ini tidak ada, atau bukan milik Anda.' });

type Kept = { query?: z.infer<typeof query> | undefined; sharedUnitId?: string | null | undefined };

/** @throws invalid_saved_search with every fault */
async function requireKnown(read: TenantRead, ctx: OfficeContext, { query: kept, sharedUnitId: shared }: Kept) {
  const [known] = await read.execute<{ unit: boolean; person: boolean }>(sql`
    select (${kept?.unit ?? null}::uuid is null or exists (select from units where id = ${kept?.unit ?? null}::uuid)) as unit,
      (${kept?.person ?? null}::uuid is null or exists (select from people where id = ${kept?.person ?? null}::uuid)) as person`);
  const errors = [
    ...(known?.unit ? [] : [{ path: 'query.unit', message: 'Unit ini tidak ada di kantor ini.' }]),
    ...(known?.person ? [] : [{ path: 'query.person', message: 'Orang ini tidak ada di kantor ini.' }]),
    ...(!shared || unitsOf(ctx).includes(shared)
      ? []
      : [{ path: 'sharedUnitId', message: 'Bagikan hanya kepada unit tempat Anda menjabat.' }]),
  ];
  const [first] = errors;
  if (first) throw problem(savedSearchProblems.invalid, { detail: first.message, errors });
}

/** @throws saved_search_exists where the name is taken */
async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (pgError(error)?.code === taken) throw problem(savedSearchProblems.nameTaken);
    throw error;
  }
}

export type SavedSearchService = ReturnType<typeof createSavedSearchService>;

/** Searches that people keep under a name. A shared one finds, for each who opens it, what they may read themselves. */
export function createSavedSearchService({ tenancy }: { tenancy: Tenancy }) {
  async function answer(tx: TenantTx, ctx: OfficeContext, id: string): Promise<SavedSearch> {
    const [saved] = await listFor(tx, ctx, id);
    if (!saved) throw notFound();
    return saved;
  }

  return {
    list: (ctx: OfficeContext) => tenancy.readTenant(ctx.tenant, async (read) => ({ items: await listFor(read, ctx) })),

    /** @throws invalid_saved_search, saved_search_exists, too_many_saved_searches */
    create: (ctx: OfficeContext, input: z.infer<typeof createSavedSearchBody>): Promise<SavedSearch> =>
      naming(() =>
        tenancy.withTenant(ctx.tenant, async (tx) => {
          await requireKnown(tx, ctx, input);
          const id = newId();
          const { personId } = ctx.actor;
          const made = await tx.execute(sql`
            insert into saved_searches (id, person_id, name, query, ordinal, shared_unit_id)
            select ${id}::uuid, ${personId}::uuid, ${input.name}, ${JSON.stringify(input.query)}::text::jsonb,
              coalesce(max(s.ordinal), 0) + 1, ${input.sharedUnitId}::uuid
            from saved_searches s where s.person_id = ${personId}::uuid having count(*) < ${mostPerPerson} returning id`);
          if (made.length === 0) throw problem(savedSearchProblems.tooMany);
          return answer(tx, ctx, id);
        }),
      ),

    /** @throws not_found, invalid_saved_search, saved_search_exists */
    update: (ctx: OfficeContext, id: string, input: z.infer<typeof updateSavedSearchBody>): Promise<SavedSearch> =>
      naming(() =>
        tenancy.withTenant(ctx.tenant, async (tx) => {
          await requireKnown(tx, ctx, input);
          const query = input.query === undefined ? null : JSON.stringify(input.query);
          const changed =
            await tx.execute(sql`update saved_searches set name = coalesce(${input.name ?? null}::text, name),
              query = coalesce(${query}::text::jsonb, query),
              shared_unit_id = case when ${input.sharedUnitId !== undefined}::boolean then ${input.sharedUnitId ?? null}::uuid
                else shared_unit_id end
            where id = ${id}::uuid and person_id = ${ctx.actor.personId}::uuid returning id`);
          if (changed.length === 0) throw notFound();
          return answer(tx, ctx, id);
        }),
      ),

    /** Puts one's own in an order; those that are not named come after. @throws not_found for one that is not one's own */
    order: (ctx: OfficeContext, ids: readonly string[]) =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const named = sql.param([...ids]);
        const moved =
          await tx.execute(sql`update saved_searches s set ordinal = coalesce(array_position(${named}::uuid[], s.id), 1000)
          where s.person_id = ${ctx.actor.personId}::uuid returning s.id`);
        const own = new Set(moved.map((row) => String(row.id)));
        if (!ids.every((id) => own.has(id))) throw notFound();
        return { items: await listFor(tx, ctx) };
      }),

    /** @throws not_found */
    remove: (ctx: OfficeContext, id: string): Promise<void> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const gone = await tx.execute(sql`delete from saved_searches where id = ${id}::uuid
          and person_id = ${ctx.actor.personId}::uuid returning id`);
        if (gone.length === 0) throw notFound();
      }),
  };
}
