import type { Verification, VerificationReason } from '../adapters/signing/index.ts';

/** Why a document or a file is not vouched for. */
export type Reason = VerificationReason | 'unknown_code' | 'not_registered' | 'withdrawn' | 'superseded' | 'incomplete';

/** How a registered document stands with its issuer, or one of its files. */
export interface Standing {
  isWithdrawn: boolean;
  isSuperseded: boolean;
  /** Signatures that are still to come. */
  awaiting: number;
}

/** What holds against a document that is registered: withdrawn, an earlier file of it, or not signed by all yet. */
export function judgeDocument({ isWithdrawn, isSuperseded, awaiting }: Standing): Reason[] {
  if (isWithdrawn) return ['withdrawn'];
  if (isSuperseded) return ['superseded'];
  return awaiting > 0 ? ['incomplete'] : [];
}

/**
 * Whether a file is one that was issued here: its signatures are sound, its very bytes are registered, and its issuer
 * stands by it. A sound signature alone is not enough: a later revision by somebody who is not registered is no issue.
 */
export function judgeFile(checked: Pick<Verification, 'authentic' | 'reasons'>, registered: Standing | null): Reason[] {
  const reasons: Reason[] = [...checked.reasons];
  if (!registered) {
    // That it is not registered either would add nothing to "this is no PDF".
    if (checked.authentic || checked.reasons.every((reason) => reason === 'appended_after_signature')) {
      reasons.push('not_registered');
    }
  } else reasons.push(...judgeDocument(registered));
  return reasons;
}

const claimedAddress = /\/v\/([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2})\b/;

/** The code that a file says it is, from the record beside its signature; null when it says none. A claim, no proof. */
export function claimedCode(bytes: Buffer): string | null {
  return claimedAddress.exec(bytes.toString('latin1'))?.[1] ?? null;
}
