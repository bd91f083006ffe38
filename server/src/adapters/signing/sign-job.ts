import type { SigningIdentity } from './keys.ts';
import { signPdf } from './pades.ts';
import { createTimeStamper } from './timestamp.ts';

/** One PDF to sign. Keys are handles that cannot be exported, cloned to the thread in memory only. */
export type SignJob = {
  pdf: Uint8Array;
  signer: SigningIdentity;
  /** The time-stamp authority's key, certificate and chain. */
  stamper: SigningIdentity;
  reason: string;
  location: string;
  contact?: string;
  fieldName: string;
  /** Another time than now: for demonstration data whose certificates say DEMO, and for tests. */
  at?: Date;
};

/** Signs in this very thread; `createSigner` does it beside the event loop. */
export function runSignJob({ stamper, at, ...job }: SignJob): Promise<Uint8Array> {
  const timeStamper = createTimeStamper({ ...stamper, clock: () => at ?? new Date() });
  return signPdf(job.pdf, { ...job, timeStamper, ...(at ? { at } : {}) });
}
