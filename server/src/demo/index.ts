import type { Typesetter } from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/queue/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import type { DeliveryService } from '../delivery/index.ts';
import type { IncomingService } from '../incoming/index.ts';
import type { LetterService } from '../letters/index.ts';
import type { SigningCapability } from '../signing/index.ts';
import { receiveDemoLetter } from './receive.ts';
import { seedDemoLetters } from './seed-letters.ts';

interface DemoSeedDeps {
  tenancy: Tenancy;
  clock: Clock;
  typesetter: Typesetter;
  log: Log;
  /** Passphrase of every demo signer. */
  passphrase: string;
  services: {
    letters: LetterService;
    signing: SigningCapability;
    incoming: IncomingService;
    delivery: DeliveryService;
  };
}

/** What loads a demo regency's letters; safe to call again. */
export const createDemoSeed =
  ({ services, passphrase, ...deps }: DemoSeedDeps) =>
  (tenant: Tenant): Promise<void> =>
    seedDemoLetters(
      {
        ...deps,
        letters: services.letters,
        sign: async (ctx, id) => void (await services.signing.service.sign(ctx, id, { passphrase })),
        send: async (ctx, id) => void (await services.delivery.send(ctx, id, {})),
        receive: (registrar, letter, routeTo) =>
          receiveDemoLetter({ ...deps, incoming: services.incoming }, registrar, letter, routeTo),
      },
      tenant,
    );
