import type { SigningOutcome } from '../adapters/signing/index.ts';
import { commonProblems, problem } from '../core/errors.ts';

/**
 * The signed file of an outcome.
 * @throws unavailable when trying again may help; Error when this file can never be signed
 */
export function signedBytes(outcome: SigningOutcome): Uint8Array {
  if ('pdf' in outcome) return outcome.pdf;
  const { kind, cause } = outcome.failure;
  if (kind === 'rejected') throw new Error(`document ${outcome.id} cannot be signed`, { cause });
  throw problem(commonProblems.unavailable, {
    detail: 'Penandatanganan terhenti di tengah jalan. Coba lagi; nomor yang sudah diberikan tetap dipakai.',
    retryAfterSeconds: 2,
    cause,
  });
}
