import { asc, sql } from 'drizzle-orm';
import { type Inputs, statement } from '../core/tenancy/index.ts';
import type { Task, TaskSource } from '../tasks/index.ts';
import { accessToLetter, waitsForMe } from './list-letters.ts';
import { type Reader, readerOf, turnPositions } from './reader.ts';
import type { LetterState } from './rules.ts';
import { isSecret, maskedSubject } from './secrecy.ts';
import { letters } from './tables.ts';

const kindOf: Partial<Record<LetterState, { kind: string; verb: string }>> = {
  in_approval: { kind: 'letter_approve', verb: 'approve' },
  awaiting_signature: { kind: 'letter_sign', verb: 'sign' },
  signing: { kind: 'letter_sign', verb: 'sign' },
  returned: { kind: 'letter_returned', verb: 'edit' },
  signed: { kind: 'letter_send', verb: 'send' },
};

/** Letters that wait for the person: to approve, to sign, and the own ones that came back or were signed. */
type Waiting = Reader & { today: string; approvePositions: string[]; signPositions: string[]; limit: number };
const compile = (isRegistrar: boolean) =>
  statement((db, input: Inputs<Waiting>) =>
    db
      .select({
        id: letters.id,
        state: letters.state,
        subject: letters.subject,
        urgency: letters.urgency,
        secrecy: letters.secrecy,
        access: accessToLetter(input, isRegistrar),
        version: letters.version,
        since: letters.turnSince,
        updatedAt: letters.updatedAt,
        dueAt: letters.dueAt,
        // Of the reader's own turn; several posts of one person may have it.
        turnDueAt: sql<Date | null>`(select min(s.due_at) from letter_steps s
          where s.letter_id = letters.id and s.state = 'turn'
            and s.position_id = any(${input.approvePositions}::uuid[] || ${input.signPositions}::uuid[]))`.mapWith(
          letters.dueAt,
        ),
        drafter: sql<string | null>`(select pe.name from people pe where pe.id = letters.drafter_id)`,
        lastActor: sql<string | null>`(select pe.name from letter_steps s join people pe on pe.id = s.acted_by
          where s.letter_id = letters.id order by s.acted_at desc limit 1)`,
        returnNote: sql<string | null>`(select s.note from letter_steps s where letters.state = 'returned'
          and s.letter_id = letters.id and s.state = 'returned' order by s.acted_at desc limit 1)`,
      })
      .from(letters)
      .where(
        // A signed letter waits for its drafter and for the post that is to send it, whichever comes first.
        sql`${waitsForMe(input)} or (letters.drafter_id = ${input.personId}::uuid and letters.direction = 'outgoing'
          and letters.state in ('returned', 'signed'))
          or (letters.state = 'signed' and letters.turn_position_id = any(${input.approvePositions}::uuid[]))`,
      )
      .orderBy(sql`array_position(array['amat_segera', 'segera', 'biasa'], letters.urgency)`, asc(letters.id))
      .limit(input.limit),
  );
const forRegistrars = compile(true);
const forOthers = compile(false);

const earlier = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b < a) ? b : a);

/** The letters' part of "Perlu Anda". */
export const letterTasks: TaskSource = {
  kinds: ['letter_sign', 'letter_approve', 'letter_returned', 'letter_send'],
  async list(read, { actor, today, limit }) {
    const reader = readerOf(actor);
    const listWaiting = reader.registryUnits.length > 0 ? forRegistrars : forOthers;
    const rows = await listWaiting(read, { ...reader, ...turnPositions(actor), today, limit });
    return rows.flatMap((row): Task[] => {
      const kind = kindOf[row.state];
      // A delegate's turn on what is secret to them is left to the holder.
      if (!kind || row.access === null) return [];
      const isBack = row.state === 'returned' || row.state === 'signed';
      return [
        {
          id: row.id,
          kind: kind.kind,
          subject: row.access === 'full' ? row.subject : maskedSubject(row.secrecy),
          from: isBack ? row.lastActor : row.drafter,
          since: row.since ?? row.updatedAt,
          dueAt: earlier(row.dueAt, row.turnDueAt),
          urgency: row.urgency,
          secrecy: row.secrecy,
          act: { verb: kind.verb, target: `/letters/${row.id}` },
          version: row.version,
          note: isSecret(row.secrecy) ? null : row.returnNote,
        },
      ];
    });
  },
};
