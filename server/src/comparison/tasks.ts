import { sql } from 'drizzle-orm';
import { endOfDate } from '../core/clock.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TaskSource } from '../tasks/index.ts';
import { isoTime } from './schemes.ts';

/** Days before its deadline from which an adoption plan waits on the first page. */
const daysAhead = 14;

/** Adoption plans of one's posts whose deadline is near or past. */
export const adoptionTasks: TaskSource = {
  kinds: ['adoption_plan'],
  async list(read, { actor, tenant, today, limit }) {
    const positions = positionsFor(actor, 'dispose');
    if (positions.length === 0) return [];
    const rows = await read.execute<{
      id: string;
      title: string;
      from: string | null;
      since: string;
      dueOn: string;
    }>(sql`
      select p.id, p.title, p.from_name as "from", ${isoTime(sql`p.created_at`)} as since, p.due_on::text as "dueOn"
      from adoption_plans p where p.responsible_position_id = any(${sql.param(positions)}::uuid[])
        and p.state in ('planned', 'started') and p.due_on <= ${today}::date + ${daysAhead}::int
      order by p.due_on, p.id limit ${limit}`);
    return rows.map((row) => ({
      id: row.id,
      kind: 'adoption_plan',
      subject: row.title,
      from: row.from,
      since: new Date(row.since),
      dueAt: endOfDate(row.dueOn, tenant.timeZone),
      urgency: 'biasa' as const,
      secrecy: 'biasa' as const,
      act: { verb: 'report', target: `/adoption-plans/${row.id}` },
    }));
  },
};
