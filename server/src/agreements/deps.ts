import type { Typesetter } from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import type { AgreementWording } from './wording.ts';

/** Signs one PDF with a key that was opened before; adds a revision, never rewrites. */
export type SignPdf = (
  pdf: Uint8Array,
  options: { reason: string; location: string; fieldName: string },
) => Promise<Uint8Array>;

/** Opens the signing key of the person who acts. */
export interface SignerPort {
  /** @throws wrong_passphrase, and whatever keeps the person from signing (no certificate, revoked, …) */
  open(ctx: OfficeContext, passphrase: string): Promise<SignPdf>;
}

export interface AgreementDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  typesetter: Pick<Typesetter, 'agreement'>;
  signer: SignerPort;
  wording: AgreementWording;
  /** Base of the address in the QR codes, without a trailing slash. */
  publicUrl: string;
}
