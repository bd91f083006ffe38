import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import {
  endStep,
  findCurrentSteps,
  letterProblems,
  lockReadable,
  type Moment,
  moveLetter,
  recordEvent,
  requireTurn,
  skipOpenSteps,
} from '../letters/index.ts';
import { cancelNumber } from '../numbering/index.ts';
import { withdrawVerification } from './letters-repository.ts';
import { isLeased, leaseMs } from './rules.ts';

/**
 * Gives up a letter that has its number and not all of its signatures, by whose turn it is to sign it: the letter is
 * cancelled, the number stays in its series as `batal`, and what was signed so far is known as withdrawn.
 * @throws not_found, stale_version, letter_state (also while it is being signed), not_your_turn
 */
export async function voidLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: { reason: string; version?: number | undefined },
  at: Moment,
): Promise<void> {
  const { letter } = await lockReadable(tx, ctx, id, at, input.version);
  // Without a number there is nothing to void: then a letter is returned, or cancelled as a draft.
  if (letter.state !== 'signing') {
    throw problem(letterProblems.wrongState, {
      detail: 'Hanya surat yang sudah bernomor dan belum lengkap tanda tangannya yang nomornya dapat dibatalkan.',
      extra: { state: letter.state },
    });
  }
  if (isLeased(letter.signingStartedAt, at.now)) {
    throw problem(letterProblems.wrongState, {
      detail: 'Surat ini sedang ditandatangani. Coba lagi sebentar.',
      extra: { state: letter.state },
      retryAfterSeconds: Math.ceil(leaseMs / 1000),
    });
  }
  const step = requireTurn(ctx, await findCurrentSteps(tx, id), 'sign');
  if (letter.verifyCode !== null) await withdrawVerification(tx, letter.verifyCode, at.now);
  await cancelNumber(tx, id, input.reason);
  await endStep(tx, step, { state: 'returned', actor: ctx.actor, note: input.reason }, at);
  await skipOpenSteps(tx, id);
  const changes = { turnPositionId: null, turnSince: null, signingStartedAt: null };
  await moveLetter(tx, letter, 'cancel', changes, at);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.voided',
    positionId: step.positionId,
    detail: { number: letter.number, reason: input.reason },
  });
  const signers = (await findCurrentSteps(tx, id)).map((each) => each.actedBy);
  const told = [...new Set([letter.drafterId, ...signers])].filter((each) => each !== null);
  await notify(tx, { personIds: told, except: ctx.actor.personId }, at, {
    kind: 'letter',
    subject: { kind: 'letter', id },
    textKey: 'letter.voided',
    values: { number: letter.number ?? '', from: ctx.actor.name },
  });
}
