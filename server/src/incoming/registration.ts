import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { type LetterRecord, lockHandled, type Moment, moveLetter, nextState, recordEvent } from '../letters/index.ts';
import { nextAgendaNumber } from '../numbering/index.ts';
import { putOnDesks, requireRoutable } from './rerouting.ts';
import type { RegisterAnswer, RegisterLetter } from './schema.ts';

/**
 * Enters a received, locked letter into the agenda book and routes it to one post or several; it is the first one's turn.
 * @throws invalid_route, letter_state
 */
export async function enterAgenda(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  { routeTo, alsoTo = [] }: { routeTo: string; alsoTo?: readonly string[] | undefined },
  at: Moment,
): Promise<RegisterAnswer> {
  const desks = [...new Set([routeTo, ...alsoTo])];
  await requireRoutable(tx, desks, at.today, (index) => (index === 0 ? 'routeTo' : `alsoTo.${index - 1}`));
  const agendaYear = Number(at.today.slice(0, 4));
  // Before the book is touched, so that a second click does not wait for the book's row.
  nextState(letter, 'register');
  if (letter.unitId === null) throw new Error('an incoming letter without a unit');
  const { seq: agendaSeq, unitId: agendaUnitId } = await nextAgendaNumber(tx, {
    unitId: letter.unitId,
    year: agendaYear,
  });
  const agendaNumber = String(agendaSeq);
  const moved = await moveLetter(
    tx,
    letter,
    'register',
    {
      agendaYear,
      agendaUnitId,
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
  await putOnDesks(tx, ctx, letter, desks, at);
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.registered',
    detail: { agendaNumber, agendaYear },
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
  const { letter, reasons } = await lockHandled(tx, ctx, id, at, input.version);
  const isServed = reasons.some((each) => each.reason === 'registrar' && each.unitId === letter.unitId);
  if (letter.direction !== 'incoming' || !isServed) {
    throw problem(commonProblems.forbidden, {
      detail: 'Surat ini diagendakan oleh pencatat surat unit yang menerimanya.',
    });
  }
  return enterAgenda(tx, ctx, letter, input, at);
}
