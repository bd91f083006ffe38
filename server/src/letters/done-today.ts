import { sql } from 'drizzle-orm';
import type { Done, DoneSource } from '../tasks/index.ts';
import { asParameters, readerOf, shownSubject } from './reader.ts';

/** Acts after which somebody, the actor or another, no longer waits. */
const ending = [
  'letter.submitted',
  'letter.approved',
  'letter.returned',
  'letter.signed',
  'letter.sent',
  'letter.resent',
  'letter.recorded',
  'letter.registered',
  'letter.rerouted',
  'letter.sent_back',
  'letter.closed',
  'letter.disposed',
  'letter.disposition_reported',
  'letter.disposition_completed',
];

/** What a person did today with letters and dispositions, from the log. */
export const letterDone: DoneSource = {
  async list(read, { actor, today, since, limit }) {
    const reader = readerOf(actor);
    const letter = { id: sql`l.id`, secrecy: sql`l.secrecy`, subject: sql`l.subject` };
    const subject = shownSubject(letter, asParameters(reader), today, reader.registryUnits.length > 0);
    const rows = await read.execute<Omit<Done, 'at'> & { at: string }>(sql`
      select h.action, h.at, l.id, ${subject} as subject, l.secrecy
      from (select * from audit_log where actor_id = ${actor.personId}::uuid and at >= ${since.toISOString()}::timestamptz
          and subject_kind = 'letter' and action = any(${sql.param(ending)}::text[]) order by at desc limit ${limit}) h
        join letters l on l.id = h.subject_id order by h.at desc`);
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  },
};
