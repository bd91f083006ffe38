import type { Signer } from '../adapters/signing/index.ts';
import type { Typesetter } from '../adapters/typesetting/index.ts';
import type { Authorities } from '../authorities/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Secrets } from '../core/secrets/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import type { LetterService } from '../letters/index.ts';

export interface SigningDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  typesetter: Typesetter;
  /** The signing threads of this process. */
  signer: Signer;
  authorities: Authorities;
  /** Wraps a regency's password at BSrE. */
  secrets: Secrets;
  letters: Pick<LetterService, 'get'>;
  /** Base of the address in QR codes, without a slash at its end. */
  publicUrl: string;
}
