import { and, desc, eq, sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { events } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { turnsOf } from './chain-steps.ts';
import type { Moment } from './context.ts';
import { stateLabels } from './labels.ts';
import { letterNotFound, letterProblems } from './problems.ts';
import { asParameters, type ReadingReason, readerOf, readingReasons } from './reader.ts';
import { type LetterEvent, type LetterState, transition } from './rules.ts';
import { json } from './sql.ts';
import { letterParticipants, letterSteps, letters, type ParticipantReason, type PrintedParty } from './tables.ts';
import { dueOfTurn } from './turn-deadlines.ts';

export type LetterRecord = typeof letters.$inferSelect;

/** Locks a letter, so that acts on it take turns. Says nothing about who may read it. */
export async function lockLetter(tx: TenantTx, id: string): Promise<LetterRecord | null> {
  const [row] = await tx.select().from(letters).where(eq(letters.id, id)).limit(1).for('update');
  return row ?? null;
}

/** Why the person has to do with the letter, `sealed` reasons included; empty if not at all, or if there is none. */
export async function findHandlingReasons(
  read: TenantRead,
  ctx: OfficeContext,
  letterId: string,
  today: string,
): Promise<ReadingReason[]> {
  const reader = readerOf(ctx.actor);
  const inputs = asParameters(reader);
  const isRegistrar = reader.registryUnits.length > 0;
  const [row] = await read
    .select({ reasons: json<ReadingReason[]>(readingReasons(sql`letters.id`, inputs, today, isRegistrar)) })
    .from(letters)
    .where(eq(letters.id, letterId))
    .limit(1);
  return row?.reasons ?? [];
}

/**
 * Why the person may read the letter with all it holds; empty if not, or if there is no such letter. A registrar who
 * only sees the envelope of a secret letter has no reason here. Whoever answers with content records the reading
 * (`recordReading`).
 */
export async function findReadingReasons(
  read: TenantRead,
  ctx: OfficeContext,
  letterId: string,
  today: string,
): Promise<ReadingReason[]> {
  return (await findHandlingReasons(read, ctx, letterId, today)).filter((each) => !each.sealed);
}

interface Locked {
  letter: LetterRecord;
  reasons: ReadingReason[];
}

async function lockFor(
  find: typeof findHandlingReasons,
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  at: Moment,
  seenVersion: number | undefined,
): Promise<Locked> {
  const letter = await lockLetter(tx, id);
  const reasons = letter ? await find(tx, ctx, id, at.today) : [];
  if (!letter || reasons.length === 0) throw letterNotFound();
  if (seenVersion !== undefined && seenVersion !== letter.version) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Surat ini sudah berubah sejak Anda membukanya. Muat ulang, lalu periksa kembali.',
      extra: { version: letter.version },
    });
  }
  return { letter, reasons };
}

/**
 * Locks a letter that the person may read, and checks the version they saw.
 * @throws not_found (the same for unknown and for foreign), stale_version with the current `version`
 */
export const lockReadable = (
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  at: Moment,
  seenVersion?: number | undefined,
): Promise<Locked> => lockFor(findReadingReasons, tx, ctx, id, at, seenVersion);

/**
 * The same, also for a registrar who sees only the envelope of a secret letter: for registering, routing and sending.
 * Nothing of what the letter holds may be answered. @throws not_found, stale_version
 */
export const lockHandled = (
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  at: Moment,
  seenVersion?: number | undefined,
): Promise<Locked> => lockFor(findHandlingReasons, tx, ctx, id, at, seenVersion);

/** @throws letter_state when the event cannot happen in the letter's state */
export function nextState(letter: Pick<LetterRecord, 'state'>, event: LetterEvent): LetterState {
  const to = transition(letter.state, event);
  if (to === null) {
    throw problem(letterProblems.wrongState, {
      detail: `Surat ini ${stateLabels[letter.state]}. Muat ulang halaman ini untuk melihat keadaannya.`,
      extra: { state: letter.state },
    });
  }
  return to;
}

export type LetterChanges = Partial<Omit<typeof letters.$inferInsert, 'id' | 'state' | 'version'>>;

/**
 * Moves a locked letter by an event: state, version + 1 and whatever else changes with it.
 * @throws letter_state when the event cannot happen
 */
export async function moveLetter(
  tx: TenantTx,
  letter: LetterRecord,
  event: LetterEvent,
  changes: LetterChanges,
  at: Moment,
): Promise<LetterRecord> {
  return updateLetter(tx, letter, { ...changes, state: nextState(letter, event) }, at);
}

/** Changes a locked letter without moving it; counts as a version. */
export async function updateLetter(
  tx: TenantTx,
  letter: LetterRecord,
  changes: LetterChanges & { state?: LetterState },
  at: Moment,
): Promise<LetterRecord> {
  const [row] = await tx
    .update(letters)
    .set({ ...changes, version: letter.version + 1, updatedAt: at.now })
    .where(eq(letters.id, letter.id))
    .returning();
  if (!row) throw new Error('a locked letter is gone');
  await events.publish(tx, { topic: 'letters', id: row.id, ...concernedBy(letter, row) });
  return row;
}

/** Whom a change of the letter concerns at once; others see it when they next look. */
function concernedBy(before: LetterRecord, after: LetterRecord): { personIds: string[]; positionIds: string[] } {
  const people = [after.drafterId].filter((id) => id !== null);
  const positions = [before.turnPositionId, after.turnPositionId, after.signerPositionId].filter((id) => id !== null);
  return { personIds: people, positionIds: [...new Set(positions)] };
}

