import { sql } from 'drizzle-orm';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { asParameters, isSecret, mayRead, readableIds, readerOf, servedUnits, shownSubject } from '../letters/index.ts';
import type { Task, TaskQuestion, TaskSource } from '../tasks/index.ts';

type Row = {
  id: string;
  subject: string;
  from: string;
  since: string;
  dueAt: string | null;
  urgency: Task['urgency'];
  secrecy: Task['secrecy'];
  version: number;
  note?: string | null;
};

const letterAtHand = { id: sql`letters.id`, secrecy: sql`letters.secrecy`, subject: sql`letters.subject` };

const columnsFor = ({ actor, today }: TaskQuestion) => {
  const reader = readerOf(actor);
  const subject = shownSubject(letterAtHand, asParameters(reader), today, reader.registryUnits.length > 0);
  return sql`letters.id, ${subject} as subject, letters.sender_name as "from",
  coalesce(letters.turn_since, letters.updated_at) as since, letters.due_at as "dueAt", letters.urgency, letters.secrecy,
  letters.version`;
};
const order = sql`order by array_position(array['amat_segera', 'segera', 'biasa'], letters.urgency), letters.id`;

const toTask = (row: Row, kind: string, verb: string): Task => ({
  id: row.id,
  kind,
  subject: row.subject,
  from: row.from,
  since: new Date(row.since),
  dueAt: row.dueAt === null ? null : new Date(row.dueAt),
  urgency: row.urgency,
  secrecy: row.secrecy,
  act: { verb, target: `/letters/${row.id}` },
  version: Number(row.version),
  note: isSecret(row.secrecy) ? null : (row.note ?? null),
});

async function listToRegister(read: TenantRead, question: TaskQuestion): Promise<Task[]> {
  const { actor, today, limit } = question;
  const reader = readerOf(actor);
  if (reader.registryUnits.length === 0) return [];
  const inputs = asParameters(reader);
  const rows =
    await read.execute<Row>(sql`select ${columnsFor(question)} from letters where letters.direction = 'incoming'
    and letters.state = 'received' and letters.id in ${readableIds(inputs, today, true, 'envelope')} ${order} limit ${limit}`);
  return rows.map((row) => toTask(row, 'letter_register', 'register'));
}

async function listToDispose(read: TenantRead, question: TaskQuestion): Promise<Task[]> {
  const { actor, today, limit } = question;
  const mine = positionsFor(actor, 'dispose');
  if (mine.length === 0) return [];
  // Whoever has disposed or closed has passed the letter on; copies for information are nobody's turn.
  const rows =
    await read.execute<Row>(sql`select ${columnsFor(question)} from letters where letters.state = 'registered'
    and letters.id in (select r.letter_id from letter_routes r where r.purpose = 'act' and r.done_at is null
      and r.withdrawn_at is null and r.position_id = any(${sql.param(mine)}::uuid[]))
    and ${mayRead(actor, letterAtHand, today)} ${order} limit ${limit}`);
  return rows.map((row) => toTask(row, 'letter_dispose', 'dispose'));
}

/** Letters that came back to the registrar: registered, and on nobody's desk. */
async function listToReroute(read: TenantRead, question: TaskQuestion): Promise<Task[]> {
  const { actor, today, limit } = question;
  const reader = readerOf(actor);
  if (reader.registryUnits.length === 0) return [];
  const rows =
    await read.execute<Row>(sql`select ${columnsFor(question)}, (select r.withdrawn_reason from letter_routes r
      where r.letter_id = letters.id order by r.withdrawn_at desc nulls last limit 1) as note
    from letters where letters.direction = 'incoming' and letters.state = 'registered' and letters.routed_to_position_id is null
    and letters.unit_id in ${servedUnits(sql.param(reader.registryUnits), today)} ${order} limit ${limit}`);
  return rows.map((row) => toTask(row, 'letter_reroute', 'route'));
}

/** What came in and waits: for the registrar to register, for whom it was routed to to dispose. */
export const incomingTasks: TaskSource = {
  kinds: ['letter_register', 'letter_dispose', 'letter_reroute'],
  async list(read, question) {
    const lists = await Promise.all([
      listToRegister(read, question),
      listToDispose(read, question),
      listToReroute(read, question),
    ]);
    return lists.flat();
  },
};
