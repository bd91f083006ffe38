import type { SignerPort } from '../agreements/index.ts';
import type { SigningDeps } from './deps.ts';
import { createSigningKeyService, type SigningKeyService } from './keys-service.ts';
import { createLetterFiles } from './letter-file.ts';
import { createKeyOpener } from './opener.ts';
import { createProviders } from './providers.ts';
import { createSigningService, type SigningService } from './service.ts';
import { createSignerPort } from './signer-port.ts';

/** Everything that a process needs of signing; one per process, since it counts who is at work. */
export interface SigningCapability {
  keys: SigningKeyService;
  service: SigningService;
  readLetterFile: ReturnType<typeof createLetterFiles>;
  /** For agreements. */
  signerPort: SignerPort;
}

export function createSigning(deps: SigningDeps): SigningCapability {
  const providers = createProviders(deps);
  const open = createKeyOpener({ ...deps, providers });
  return {
    keys: createSigningKeyService(deps),
    service: createSigningService({ ...deps, open }),
    readLetterFile: createLetterFiles(deps),
    signerPort: createSignerPort(open),
  };
}
