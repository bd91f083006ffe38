import { join } from 'node:path';
import { pino } from 'pino';
import { createSigner } from '../adapters/signing/index.ts';
import { createTypesetter, type Typesetter } from '../adapters/typesetting/index.ts';
import { buildApp } from '../app.ts';
import { createAuthorities } from '../authorities/index.ts';
import { systemClock } from '../core/clock.ts';
import type { DatabaseAddress } from '../core/db/client.ts';
import { createEventHub } from '../core/queue/index.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createFileStorage, type Storage } from '../core/storage/index.ts';
import { createTenancy } from '../core/tenancy/index.ts';

// A real API process for tests to kill. With `killAt` it ends itself, as by kill -9, right at that point of signing:
// `numbered`: the letter has its number and nothing is drawn; `stored`: the signed file is stored and not registered.
const order = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  /** Hexadecimal. */
  masterKey: string;
  folder: string;
  killAt: 'numbered' | 'stored' | null;
  /** Which of several letters in a row it is; 1 for the first. */
  killAtLetter: number;
  /** Everything it logs goes there. */
  logFile?: string;
};
const secrets = createSecrets(Buffer.from(order.masterKey, 'hex'));
const access = { address: order.address, secrets };
const tenancy = createTenancy({ access, applicationName: 'api' });
const typesetter = createTypesetter({ threads: 1 });
const storage = createFileStorage(join(order.folder, 'files'));
const logger = order.logFile
  ? pino({ level: 'trace' }, pino.destination({ dest: order.logFile, sync: true }))
  : pino({ level: 'fatal' });
const publicUrl = 'http://localhost:8080';

let reached = 0;
function dieAt(point: 'numbered' | 'stored'): void {
  if (point !== order.killAt) return;
  reached += 1;
  if (reached === order.killAtLetter) process.kill(process.pid, 'SIGKILL');
}
const mortalTypesetter: Typesetter = {
  ...typesetter,
  async letter(document) {
    if (document.mode === 'final') dieAt('numbered');
    return typesetter.letter(document);
  },
};
const mortalStorage: Storage = {
  ...storage,
  async put(prefix, bytes) {
    const stored = await storage.put(prefix, bytes);
    dieAt('stored');
    return stored;
  },
};

const app = await buildApp({
  tenancy,
  secrets,
  clock: systemClock,
  storage: mortalStorage,
  typesetter: mortalTypesetter,
  signer: createSigner({ threads: 1 }),
  authorities: createAuthorities({ tenancy, secrets, clock: systemClock, demo: true }),
  hub: createEventHub(access, logger),
  logger,
  publicUrl,
  publicHost: 'localhost',
  secure: false,
  trustProxy: [],
  metricsToken: undefined,
  demo: true,
  exportsFolder: join(order.folder, 'exports'),
  mailLeaves: false,
  notReady: async () => [],
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
