import { eq, sql } from 'drizzle-orm';
import { missingVariables } from '../adapters/typesetting/index.ts';
import { type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { findLetterType, type LetterTypeRow } from '../letter-types/index.ts';
import { templateVersions } from '../templates/index.ts';
import { type Chain, type ChainPosition, chainFaults } from './chain.ts';
import { afterStep, layOut, turnsOf } from './chain-steps.ts';
import { type Moment, recordEvent } from './context.ts';
import { lockAsDrafter } from './drafting.ts';
import { findLadder, findPositions, findTopPosts } from './people-lookup.ts';
import { letterProblems } from './problems.ts';
import { snapshotOf } from './recipients.ts';
import type { SubmitLetter } from './schema.ts';
import { letterRecipients, letterSteps, letterVersions } from './tables.ts';
import { namedPositions, type ProposedChain, templateChain } from './template-chain.ts';
import { dueOfTurn } from './turn-deadlines.ts';
import { partFaults, signerFaults } from './type-faults.ts';
import {
  addParticipants,
  beginSteps,
  endStep,
  findCurrentSteps,
  type LetterRecord,
  lockReadable,
  moveLetter,
  nextState,
  requireSeen,
  requireTurn,
  type StepRecord,
  skipOpenSteps,
} from './workflow.ts';
import { endWriting } from './writers.ts';

/** The default chain of a draft written from a position, by the template's wish; `approvers` are its stages laid flat. */
export async function suggestChain(
  read: TenantRead,
  input: { positionId: string; templateId: string | null; templateVersion: number | null },
  today: string,
): Promise<(ProposedChain & { approvers: string[] }) | null> {
  const [ladder, tops, template] = await Promise.all([
    findLadder(read, input.positionId, today),
    findTopPosts(read, today),
    input.templateId === null
      ? []
      : read
          .select({ defaults: templateVersions.defaults })
          .from(templateVersions)
          .where(
            sql`${templateVersions.templateId} = ${input.templateId} and ${templateVersions.version} = ${input.templateVersion}`,
          )
          .limit(1),
  ]);
  const spec = template[0]?.defaults.chain;
  const named = await findPositions(read, namedPositions(spec), today);
  const proposed = templateChain(ladder, tops, named, spec);
  return proposed && { ...proposed, approvers: proposed.stages.flat() };
}

/** @throws invalid_chain with every fault and its path */
async function resolveChain(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  type: LetterTypeRow,
  input: SubmitLetter,
  at: Moment,
): Promise<{ chain: Chain; positions: Map<string, ChainPosition & { unitId: string }> }> {
  const named = input.signers ?? (input.signer === undefined ? undefined : [input.signer]);
  const fallback =
    named === undefined || input.approvers === undefined
      ? await suggestChain(tx, { ...templateOf(letter), positionId: drafterPosition(ctx, letter) }, at.today)
      : null;
  const signers = named ?? (fallback ? [fallback.signer] : []);
  if (signers.length === 0) {
    const message = 'Penanda tangan tidak dapat ditentukan dari jabatan Anda. Pilih penanda tangan.';
    throw problem(letterProblems.invalidChain, { detail: message, errors: [{ path: 'signer', message }] });
  }
  const proposed = (fallback?.stages ?? []).map((stage) => stage.filter((id) => !signers.includes(id)));
  const stages = input.approvers?.map((stage) => (typeof stage === 'string' ? [stage] : stage)) ?? proposed;
  const chain: Chain = { stages: stages.filter((stage) => stage.length > 0), signers };
  const found = await findPositions(tx, [...chain.stages.flat(), ...signers], at.today);
  const positions = new Map(found.map((position) => [position.id, position]));
  const faults = [
    ...chainFaults(chain, positions),
    ...signerFaults(type, signers, positions, input.signers ? 'signers' : 'signer'),
  ];
  if (faults.length > 0) {
    throw problem(letterProblems.invalidChain, { detail: faults[0]?.message ?? 'Periksa urutannya.', errors: faults });
  }
  return { chain, positions };
}

const templateOf = ({ templateId, templateVersion }: LetterRecord) => ({ templateId, templateVersion });

/** The drafter's post in the unit that the letter was written from; any other one if that has changed since. */
function drafterPosition(ctx: OfficeContext, letter: LetterRecord): string {
  const held = ctx.actor.positions.filter((position) => position.mode !== 'delegate');
  const position = held.find((each) => each.unitId === letter.unitId) ?? held[0];
  if (!position) throw problem(letterProblems.noPosition);
  return position.id;
}

/** @throws incomplete_letter with everything that is still missing */
async function requireComplete(
  tx: TenantTx,
  letter: LetterRecord,
  type: LetterTypeRow,
): Promise<(typeof letterRecipients.$inferSelect)[]> {
  const recipients = await tx
    .select()
    .from(letterRecipients)
    .where(eq(letterRecipients.letterId, letter.id))
    .orderBy(sql`role desc, ordinal`);
  const missing = missingVariables(letter.body);
  const errors: FieldError[] = missing.map((label) => ({ path: 'body', message: `Isian "${label}" belum diisi.` }));
  errors.push(...partFaults(type, letter, recipients));
  if (errors.length === 0) return recipients;
  const detail = errors.length === 1 ? errors[0]?.message : 'Lengkapi isian yang disebut, lalu ajukan lagi.';
  throw problem(letterProblems.incompleteLetter, { detail: detail ?? 'Surat belum lengkap.', errors });
}

/**
 * Sends a draft along its chain: freezes this version, starts a new round, gives the turn to the first in line. Whoever
 * is in the chain, and the registrars of the drafter's and the signer's unit, may read the letter from now on.
 * @throws not_found, stale_version, forbidden, letter_state, incomplete_letter, invalid_chain
 */
export async function submitLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: SubmitLetter,
  at: Moment,
): Promise<void> {
  const letter = await lockAsDrafter(tx, ctx, id, at, input.version);
  // First, so that a letter underway says so rather than complaining of positions.
  nextState(letter, 'submit');
  const type = await findLetterType(tx, letter.type);
  if (!type) throw new Error(`a letter of the type ${letter.type}, which is not there`);
  const { chain, positions } = await resolveChain(tx, ctx, letter, type, input, at);
  const recipients = await requireComplete(tx, letter, type);
  await endWriting(tx, letter, input.bodyVersion);
  const line = layOut(chain);
  const [first] = line;
  const signer = chain.signers.at(-1);
  if (!first || signer === undefined) throw new Error('a chain without a signer');
  const moved = await moveLetter(
    tx,
    letter,
    first.act === 'sign' ? 'submit_to_signer' : 'submit',
    { signerPositionId: signer, turnPositionId: first.positionId, turnSince: at.now },
    at,
  );
  await tx.insert(letterVersions).values({
    letterId: id,
    version: moved.version,
    subject: moved.subject,
    body: moved.body ?? { type: 'doc', content: [] },
    recipients: snapshotOf(recipients),
    authorId: ctx.actor.personId,
    createdAt: at.now,
  });
  const round = await nextRound(tx, id);
  const due = await dueOfTurn(tx, letter.urgency, at, ctx.tenant.timeZone);
  await tx.insert(letterSteps).values(
    line.map((step) => ({
      ...step,
      letterId: id,
      round,
      version: moved.version,
      ...(step.state === 'turn' ? { turnSince: at.now, ...due } : {}),
    })),
  );
  const units = [letter.unitId, ...chain.signers.map((each) => positions.get(each)?.unitId)];
  await addParticipants(
    tx,
    id,
    [
      ...line.map(({ act, positionId }) => ({ reason: reasonOf[act], positionId })),
      ...[...new Set(units)].flatMap((unitId) => (unitId ? [{ reason: 'registrar' as const, unitId }] : [])),
    ],
    at.now,
  );
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.submitted', detail: { version: moved.version, round } });
  await notifyTurns(tx, moved, turnsOf(line), ctx.actor.name, at);
}

