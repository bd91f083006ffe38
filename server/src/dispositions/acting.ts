import { and, eq, sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import { events } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { noticeSubject } from '../incoming/index.ts';
import { type LetterRecord, lockReadable, type Moment, recordEvent } from '../letters/index.ts';
import { dispositionNotFound, dispositionProblems } from './problems.ts';
import { type DispositionRow, findLetterIdOf, listOfLetter } from './repository.ts';
import { type DispositionEvent, lineOf, stateLabels, transition, visibleTree } from './rules.ts';
import { dispositions } from './tables.ts';

/** A disposition that somebody acts on, with its letter locked and all dispositions of that letter. */
export interface Held {
  letter: LetterRecord;
  row: DispositionRow;
  all: DispositionRow[];
  /** Positions for which the person disposes. */
  mine: string[];
}

/** Whether the whole tree is open to somebody: whom the letter was routed to, and the registrars. */
export const seesAll = (reasons: readonly { reason: string }[]): boolean =>
  reasons.some((each) => each.reason === 'routed' || each.reason === 'registrar');

/**
 * Locks the letter of a disposition that the person may see, so that acts on one letter take turns.
 * @throws not_found, the same for one that is not there and one that may not be seen
 */
async function holdDisposition(tx: TenantTx, ctx: OfficeContext, id: string, at: Moment): Promise<Held> {
  const letterId = await findLetterIdOf(tx, id);
  if (letterId === null) throw dispositionNotFound();
  const { letter, reasons } = await lockReadable(tx, ctx, letterId, at);
  const all = await listOfLetter(tx, letterId, at.today);
  const mine = positionsFor(ctx.actor, 'dispose');
  const row = visibleTree(all, { positionIds: mine, seesAll: seesAll(reasons) }).find((each) => each.id === id);
  if (!row) throw dispositionNotFound();
  return { letter, row, all, mine };
}

/** @throws forbidden unless the person acts for the position */
function requirePosition(mine: readonly string[], positionId: string, detail: string): void {
  if (!mine.includes(positionId)) throw problem(commonProblems.forbidden, { detail });
}

/** Moves a disposition. @throws disposition_state when the event cannot happen */
export async function moveDisposition(
  tx: TenantTx,
  row: Pick<DispositionRow, 'id' | 'state'>,
  event: DispositionEvent,
  changes: Partial<typeof dispositions.$inferInsert>,
): Promise<void> {
  const state = transition(row.state, event);
  const wrongState = () =>
    problem(dispositionProblems.wrongState, {
      detail: `Disposisi ini ${stateLabels[row.state]}. Muat ulang halaman ini untuk melihat keadaannya.`,
      extra: { state: row.state },
    });
  if (state === null) throw wrongState();
  const moved = await tx
    .update(dispositions)
    .set({ ...changes, state })
    .where(and(eq(dispositions.id, row.id), eq(dispositions.state, row.state)))
    .returning({ id: dispositions.id });
  if (moved.length === 0) throw wrongState();
}

/**
 * The letter's turn follows its dispositions: the one receiver who has not acted yet, nobody when there are several or
 * none. Tells the open pages of everybody on the line.
 */
export async function afterChange(tx: TenantTx, letter: LetterRecord, at: Moment): Promise<void> {
  const waiting = await tx.execute<{ id: string }>(sql`select distinct to_position_id as id from dispositions
    where letter_id = ${letter.id}::uuid and state in ('unread', 'read')`);
  const begun = await tx.execute(sql`select 1 from dispositions
    where letter_id = ${letter.id}::uuid and parent_id is null and state <> 'cancelled' limit 1`);
  const single = waiting.length === 1 ? (waiting[0]?.id ?? null) : null;
  const turn = begun.length === 0 ? letter.routedToPositionId : single;
  await tx.execute(sql`update letters set turn_position_id = ${turn}::uuid, updated_at = ${at.now},
      turn_since = case when turn_position_id is distinct from ${turn}::uuid then ${at.now} else turn_since end
    where id = ${letter.id}::uuid`);
  const line = await tx.execute<{
    id: string;
  }>(sql`select from_position_id as id from dispositions where letter_id = ${letter.id}::uuid
    union select to_position_id from dispositions where letter_id = ${letter.id}::uuid`);
  const positionIds = [
    ...new Set([...line.map((row) => row.id), letter.routedToPositionId].filter((id) => id !== null)),
  ];
  await events.publish(tx, { topic: 'dispositions', id: letter.id, positionIds });
  await events.publish(tx, { topic: 'letters', id: letter.id, positionIds });
}

/** The receiver has it before them. Again does nothing. @throws not_found, forbidden */
export async function readDisposition(tx: TenantTx, ctx: OfficeContext, id: string, at: Moment): Promise<Held> {
  const held = await holdDisposition(tx, ctx, id, at);
  requirePosition(held.mine, held.row.toPositionId, 'Disposisi ini ditujukan kepada jabatan lain.');
  if (held.row.state !== 'unread') return held;
  await moveDisposition(tx, held.row, 'read', { readAt: at.now });
  await afterChange(tx, held.letter, at);
  return held;
}

/**
 * Closes a disposition with a report, which everybody above sees.
 * @throws not_found, forbidden, disposition_state
 */
export async function completeDisposition(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  report: string,
  at: Moment,
): Promise<Held> {
  const held = await holdDisposition(tx, ctx, id, at);
  const { row, letter, all } = held;
  requirePosition(held.mine, row.toPositionId, 'Disposisi diselesaikan oleh penerimanya.');
  const readAt = row.readAt === null ? at.now : new Date(row.readAt);
  const completed = { report, readAt, completedAt: at.now, completedBy: ctx.actor.personId };
  await moveDisposition(tx, row, 'complete', completed);
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.disposition_completed',
    positionId: row.toPositionId,
    detail: { dispositionId: id },
  });
  const above = lineOf(id, all).map((each) => each.fromPositionId);
  await notify(tx, { positionIds: [...new Set(above)], except: ctx.actor.personId }, at, {
    kind: 'disposition',
    subject: { kind: 'letter', id: letter.id },
    textKey: 'disposition.completed',
    values: { subject: noticeSubject(letter), from: ctx.actor.name, position: row.to.title },
  });
  await afterChange(tx, letter, at);
  return held;
}

/**
 * Takes a disposition back, by its giver, as long as it is unread.
 * @throws not_found, forbidden, disposition_state
 */
export async function cancelDisposition(tx: TenantTx, ctx: OfficeContext, id: string, at: Moment): Promise<Held> {
  const held = await holdDisposition(tx, ctx, id, at);
  const { row, letter } = held;
  requirePosition(held.mine, row.fromPositionId, 'Disposisi dibatalkan oleh pemberinya.');
  await moveDisposition(tx, row, 'cancel', { cancelledAt: at.now });
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.disposition_cancelled',
    positionId: row.fromPositionId,
    detail: { dispositionId: id },
  });
  await notify(tx, { positionIds: [row.toPositionId], except: ctx.actor.personId }, at, {
    kind: 'disposition',
    subject: { kind: 'letter', id: letter.id },
    textKey: 'disposition.cancelled',
    values: { subject: noticeSubject(letter), from: ctx.actor.name },
  });
  await afterChange(tx, letter, at);
  return held;
}
