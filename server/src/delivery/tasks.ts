import { sql } from 'drizzle-orm';
import { readerOf, servedUnits } from '../letters/index.ts';
import type { Task, TaskSource } from '../tasks/index.ts';

type Row = Pick<Task, 'id' | 'subject' | 'urgency' | 'secrecy'> & { to: string; since: string };

/** Letters of which a copy did not arrive: for the drafter, and for the registrars of the signer's unit. */
export const deliveryTasks: TaskSource = {
  kinds: ['letter_undelivered'],
  async list(read, { actor, today, limit }) {
    const { personId, registryUnits } = readerOf(actor);
    const served =
      registryUnits.length === 0
        ? sql`false`
        : sql`coalesce((select unit_id from positions where id = l.signer_position_id), l.unit_id)
            in ${servedUnits(sql.param(registryUnits), today)}`;
    const rows = await read.execute<Row>(sql`
      select l.id, l.subject, l.urgency, l.secrecy, lost.name as "to", lost.since
      from (select r.letter_id, min(r.name) as name, min(r.failed_at) as since from letter_recipients r
        where r.delivery in ('failed', 'bounced') group by r.letter_id) lost
        join letters l on l.id = lost.letter_id
      where l.direction = 'outgoing' and (l.drafter_id = ${personId}::uuid or ${served})
      order by array_position(array['amat_segera', 'segera', 'biasa'], l.urgency), l.id limit ${limit}`);
    return rows.map((row) => ({
      id: row.id,
      kind: 'letter_undelivered',
      subject: row.subject,
      from: row.to,
      since: new Date(row.since),
      dueAt: null,
      urgency: row.urgency,
      secrecy: row.secrecy,
      act: { verb: 'resend', target: `/letters/${row.id}` },
    }));
  },
};
