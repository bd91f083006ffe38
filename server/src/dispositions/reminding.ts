import { type SQL, sql } from 'drizzle-orm';
import { type Clock, dateIn } from '../core/clock.ts';
import { notify } from '../core/notices.ts';
import { outbox } from '../core/queue/index.ts';
import type { Tenancy, Tenant, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { noticeSubject } from '../incoming/index.ts';
import type { Moment, Secrecy } from '../letters/index.ts';
import { type ReminderKind, reminderFor, workingDayAfter } from './rules.ts';

type Watched = {
  id: string;
  letterId: string;
  dueOn: string;
  fromPositionId: string;
  toPositionId: string;
  toTitle: string;
  subject: string;
  secrecy: Secrecy;
};

/** At most so many in one round; the rest follow in the next. */
const mostAtOnce = 500;
/** No row of holidays is longer. */
const holidayDays = 31;

/** Nobody is told at night: reminders go out from this hour on in the regency's zone. */
const firstHour = 7;

const hourIn = (timeZone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hour12: false }).format(at));

/** Open dispositions that call for a reminder which was not given yet. */
const waiting = (today: string, nextWorkingDay: string): SQL => sql`d.state in ('unread', 'read', 'forwarded')
  and d.due_on <= ${nextWorkingDay}::date and not exists (select from disposition_reminders r
    where r.disposition_id = d.id and r.kind = case when d.due_on < ${today}::date then 'overdue'
      when d.due_on = ${today}::date then 'due' else 'before' end)`;

/** Those, locked; what another worker has in hand is left out. */
async function claimWatched(tx: TenantTx, today: string, nextWorkingDay: string): Promise<Watched[]> {
  return tx.execute<Watched>(sql`select d.id, d.letter_id as "letterId", d.due_on::text as "dueOn",
      d.from_position_id as "fromPositionId", d.to_position_id as "toPositionId", pos.title as "toTitle",
      l.subject, l.secrecy
    from dispositions d join letters l on l.id = d.letter_id join positions pos on pos.id = d.to_position_id
    where ${waiting(today, nextWorkingDay)} order by d.due_on, d.id limit ${mostAtOnce} for update of d skip locked`);
}

/** The first working day after today, by the holidays that the platform knows. */
async function findNextWorkingDay(read: TenantRead, today: string): Promise<string> {
  const rows = await read.execute<{ day: string }>(sql`select on_date::text as day from platform.holidays
    where on_date > ${today}::date and on_date <= ${today}::date + ${holidayDays}::int`);
  return workingDayAfter(today, new Set(rows.map((row) => row.day)));
}

async function remind(tx: TenantTx, row: Watched, kind: ReminderKind, at: Moment): Promise<void> {
  const [isNew] = await tx.execute(sql`insert into disposition_reminders (disposition_id, kind, given_at)
    values (${row.id}::uuid, ${kind}, ${at.now.toISOString()}::timestamptz) on conflict do nothing returning kind`);
  if (!isNew) return;
  const values = { subject: noticeSubject(row), due: row.dueOn, position: row.toTitle };
  const subject = { kind: 'letter', id: row.letterId };
  await notify(tx, { positionIds: [row.toPositionId] }, at, {
    kind: 'disposition',
    subject,
    textKey: `disposition.reminder_${kind}`,
    values,
  });
  if (kind !== 'overdue') return;
  await notify(tx, { positionIds: [row.fromPositionId] }, at, {
    kind: 'disposition',
    subject,
    textKey: 'disposition.escalated',
    values,
  });
}

/**
 * Reminds those who have dispositions to finish, one working day before the deadline and on its day, and tells giver and
 * receiver once when it is past. Done twice, or by two workers at once, nobody hears anything twice.
 * @returns what to do at each regency, from time to time
 */
export function createDispositionReminders({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return async (regency: Tenant & { timeZone: string }): Promise<void> => {
    const now = clock.now();
    if (hourIn(regency.timeZone, now) < firstHour) return;
    const at = { now, today: dateIn(regency.timeZone, now) };
    const nextWorkingDay = await tenancy.readTenant(regency, async (read) => {
      const next = await findNextWorkingDay(read, at.today);
      const [found] = await read.execute(sql`select 1 from dispositions d where ${waiting(at.today, next)} limit 1`);
      return found ? next : null;
    });
    // Most looks find nothing: two reads then, no transaction.
    if (nextWorkingDay === null) return;
    await tenancy.withTenant(regency, async (tx) => {
      for (const row of await claimWatched(tx, at.today, nextWorkingDay)) {
        const kind = reminderFor(row.dueOn, at.today, nextWorkingDay);
        if (kind !== null) await remind(tx, row, kind, at);
      }
    });
    outbox.poke();
  };
}
