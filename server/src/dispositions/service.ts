import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { outbox } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { standingRoutes } from '../incoming/index.ts';
import {
  findReadingReasons,
  letterNotFound,
  type Moment,
  momentOf,
  recordReading,
  recordReadingOf,
} from '../letters/index.ts';
import {
  cancelDisposition,
  completeDisposition,
  type Held,
  readDisposition,
  reportOnDisposition,
  seesAll,
} from './acting.ts';
import { disposeLetter } from './disposing.ts';
import { dispositionNotFound } from './problems.ts';
import {
  findLetterHead,
  findLetterIdOf,
  findPosts,
  listBelow,
  listHabits,
  listInstructions,
  listOfLetter,
  listOfPositions,
} from './repository.ts';
import { habitsOf, isOpen, visibleTree } from './rules.ts';
import type {
  Dispose,
  DispositionAnswer,
  ListItem,
  ListQuery,
  SuggestionAnswer,
  SuggestionQuery,
  TreeAnswer,
} from './schema.ts';
import { toAnswer } from './view.ts';

export type DispositionService = ReturnType<typeof createDispositionService>;

/** How many people are suggested. */
const suggestionCount = 5;

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Dispositions: leaders hand letters on, and reports flow back up. */
export function createDispositionService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  async function act(
    ctx: OfficeContext,
    perform: (tx: TenantTx, at: Moment) => Promise<Held>,
  ): Promise<DispositionAnswer> {
    const at = momentOf(ctx, clock);
    const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
      const { row, mine } = await perform(tx, at);
      const all = await listOfLetter(tx, row.letterId, at.today);
      const now = all.find((each) => each.id === row.id);
      if (!now) throw new Error('a locked disposition is gone');
      await recordReadingOf(tx, ctx, row.letterId, 'disposition', row.id);
      return toAnswer(now, mine, all);
    });
    outbox.poke();
    return answer;
  }

  return {
    /** @throws not_found, forbidden, letter_state, disposition_state, invalid_disposition, already_disposed */
    async dispose(ctx: OfficeContext, letterId: string, input: Dispose): Promise<{ items: DispositionAnswer[] }> {
      const at = momentOf(ctx, clock);
      const items = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const ids = await disposeLetter(tx, ctx, letterId, input, at);
        const all = await listOfLetter(tx, letterId, at.today);
        const mine = positionsFor(ctx.actor, 'dispose');
        await recordReadingOf(tx, ctx, letterId, 'disposition');
        return ids.flatMap((id) => all.filter((row) => row.id === id).map((row) => toAnswer(row, mine, all)));
      });
      outbox.poke();
      return { items };
    },

    /** What the person may see of a letter's dispositions. @throws not_found */
    tree: (ctx: OfficeContext, letterId: string): Promise<TreeAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const [reasons, found, all, desks] = await Promise.all([
          findReadingReasons(read, ctx, letterId, today),
          findLetterHead(read, letterId, today),
          listOfLetter(read, letterId, today),
          standingRoutes(read, letterId),
        ]);
        if (!found || reasons.length === 0) throw letterNotFound();
        const { direction, routedTo: first, routedAt, ...letter } = found;
        const mine = positionsFor(ctx.actor, 'dispose');
        const items = visibleTree(all, { positionIds: mine, seesAll: seesAll(reasons) });
        // With several desks, the person's own is the one their line begins at.
        const own = desks.find((id) => mine.includes(id));
        const routedTo =
          own === undefined || own === first?.positionId
            ? first
            : ((await findPosts(read, [own], today)).get(own) ?? first);
        const root = routedTo && {
          ...routedTo,
          since: routedAt === null ? null : new Date(routedAt).toISOString(),
          hasDisposed: all.some(
            (row) => row.parentId === null && row.state !== 'cancelled' && row.fromPositionId === routedTo.positionId,
          ),
          mayDispose: direction === 'incoming' && letter.state === 'registered' && mine.includes(routedTo.positionId),
        };
        // The words of dispositions and reports are the letter's matter; without any this says no more than a list does.
        if (items.length > 0) await recordReading(read, ctx, letter, 'disposition');
        return { letter, root, items: items.map(({ depth, ...row }) => ({ ...toAnswer(row, mine, all), depth })) };
      }),

    /** What was given to or by the person's positions, newest first. */
    list: (ctx: OfficeContext, query: ListQuery): Promise<Page<ListItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const positionIds = positionsFor(ctx.actor, 'dispose');
        const open = query.open === undefined ? null : query.open === 'true';
        const { box, limit } = query;
        const overdue = query.overdue === 'true';
        const sought = {
          actor: ctx.actor,
          box,
          positionIds,
          open,
          overdue,
          cursor: query.cursor ?? null,
          limit: limit + 1,
        };
        const page = toPage([...(await listOfPositions(read, sought, today))], limit);
        return {
          items: page.items.map((row) => {
            const { subject, letterFrom, agendaNumber, secrecy, urgency } = row;
            return { ...toAnswer(row, positionIds, [row]), subject, letterFrom, agendaNumber, secrecy, urgency };
          }),
          nextCursor: page.nextCursor,
        };
      }),

    /** One that the person may see. @throws not_found */
    get: (ctx: OfficeContext, id: string): Promise<DispositionAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const letterId = await findLetterIdOf(read, id);
        if (letterId === null) throw dispositionNotFound();
        const [reasons, all] = await Promise.all([
          findReadingReasons(read, ctx, letterId, today),
          listOfLetter(read, letterId, today),
        ]);
        const mine = positionsFor(ctx.actor, 'dispose');
        const row = visibleTree(all, { positionIds: mine, seesAll: seesAll(reasons) }).find((each) => each.id === id);
        if (!row || reasons.length === 0) throw dispositionNotFound();
        await recordReadingOf(read, ctx, letterId, 'disposition', id);
        return toAnswer(row, mine, all);
      }),

    /** @throws not_found, forbidden */
    read: (ctx: OfficeContext, id: string) => act(ctx, (tx, at) => readDisposition(tx, ctx, id, at)),
    /** @throws not_found, forbidden, disposition_state */
    complete: (ctx: OfficeContext, id: string, report: string) =>
      act(ctx, (tx, at) => completeDisposition(tx, ctx, id, report, at)),
    /** @throws not_found, forbidden, disposition_state */
    report: (ctx: OfficeContext, id: string, text: string) =>
      act(ctx, (tx, at) => reportOnDisposition(tx, ctx, id, text, at)),
    /** @throws not_found, forbidden, disposition_state, invalid_input without a reason that is needed */
    cancel: (ctx: OfficeContext, id: string, reason: string | null) =>
      act(ctx, (tx, at) => cancelDisposition(tx, ctx, id, reason, at)),

    /**
     * What the person would probably do with this letter: from their own past dispositions, then the posts below
     * theirs. Who has it already is left out. @throws not_found
     */
    suggestions: (ctx: OfficeContext, { letterId, parentId }: SuggestionQuery): Promise<SuggestionAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const reasons = await findReadingReasons(read, ctx, letterId, today);
        if (reasons.length === 0) throw letterNotFound();
        const all = await listOfLetter(read, letterId, today);
        const parent = all.find((row) => row.id === parentId);
        // Who holds two posts has habits in each.
        const mine = positionsFor(ctx.actor, 'dispose').filter((id) => !parent || id === parent.toPositionId);
        const [habits, below, instructions] = await Promise.all([
          listHabits(read, mine, letterId),
          listBelow(read, mine, today, suggestionCount),
          listInstructions(read),
        ]);
        const taken = new Set(all.filter((row) => isOpen(row.state)).map((row) => row.toPositionId));
        const usual = habitsOf(
          habits.map((each) => ({ ...each, weight: Number(each.weight) })),
          suggestionCount,
        );
        const posts = await findPosts(
          read,
          usual.map((each) => each.toPositionId),
          today,
        );
        const items: SuggestionAnswer['items'] = usual.flatMap(({ toPositionId, instruction, days, times }) => {
          const to = posts.get(toPositionId);
          if (!to || to.holder === null || taken.has(toPositionId)) return [];
          const dueOn = days === null ? null : addDays(today, Math.max(0, Number(days)));
          return [{ to, instruction, dueOn, reason: 'habit' as const, times }];
        });
        const known = new Set([...taken, ...items.map((item) => item.to.positionId)]);
        for (const to of below) {
          if (items.length >= suggestionCount || known.has(to.positionId)) continue;
          items.push({ to, instruction: instructions[0] ?? '', dueOn: null, reason: 'below', times: 0 });
        }
        return { items, instructions };
      }),
  };
}
