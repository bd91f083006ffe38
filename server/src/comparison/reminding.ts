import { sql } from 'drizzle-orm';
import { type Clock, dateIn } from '../core/clock.ts';
import { notify } from '../core/notices.ts';
import { outbox } from '../core/queue/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';

/** Days before its deadline that a plan is recalled. */
const daysAhead = 7;
/** At most so many in one round; the rest follow in the next. */
const mostAtOnce = 200;
/** Nobody is told at night: reminders go out from this hour on in the regency's zone. */
const firstHour = 7;

const hourIn = (timeZone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));

// Once when the deadline comes near, and once when it is past.
const waiting = (today: string) => sql`state in ('planned', 'started') and (
  (reminded_on is null and due_on <= ${today}::date + ${daysAhead}::int)
  or (due_on < ${today}::date and reminded_on <= due_on))`;

/**
 * Reminds those responsible for adoption plans; by two workers at once, or again, nobody hears anything twice.
 * @returns what to do at each regency, from time to time
 */
export function createAdoptionReminders({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return async (regency: Tenant & { timeZone: string }): Promise<void> => {
    const now = clock.now();
    if (hourIn(regency.timeZone, now) < firstHour) return;
    const today = dateIn(regency.timeZone, now);
    const due = await tenancy.readTenant(regency, (read) =>
      read.execute(sql`select 1 from adoption_plans where ${waiting(today)} limit 1`),
    );
    // Most looks find nothing: one read then, no transaction.
    if (due.length === 0) return;
    await tenancy.withTenant(regency, async (tx) => {
      const plans = await tx.execute<{
        id: string;
        title: string;
        positionId: string;
        dueOn: string;
        creator: string;
      }>(sql`
        update adoption_plans set reminded_on = ${today}::date
        where id in (select id from adoption_plans where ${waiting(today)} order by due_on, id limit ${mostAtOnce}
          for update skip locked)
        returning id, title, responsible_position_id as "positionId", due_on::text as "dueOn", created_by as creator`);
      for (const { id, title, positionId, dueOn, creator } of plans) {
        const late = dueOn < today;
        await notify(
          tx,
          { positionIds: [positionId], personIds: late ? [creator] : [] },
          { now, today },
          {
            kind: 'adoption_plan',
            subject: { kind: 'adoption_plan', id },
            textKey: late ? 'adoption_plan.overdue' : 'adoption_plan.due',
            values: { title, due: dueOn },
          },
        );
      }
    });
    outbox.poke();
  };
}