const reasonOf = { approve: 'approver', sign: 'signer' } as const;

async function nextRound(tx: TenantTx, letterId: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${letterSteps.round})` })
    .from(letterSteps)
    .where(eq(letterSteps.letterId, letterId));
  return (row?.last ?? 0) + 1;
}

/** Tells whose turn it is now. All of these steps ask for the same act. */
export async function notifyTurns(
  tx: TenantTx,
  letter: LetterRecord,
  steps: readonly Pick<StepRecord, 'act' | 'positionId'>[],
  from: string,
  at: Moment,
): Promise<void> {
  const [first] = steps;
  if (!first) return;
  await notify(tx, { positionIds: steps.map((step) => step.positionId), act: first.act }, at, {
    ...noticeOf(letter, from),
    textKey: first.act === 'approve' ? 'letter.to_approve' : 'letter.to_sign',
  });
}

/** Notices stand in lists and mails: the subject of a secret letter does not belong there. */
const noticeOf = (letter: LetterRecord, from: string) => ({
  kind: 'letter',
  subject: { kind: 'letter', id: letter.id },
  values: { subject: letter.secrecy === 'biasa' ? letter.subject : 'Surat dengan sifat tertutup', from },
});

/** An act for a position whose turn it is; `positionId` for people who act for several. */
interface ActInput {
  version?: number | undefined;
  positionId?: string | undefined;
}
export type ApproveInput = ActInput & { note?: string | undefined };
export type ReturnInput = ActInput & { note: string };

/**
 * Approves for a position whose turn it is (paraf); once all of the stage have, the next stage follows.
 * @throws not_found, stale_version, letter_state, not_your_turn
 */
export async function approveLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: ApproveInput,
  at: Moment,
): Promise<void> {
  const { letter } = await lockReadable(tx, ctx, id, at);
  const steps = await findCurrentSteps(tx, id);
  nextState(letter, 'approve');
  requireSeen(letter, steps, input.version);
  const step = requireTurn(ctx, steps, 'approve', input.positionId);
  await endStep(tx, step, { state: 'done', actor: ctx.actor, note: input.note ?? null }, at);
  await keepReading(tx, ctx, id, at);
  const { begins, open } = afterStep(steps, step);
  const [next] = open;
  if (!next) throw new Error('a chain without a signer');
  await beginSteps(tx, ctx, letter, begins, at);
  const moved = await moveLetter(
    tx,
    letter,
    next.act === 'sign' ? 'approve_last' : 'approve',
    { turnPositionId: next.positionId, ...(begins.length > 0 ? { turnSince: at.now } : {}) },
    at,
  );
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.approved',
    positionId: step.positionId,
    detail: { version: step.version, round: step.round, ordinal: step.ordinal },
  });
  await notifyTurns(tx, moved, begins, ctx.actor.name, at);
}

/** Who acted belongs to the chain, also when the post or the delegation has gone to somebody else. */
const keepReading = (tx: TenantTx, ctx: OfficeContext, letterId: string, at: Moment): Promise<void> =>
  addParticipants(tx, letterId, [{ reason: 'approver', personId: ctx.actor.personId }], at.now);

/**
 * Gives the letter back to its drafter with a note, by anyone whose turn it is, signer included; others need not act
 * any more.
 * @throws not_found, stale_version, letter_state, not_your_turn
 */
export async function returnLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: ReturnInput,
  at: Moment,
): Promise<void> {
  const { letter } = await lockReadable(tx, ctx, id, at);
  const steps = await findCurrentSteps(tx, id);
  nextState(letter, 'return');
  requireSeen(letter, steps, input.version);
  const step = requireTurn(ctx, steps, undefined, input.positionId);
  await endStep(tx, step, { state: 'returned', actor: ctx.actor, note: input.note }, at);
  await keepReading(tx, ctx, id, at);
  await skipOpenSteps(tx, id);
  await moveLetter(tx, letter, 'return', { turnPositionId: null, turnSince: at.now }, at);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.returned',
    positionId: step.positionId,
    detail: { version: step.version, round: step.round, ordinal: step.ordinal },
  });
  if (letter.drafterId !== null) {
    await notify(tx, { personIds: [letter.drafterId] }, at, {
      ...noticeOf(letter, ctx.actor.name),
      textKey: 'letter.returned',
    });
  }
}

/**
 * Takes a letter back into the draft, by its drafter, as long as it is not being signed.
 * @throws not_found, stale_version, forbidden, letter_state
 */
export async function withdrawLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: { version?: number | undefined },
  at: Moment,
): Promise<void> {
  const letter = await lockAsDrafter(tx, ctx, id, at, input.version);
  const moved = await moveLetter(tx, letter, 'withdraw', { turnPositionId: null, turnSince: at.now }, at);
  await skipOpenSteps(tx, id);
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.withdrawn', detail: { version: moved.version } });
}
