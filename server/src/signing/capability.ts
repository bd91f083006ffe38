import type { SignerPort } from '../agreements/index.ts';
import type { SigningDeps } from './deps.ts';
import { createSigningKeyService, type SigningKeyService } from './keys-service.ts';
import { createLetterFiles } from './letter-file.ts';
import { createNikService } from './nik.ts';
import { createKeyOpener } from './opener.ts';
import { createProviderSettings, type ProviderSettings } from './provider-settings.ts';
import { createProviders } from './providers.ts';
import { createSigningQueue, type SigningQueue } from './queue.ts';
import { createSigningService, type SigningService } from './service.ts';
import { createSignerPort } from './signer-port.ts';

/** Everything that a process needs of signing; one per process, since it counts who is at work. */
export interface SigningCapability {
  keys: SigningKeyService;
  service: SigningService;
  nik: ReturnType<typeof createNikService>;
  provider: ProviderSettings;
  queue: SigningQueue;
  readLetterFile: ReturnType<typeof createLetterFiles>;
  /** For agreements. */
  signerPort: SignerPort;
}

export function createSigning(deps: SigningDeps): SigningCapability {
  const providers = createProviders(deps);
  const open = createKeyOpener({ ...deps, providers });
  const queue = createSigningQueue(deps);
  return {
    keys: createSigningKeyService(deps),
    service: createSigningService({ ...deps, open, queue }),
    nik: createNikService(deps),
    provider: createProviderSettings(deps),
    queue,
    readLetterFile: createLetterFiles(deps),
    signerPort: createSignerPort(open),
  };
}
