import { and, eq, sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { events } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { noticeSubject, refreshTurn } from '../incoming/index.ts';
import { type LetterRecord, lockReadable, type Moment, recordEvent } from '../letters/index.ts';
import { dispositionNotFound, dispositionProblems } from './problems.ts';
import { type DispositionRow, findLetterIdOf, listOfLetter } from './repository.ts';
import {
  below,
  type DispositionEvent,
  type DispositionState,
  isOpen,
  lineOf,
  needsCancelReason,
  stateLabels,
  transition,
  visibleTree,
} from './rules.ts';
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

const wrongState = (state: DispositionState) =>
  problem(dispositionProblems.wrongState, {
    detail: `Disposisi ini ${stateLabels[state]}. Muat ulang halaman ini untuk melihat keadaannya.`,
    extra: { state },
  });

/** Moves a disposition. @throws disposition_state when the event cannot happen */
export async function moveDisposition(
  tx: TenantTx,
  row: Pick<DispositionRow, 'id' | 'state'>,
  event: DispositionEvent,
  changes: Partial<typeof dispositions.$inferInsert>,
): Promise<void> {
  const state = transition(row.state, event);
  if (state === null) throw wrongState(row.state);
  const moved = await tx
    .update(dispositions)
    .set({ ...changes, state })
    .where(and(eq(dispositions.id, row.id), eq(dispositions.state, row.state)))
    .returning({ id: dispositions.id });
  if (moved.length === 0) throw wrongState(row.state);
}

/** The letter's turn follows its dispositions. Tells the open pages of everybody on the line. */
export async function afterChange(tx: TenantTx, letter: LetterRecord, at: Moment): Promise<void> {
  await refreshTurn(tx, letter, at);
  const line = await tx.execute<{
    id: string;
  }>(sql`select from_position_id as id from dispositions where letter_id = ${letter.id}::uuid
    union select to_position_id from dispositions where letter_id = ${letter.id}::uuid
    union select position_id from letter_routes where letter_id = ${letter.id}::uuid and withdrawn_at is null`);
  const positionIds = line.map((row) => row.id);
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

/** Everybody through whose hands a disposition went hears what its receiver did. */
async function tellThoseAbove(
  tx: TenantTx,
  ctx: OfficeContext,
  held: Held,
  textKey: string,
  at: Moment,
): Promise<void> {
  const { row, letter, all } = held;
  const above = lineOf(row.id, all).map((each) => each.fromPositionId);
  await notify(tx, { positionIds: [...new Set(above)], except: ctx.actor.personId }, at, {
    kind: 'disposition',
    subject: { kind: 'letter', id: letter.id },
    textKey,
    values: { subject: noticeSubject(letter), from: ctx.actor.name, position: row.to.title },
  });
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
  const { row, letter } = held;
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
  await tellThoseAbove(tx, ctx, held, 'disposition.completed', at);
  await afterChange(tx, letter, at);
  return held;
}

/**
 * Tells how far it is, on the way to the end; everybody above hears of it.
 * @throws not_found, forbidden, disposition_state
 */
export async function reportOnDisposition(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  text: string,
  at: Moment,
): Promise<Held> {
  const held = await holdDisposition(tx, ctx, id, at);
  const { row, letter } = held;
  requirePosition(held.mine, row.toPositionId, 'Laporan dibuat oleh penerima disposisi.');
  if (!isOpen(row.state)) throw wrongState(row.state);
  if (row.state === 'unread') await moveDisposition(tx, row, 'read', { readAt: at.now });
  await tx.execute(sql`insert into disposition_reports (id, disposition_id, person_id, text, created_at)
    values (${newId()}::uuid, ${id}::uuid, ${ctx.actor.personId}::uuid, ${text}, ${at.now.toISOString()}::timestamptz)`);
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.disposition_reported',
    positionId: row.toPositionId,
    detail: { dispositionId: id },
  });
  await tellThoseAbove(tx, ctx, held, 'disposition.reported', at);
  await afterChange(tx, letter, at);
  return held;
}

/** @throws invalid_input when somebody has read it and no reason is given */
function requireReason(row: DispositionRow, reason: string | null): void {
  if (reason !== null || !needsCancelReason(row.state)) return;
  const message = 'Disposisi ini sudah dibaca. Tulis alasan pembatalannya.';
  throw problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'reason', message }] });
}

/**
 * Takes a disposition back, by its giver, and with it what was handed on from it: freely while it is unread, afterwards
 * with a reason. All who lose it are told.
 * @throws not_found, forbidden, disposition_state, invalid_input
 */
export async function cancelDisposition(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  reason: string | null,
  at: Moment,
): Promise<Held> {
  const held = await holdDisposition(tx, ctx, id, at);
  const { row, letter, all } = held;
  requirePosition(held.mine, row.fromPositionId, 'Disposisi dibatalkan oleh pemberinya.');
  if (!isOpen(row.state)) throw wrongState(row.state);
  requireReason(row, reason);
  const handedOn = below(id, all).filter((each) => isOpen(each.state));
  const cancelled = { cancelledAt: at.now, cancelledBy: ctx.actor.personId, cancelReason: reason };
  for (const each of [row, ...handedOn]) await moveDisposition(tx, each, 'cancel', cancelled);
  await reopenGiver(tx, letter, row, all);
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.disposition_cancelled',
    positionId: row.fromPositionId,
    detail: { dispositionId: id, with: handedOn.length, ...(reason === null || row.isSecret ? {} : { note: reason }) },
  });
  const receivers = [row, ...handedOn].map((each) => each.toPositionId);
  await notify(tx, { positionIds: [...new Set(receivers)], except: ctx.actor.personId }, at, {
    kind: 'disposition',
    subject: { kind: 'letter', id: letter.id },
    textKey: 'disposition.cancelled',
    values: { subject: noticeSubject(letter), from: ctx.actor.name },
  });
  await afterChange(tx, letter, at);
  return held;
}

/** Who has taken back all that they gave has the letter, or the disposition above, before them again. */
async function reopenGiver(
  tx: TenantTx,
  letter: LetterRecord,
  row: DispositionRow,
  all: readonly DispositionRow[],
): Promise<void> {
  const others = all.some(
    (each) =>
      each.id !== row.id &&
      each.parentId === row.parentId &&
      each.fromPositionId === row.fromPositionId &&
      each.state !== 'cancelled',
  );
  if (others || row.parentId !== null) return;
  await tx.execute(sql`update letter_routes set done_at = null, done_by = null where letter_id = ${letter.id}::uuid
    and position_id = ${row.fromPositionId}::uuid and close_note is null`);
}
