import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import {
  addParticipants,
  type LetterRecord,
  lockReadable,
  type Moment,
  moveLetter,
  nextState,
  recordEvent,
} from '../letters/index.ts';
import { findRoutable, routeFault } from './positions.ts';
import { incomingProblems } from './problems.ts';
import { noticeSubject } from './receive.ts';
import type { RegisterAnswer, RegisterLetter } from './schema.ts';

/** The next number of the year's agenda book. Gapless: it is given back when the transaction does not commit. */
async function nextAgendaSeq(tx: TenantTx, year: number): Promise<number> {
  const [row] = await tx.execute<{ seq: number }>(sql`insert into agenda_books (year, last_seq) values (${year}, 1)
    on conflict (year) do update set last_seq = agenda_books.last_seq + 1 returning last_seq as seq`);
  if (!row) throw new Error('the agenda book gave no number');
  return Number(row.seq);
}

/**
 * Enters a received, locked letter into the agenda book and routes it to a position, whose turn it then is.
 * @throws invalid_route, letter_state
 */
export async function enterAgenda(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  routeTo: string,
  at: Moment,
): Promise<RegisterAnswer> {
  const position = (await findRoutable(tx, [routeTo], at.today)).get(routeTo);
  const fault = routeFault(position);
  if (fault !== null) {
    throw problem(incomingProblems.invalidRoute, { detail: fault, errors: [{ path: 'routeTo', message: fault }] });
  }
  const agendaYear = Number(at.today.slice(0, 4));
  // Before the book is touched, so that a second click does not wait for the book's row.
  nextState(letter, 'register');
  const agendaSeq = await nextAgendaSeq(tx, agendaYear);
  const agendaNumber = String(agendaSeq);
  const moved = await moveLetter(
    tx,
    letter,
    'register',
    {
      agendaYear,
      agendaSeq,
      agendaNumber,
      registeredAt: at.now,
      registeredBy: ctx.actor.personId,
      routedToPositionId: routeTo,
      turnPositionId: routeTo,
      turnSince: at.now,
    },
    at,
  );
  await addParticipants(
    tx,
    letter.id,
    [
      { reason: 'routed', positionId: routeTo },
      ...(position ? [{ reason: 'registrar' as const, unitId: position.unitId }] : []),
    ],
    at.now,
  );
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.registered',
    detail: { agendaNumber, agendaYear },
  });
  await notify(tx, { positionIds: [routeTo] }, at, {
    kind: 'letter',
    subject: { kind: 'letter', id: letter.id },
    textKey: 'letter.to_dispose',
    values: { subject: noticeSubject(letter), from: letter.senderName ?? '' },
  });
  return { id: letter.id, state: moved.state, version: moved.version, agendaNumber, agendaYear };
}

/**
 * Registers a letter that came in, by a registrar who serves the unit that received it.
 * @throws not_found, stale_version, forbidden, letter_state, invalid_route
 */
export async function registerLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: RegisterLetter,
  at: Moment,
): Promise<RegisterAnswer> {
  const { letter, reasons } = await lockReadable(tx, ctx, id, at, input.version);
  const isServed = reasons.some((each) => each.reason === 'registrar' && each.unitId === letter.unitId);
  if (letter.direction !== 'incoming' || !isServed) {
    throw problem(commonProblems.forbidden, {
      detail: 'Surat ini diagendakan oleh pencatat surat unit yang menerimanya.',
    });
  }
  return enterAgenda(tx, ctx, letter, input.routeTo, at);
}
