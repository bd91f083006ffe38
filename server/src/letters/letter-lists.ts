import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { momentOf } from './context.ts';
import { filtersOf } from './letter-filters.ts';
import { countStatement, listStatement } from './list-letters.ts';
import { letterNotFound } from './problems.ts';
import { type Reader, readerOf, turnPositions } from './reader.ts';
import { listReadings } from './readings.ts';
import type { LetterCountQuery, LetterItem, LetterQuery } from './schema.ts';
import { findLetterIds, searchLetters, snippetOf } from './search-letters.ts';
import type { ParticipantReason } from './tables.ts';
import { toItem } from './view.ts';
import { countWorkLists, type WorkList } from './work-lists.ts';
import { findReadingReasons } from './workflow.ts';

/** As far as letters are counted; an interface says "more than". */
const counted = 1000;

/** Who may see the record of readings of a secret letter. */
const answersFor: readonly ParticipantReason[] = ['drafter', 'signer', 'addressee', 'routed', 'registrar'];

const isSearch = (query: { q?: string | undefined; party?: string | undefined }): boolean =>
  Boolean(query.q) || Boolean(query.party);

/** The inputs of lists and search that follow from the person and the filters. */
function narrowedBy(ctx: OfficeContext, query: LetterCountQuery & { cursor?: string | undefined }, clock: Clock) {
  const reader: Reader = readerOf(ctx.actor);
  return {
    box: query.box ?? ('all' as const),
    isRegistrar: reader.registryUnits.length > 0,
    inputs: {
      ...reader,
      ...turnPositions(ctx.actor),
      ...filtersOf(query),
      today: momentOf(ctx, clock).today,
      cursor: query.cursor ?? null,
    },
  };
}

/** Lists, search, counts and the record of readings: what only looks, over many letters. */
export function createLetterLists({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return {
    list: (ctx: OfficeContext, query: LetterQuery): Promise<Page<LetterItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { inputs, box, isRegistrar } = narrowedBy(ctx, query, clock);
        const limit = query.limit + 1;
        if (isSearch(query)) {
          const search = { ...inputs, q: query.q ?? '', party: query.party ?? '', limit };
          const page = toPage(await searchLetters(read, box, search, query.order), query.limit);
          const items = page.items.map((row) => toItem(row, snippetOf(row.headline)));
          return { items, nextCursor: query.order === 'newest' ? page.nextCursor : null };
        }
        const rows = await listStatement(box, isRegistrar, query.list ?? null)(read, { ...inputs, limit });
        const page = toPage(rows, query.limit);
        return { items: page.items.map((row) => toItem(row)), nextCursor: page.nextCursor };
      }),

    /** How many letters a list or search holds, counted up to a thousand. */
    count: (ctx: OfficeContext, query: LetterCountQuery): Promise<{ count: number; more: boolean }> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { inputs, box, isRegistrar } = narrowedBy(ctx, query, clock);
        const limit = counted + 1;
        const found = isSearch(query)
          ? (await findLetterIds(read, box, { ...inputs, q: query.q ?? '', party: query.party ?? '', limit })).length
          : ((await countStatement(box, isRegistrar, query.list ?? null)(read, { ...inputs, limit }))[0]?.count ?? 0);
        return { count: Math.min(found, counted), more: found > counted };
      }),

    /** What waits for the person, per work list. */
    workLists: (ctx: OfficeContext): Promise<Record<WorkList, number>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const reader = readerOf(ctx.actor);
        const count = countWorkLists(reader.registryUnits.length > 0);
        const { today } = momentOf(ctx, clock);
        const [counts] = await count(read, { ...reader, ...turnPositions(ctx.actor), today });
        if (!counts) throw new Error('work lists were not counted');
        return counts;
      }),

    /**
     * Who opened a secret letter; none are kept of others. For those who read it and answer for it.
     * @throws not_found, forbidden
     */
    readings: (ctx: OfficeContext, id: string, page: { cursor?: string | undefined; limit: number }) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const reasons = await findReadingReasons(read, ctx, id, momentOf(ctx, clock).today);
        if (reasons.length === 0) throw letterNotFound();
        if (!reasons.some((each) => answersFor.includes(each.reason))) {
          throw problem(commonProblems.forbidden, {
            detail: 'Catatan pembaca dilihat oleh penyusun, penanda tangan, dan pejabat yang dituju.',
          });
        }
        const rows = await listReadings(read, id, { cursor: page.cursor ?? null, limit: page.limit + 1 });
        return toPage([...rows], page.limit);
      }),
  };
}