export type Participant = { reason: ParticipantReason } & (
  | { personId: string }
  | { positionId: string }
  /** Stands for the unit's registrars. */
  | { unitId: string }
);

/** Lets people, positions or units' registrars read a letter from now on. Adding one twice does nothing. */
export async function addParticipants(
  tx: TenantTx,
  letterId: string,
  participants: readonly Participant[],
  now: Date,
): Promise<void> {
  if (participants.length === 0) return;
  await tx
    .insert(letterParticipants)
    .values(participants.map((participant) => ({ ...participant, letterId, since: now })))
    .onConflictDoNothing();
}

export type StepRecord = typeof letterSteps.$inferSelect;

/** The steps of the latest round, in order; empty before the first submission. */
export async function findCurrentSteps(read: TenantRead, letterId: string): Promise<StepRecord[]> {
  const rows = await read
    .select()
    .from(letterSteps)
    .where(eq(letterSteps.letterId, letterId))
    .orderBy(desc(letterSteps.round), letterSteps.ordinal);
  const round = rows[0]?.round;
  return rows.filter((row) => row.round === round);
}

/**
 * The step that the person may act on now: of those that have the turn, one of a position that they act for.
 * @param positionId which one, for people who act for several
 * @throws not_your_turn
 */
export function requireTurn(
  ctx: OfficeContext,
  steps: readonly StepRecord[],
  act?: 'approve' | 'sign',
  positionId?: string | undefined,
): StepRecord {
  const step = turnsOf(steps).find(
    (each) =>
      (act === undefined || each.act === act) &&
      (positionId === undefined || each.positionId === positionId) &&
      positionsFor(ctx.actor, each.act).includes(each.positionId),
  );
  if (step) return step;
  throw problem(letterProblems.notYourTurn, {
    detail: 'Surat ini sedang menunggu pejabat lain. Lihat pada surat, siapa yang ditunggu dan sejak kapan.',
  });
}

/**
 * Checks the version that somebody saw of a letter underway: its content is frozen since its submission, so any version
 * since then shows the same, also after others of the chain have acted.
 * @throws stale_version
 */
export function requireSeen(letter: LetterRecord, steps: readonly StepRecord[], seen: number | undefined): void {
  if (seen === undefined) return;
  const submitted = steps[0]?.version ?? letter.version;
  if (seen >= submitted && seen <= letter.version) return;
  throw problem(commonProblems.staleVersion, {
    detail: 'Surat ini sudah berubah sejak Anda membukanya. Muat ulang, lalu periksa kembali.',
    extra: { version: letter.version },
  });
}

/** Ends a step as done or returned, by who acts, standing at the post as they do. */
export async function endStep(
  tx: TenantTx,
  step: StepRecord,
  end: {
    state: 'done' | 'returned';
    actor: Pick<OfficeContext['actor'], 'personId' | 'positions'>;
    note: string | null;
  },
  at: Moment,
): Promise<void> {
  const { personId, positions } = end.actor;
  const actedMode = positions.find((each) => each.id === step.positionId)?.mode ?? null;
  await tx
    .update(letterSteps)
    .set({ state: end.state, actedBy: personId, actedAt: at.now, actedMode, note: end.note })
    .where(sameStep(step));
}

/** Freezes who stands on the paper for each signature, before the first one. */
export async function freezeSigners(
  tx: TenantTx,
  steps: readonly StepRecord[],
  signers: readonly PrintedParty[],
): Promise<void> {
  for (const step of steps) {
    const printed = signers.find((each) => each.positionId === step.positionId);
    if (!printed) throw new Error('a signature without a name on the paper');
    await tx.update(letterSteps).set({ printed }).where(sameStep(step));
  }
}

/** Gives steps the turn, with the time that the office grants for it. */
export async function beginSteps(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: Pick<LetterRecord, 'urgency'>,
  steps: readonly StepRecord[],
  at: Moment,
): Promise<void> {
  const [first] = steps;
  if (!first) return;
  const due = await dueOfTurn(tx, letter.urgency, at, ctx.tenant.timeZone);
  await tx
    .update(letterSteps)
    .set({ state: 'turn', turnSince: at.now, ...due })
    .where(
      and(
        eq(letterSteps.letterId, first.letterId),
        eq(letterSteps.round, first.round),
        eq(letterSteps.stage, first.stage),
        eq(letterSteps.state, 'waiting'),
      ),
    );
  await tellOthers(tx, steps);
}

/** What still waited will not come. */
export async function skipOpenSteps(tx: TenantTx, letterId: string): Promise<void> {
  const open = await tx
    .select()
    .from(letterSteps)
    .where(and(eq(letterSteps.letterId, letterId), eq(letterSteps.state, 'turn')));
  await tx
    .update(letterSteps)
    .set({ state: 'skipped' })
    .where(and(eq(letterSteps.letterId, letterId), sql`${letterSteps.state} in ('waiting', 'turn')`));
  await tellOthers(tx, open);
}

/** A change of the letter tells one position whose turn it is; where several had or get it, the others hear it here. */
async function tellOthers(tx: TenantTx, steps: readonly StepRecord[]): Promise<void> {
  const [first] = steps;
  if (!first || steps.length < 2) return;
  await events.publish(tx, { topic: 'letters', id: first.letterId, positionIds: steps.map((step) => step.positionId) });
}

const sameStep = (step: StepRecord) =>
  and(
    eq(letterSteps.letterId, step.letterId),
    eq(letterSteps.round, step.round),
    eq(letterSteps.ordinal, step.ordinal),
  );
