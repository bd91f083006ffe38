import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Clock, dateIn } from '../core/clock.ts';
import { events } from '../core/queue/index.ts';
import type { Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';

/** Days before an agreement's end at which its readers are told, once each. */
const beforeEnd = [90, 30, 7];
/** Days before an activity of the work plan is due. */
const beforeDue = 7;
/** The last day of each half-year by which the evaluation is due, and from when it is asked for. */
const halves = [
  { half: 1, from: '06-01', until: '06-30' },
  { half: 2, from: '12-01', until: '12-31' },
];

/** Those who read agreements: administrators, the secretary and the regent. */
export async function readersOf(tx: TenantTx, today: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select p.id from people p where p.active and (
    exists (select from person_roles r where r.person_id = p.id and r.role = 'admin')
    or exists (select from assignments a join positions pos on pos.id = a.position_id
      where a.person_id = p.id and pos.kind in ('regent', 'secretary') and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on)))`);
  return rows.map((row) => row.id);
}

/** The same for each telling of one thing, so that telling it again adds nothing. */
export function noticeId(thing: string, personId: string): string {
  const hex = createHash('sha256').update(`${thing}|${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const daysUntil = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The threshold that was last passed: with 20 days left, 30. Null while the end is far. */
export const thresholdOf = (daysLeft: number): number | null =>
  daysLeft < 0 ? null : (beforeEnd.filter((days) => daysLeft <= days).at(-1) ?? null);

type Row = {
  kind: 'ending' | 'due' | 'evaluate';
  id: string;
  key: string;
  title: string;
  name: string;
  date: string;
};

/**
 * Tells a regency's readers of agreements of what comes near: the end of one, an activity of the work plan that its own
 * side has not finished, an evaluation that is due. Each once per person; a change of the date is told anew.
 * @returns how many notices were written
 */
export async function remindOfAgreements(
  { tenancy, clock }: { tenancy: Tenancy; clock: Clock },
  regency: Tenant & { timeZone: string },
): Promise<number> {
  const today = dateIn(regency.timeZone, clock.now());
  const half = halves.find(({ from, until }) => today.slice(5) >= from && today.slice(5) <= until);
  return tenancy.withTenant(regency, async (tx) => {
    const live = await tx.execute<{ id: string; title: string; endsOn: string; isEvaluated: boolean }>(sql`
      select a.id, a.title, t.ends_on::text as "endsOn", exists (select from platform.agreement_evaluations e
        where e.agreement_id = a.id and e.tenant_slug = ${regency.slug}
          and e.year = ${Number(today.slice(0, 4))} and e.half = ${half?.half ?? 0}) as "isEvaluated"
      from platform.agreements a cross join lateral platform.agreement_terms(a.id) t
      where a.base_id is null and a.state = 'signed'
        and platform.effective_state(a.state, a.starts_at, t.ends_at, a.terminated_at) = 'in_force'`);
    const due = await tx.execute<{ id: string; activityId: string; title: string; name: string; dueOn: string }>(sql`
      select c.agreement_id as id, c.id as "activityId", a.title, c.activity as name, c.due_on::text as "dueOn"
      from platform.agreement_activities c join platform.agreements a on a.id = c.agreement_id
      left join platform.agreement_progress p on p.activity_id = c.id and p.tenant_slug = ${regency.slug}
      where c.dropped_at is null and a.state = 'signed' and c.due_on <= ${today}::date + ${beforeDue}::integer
        and coalesce(p.state, 'planned') not in ('done', 'stopped')`);
    const rows: Row[] = [];
    for (const { id, title, endsOn, isEvaluated } of live) {
      const threshold = thresholdOf(daysUntil(today, endsOn));
      if (threshold !== null) {
        rows.push({ kind: 'ending', id, key: `${id}|${endsOn}|${threshold}`, title, name: '', date: endsOn });
      }
      if (half && !isEvaluated) {
        const until = `${today.slice(0, 4)}-${half.until}`;
        rows.push({ kind: 'evaluate', id, key: `${id}|evaluate|${until}`, title, name: '', date: until });
      }
    }
    for (const { id, activityId, title, name, dueOn } of due) {
      rows.push({ kind: 'due', id, key: `${activityId}|${dueOn}`, title, name, date: dueOn });
    }
    if (rows.length === 0) return 0;
    const people = await readersOf(tx, today);
    const told = new Set<string>();
    for (const row of rows) {
      const values = JSON.stringify({ title: row.title, name: row.name, date: row.date });
      for (const personId of people) {
        const added =
          await tx.execute(sql`insert into notices (id, person_id, kind, subject_kind, subject_id, text_key, text_values)
          values (${noticeId(row.key, personId)}, ${personId}, 'agreement', 'agreement', ${row.id},
            ${`agreement.${row.kind}`}, ${values}::text::jsonb) on conflict (id) do nothing returning id`);
        if (added.length > 0) told.add(`${row.key}|${personId}`);
      }
    }
    const heard = people.filter((personId) => [...told].some((each) => each.endsWith(`|${personId}`)));
    if (heard.length > 0) await events.publish(tx, { topic: 'notices', personIds: heard });
    return told.size;
  });
}

/** What the worker does for one regency on its round. */
export const createAgreementReminders =
  (deps: { tenancy: Tenancy; clock: Clock }) =>
  async (regency: Tenant & { timeZone: string }): Promise<void> => {
    await remindOfAgreements(deps, regency);
  };
