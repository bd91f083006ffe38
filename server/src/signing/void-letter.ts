import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
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
} from '../letters/index.ts';
import { cancelNumber } from '../numbering/index.ts';
import { isLeased, leaseMs } from './rules.ts';

/**
 * Gives up a letter that has its number and was never signed, by who was to sign it: the letter is cancelled and the
 * number stays in its series as `batal`.
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
      detail: 'Hanya surat yang sudah bernomor dan belum ditandatangani yang nomornya dapat dibatalkan.',
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
  await cancelNumber(tx, id, input.reason);
  await endStep(tx, step, { state: 'returned', actor: ctx.actor, note: input.reason }, at);
  const changes = { turnPositionId: null, turnSince: null, signingStartedAt: null };
  await moveLetter(tx, letter, 'cancel', changes, at);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.voided',
    positionId: step.positionId,
    detail: { number: letter.number, reason: input.reason },
  });
}
