import { join } from 'node:path';
import { pino } from 'pino';
import { createTypesetter, type Typesetter } from '../adapters/typesetting/index.ts';
import { systemClock } from '../core/clock.ts';
import type { DatabaseAddress } from '../core/db/client.ts';
import { startJobs } from '../core/queue/index.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createFileStorage, type Storage } from '../core/storage/index.ts';
import { createTenancy } from '../core/tenancy/index.ts';
import { createReportJobs } from '../reports/index.ts';

// A real worker that makes reports, for tests to kill. With `killAt` it ends itself, as by kill -9, right at that point:
// `gathered`: the letters are read and nothing is drawn; `stored`: the file is stored and nobody knows of it.
const order = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  /** Hexadecimal. */
  masterKey: string;
  folder: string;
  killAt: 'gathered' | 'stored' | null;
};
const access = { address: order.address, secrets: createSecrets(Buffer.from(order.masterKey, 'hex')) };
const tenancy = createTenancy({ access, applicationName: 'worker', connectionsPerTenant: 1 });
const typesetter = createTypesetter({ threads: 1 });
const storage = createFileStorage(join(order.folder, 'files'));

function dieAt(point: 'gathered' | 'stored'): void {
  if (point === order.killAt) process.kill(process.pid, 'SIGKILL');
}
const mortalTypesetter: Typesetter = {
  ...typesetter,
  async report(document) {
    dieAt('gathered');
    return typesetter.report(document);
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
startJobs({
  tenancy,
  access,
  jobs: createReportJobs({ tenancy, clock: systemClock, storage: mortalStorage, typesetter: mortalTypesetter }),
  deps: {},
  log: pino({ level: 'fatal' }),
  lockDurationMs: 1_000,
  stalledIntervalMs: 500,
  untouchedMs: 2_000,
  reconcileEveryMs: 500,
});
process.stdout.write('ready\n');
