import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { clockText, findDeadlines, readerOf, storeDeadlines, type TurnDeadlines } from '../letters/index.ts';
import { listLate } from './repository.ts';
import type { Deadlines, LateTurns } from './schema.ts';

/** Late turns that one list shows. */
const mostShown = 200;
/** Settings have no id; the audit log wants one for what was changed. */
const settingsId = '00000000-0000-0000-0000-000000000000';

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const answerOf = ({ days, opens, closes, minutes }: TurnDeadlines): Deadlines => ({
  workingDays: [...days],
  opens: clockText(opens),
  closes: clockText(closes),
  minutes,
});

export type TurnService = ReturnType<typeof createTurnService>;

/** Until when people should approve and sign, and what is late. */
export function createTurnService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return {
    deadlines: async (ctx: OfficeContext): Promise<Deadlines> =>
      answerOf(await tenancy.readTenant(ctx.tenant, findDeadlines)),

    /** Holds for turns that begin from now on; those that are underway keep their time. */
    setDeadlines: (ctx: OfficeContext, input: Deadlines): Promise<Deadlines> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const days = [...input.workingDays].sort((a, b) => a - b);
        const wanted = { days, opens: minuteOf(input.opens), closes: minuteOf(input.closes), minutes: input.minutes };
        await storeDeadlines(tx, wanted, clock.now());
        const { personId, name } = ctx.actor;
        await audit(tx, {
          actor: { personId, name },
          action: 'settings.deadlines_changed',
          subject: { kind: 'settings', id: settingsId },
          detail: { ...input },
        });
        return answerOf(await findDeadlines(tx));
      }),

    /** What is late at the posts below the reader's own, and of the letters that the reader wrote. */
    late: (ctx: OfficeContext): Promise<LateTurns> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const now = clock.now();
        const today = dateIn(ctx.tenant.timeZone, now);
        const rows = await listLate(read, { reader: readerOf(ctx.actor), now, today, limit: mostShown });
        const iso = (at: Date | string) => new Date(at).toISOString();
        return {
          items: rows.map((row) => ({
            ...row,
            subject: row.canRead ? row.subject : null,
            since: iso(row.since),
            dueAt: iso(row.dueAt),
          })),
        };
      }),
  };
}
