import { ProviderMisconfigured, ProviderUnavailable, type SigningOutcome } from '../adapters/signing/index.ts';
import { commonProblems, ProblemError, problem } from '../core/errors.ts';
import { signingProblems } from './problems.ts';
import { refusalProblem } from './refusals.ts';

/** Whether signing has to wait for the provider, whatever the letter: it goes into the queue. */
export const isProviderAway = (error: unknown): error is ProviderUnavailable | ProviderMisconfigured =>
  error instanceof ProviderUnavailable || error instanceof ProviderMisconfigured;

/**
 * The signed file of an outcome.
 * @throws ProviderUnavailable, ProviderMisconfigured; wrong_passphrase and its like; signature_rejected; unavailable
 * when trying again may help
 */
export function signedBytes(outcome: SigningOutcome): Uint8Array {
  if ('pdf' in outcome) return outcome.pdf;
  const { kind, cause } = outcome.failure;
  if (kind === 'refused') throw cause.cause instanceof ProblemError ? cause.cause : refusalProblem(cause, null);
  if (isProviderAway(cause)) throw cause;
  if (kind === 'rejected') {
    throw problem(signingProblems.rejected, {
      detail: 'Surat tetap memegang nomornya. Beri tahu administrator: sebabnya ada di catatan sistem.',
      cause,
    });
  }
  throw problem(commonProblems.unavailable, {
    detail: 'Penandatanganan terhenti di tengah jalan. Coba lagi; nomor yang sudah diberikan tetap dipakai.',
    retryAfterSeconds: 2,
    cause,
  });
}
