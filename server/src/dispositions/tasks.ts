import { sql } from 'drizzle-orm';
import { endOfDate } from '../core/clock.ts';
import { positionsFor } from '../core/rights/index.ts';
import { isSecret, mayRead } from '../letters/index.ts';
import type { Task, TaskSource } from '../tasks/index.ts';

type Row = Pick<Task, 'id' | 'subject' | 'urgency' | 'secrecy'> & {
  from: string;
  since: string;
  dueOn: string | null;
  instruction: string;
  /** All that was handed on is completed. */
  isReported: boolean;
};

/**
 * Dispositions that wait for the person: those not acted on yet, and those handed on of which all reports are in, so
 * that only the own report is missing.
 */
export const dispositionTasks: TaskSource = {
  kinds: ['disposition', 'disposition_report'],
  async list(read, { actor, tenant, today, limit }) {
    const mine = positionsFor(actor, 'dispose');
    if (mine.length === 0) return [];
    const rows = await read.execute<Row>(sql`
      select d.id, l.subject, l.urgency, l.secrecy, pe.name as "from", d.due_on::text as "dueOn", d.instruction,
        coalesce(done.at, d.created_at) as since, d.state = 'forwarded' as "isReported"
      from dispositions d join letters l on l.id = d.letter_id join people pe on pe.id = d.from_person_id
        left join lateral (select max(b.completed_at) as at, bool_and(b.state = 'completed') as complete
          from dispositions b where b.parent_id = d.id and b.state <> 'cancelled') done on true
      where d.to_position_id = any(${sql.param(mine)}::uuid[])
        and (d.state in ('unread', 'read') or (d.state = 'forwarded' and coalesce(done.complete, true)))
        and ${mayRead(actor, { id: sql`l.id`, secrecy: sql`l.secrecy` }, today)}
      order by array_position(array['amat_segera', 'segera', 'biasa'], l.urgency), d.id limit ${limit}`);
    return rows.map((row) => ({
      id: row.id,
      kind: row.isReported ? 'disposition_report' : 'disposition',
      subject: row.subject,
      from: row.from,
      since: new Date(row.since),
      dueAt: row.dueOn === null ? null : endOfDate(row.dueOn, tenant.timeZone),
      urgency: row.urgency,
      secrecy: row.secrecy,
      act: { verb: row.isReported ? 'complete' : 'dispose', target: `/dispositions/${row.id}` },
      note: isSecret(row.secrecy) ? null : row.instruction,
    }));
  },
};
