import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '../core/clock.ts';
import type { DatabaseAddress } from '../core/db/client.ts';
import { startJobs } from '../core/queue/index.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createFileStorage, type Storage } from '../core/storage/index.ts';
import { createTenancy, type Tenancy } from '../core/tenancy/index.ts';
import { createExchangeJobs } from '../exchange/index.ts';
import { createIncomingJobs } from '../incoming/index.ts';

// A worker that delivers between regencies, for tests to kill: with `killAt` it ends itself, as by kill -9, at that point.
const order = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  /** Hexadecimal. */
  masterKey: string;
  folder: string;
  /** Slug of the receiving regency. */
  receiver: string;
  /** After a file was copied, at the end of the receiver's transaction, or right after its commit. */
  killAt?: 'copied' | 'entering' | 'entered';
};
const die = (point: typeof order.killAt): void => {
  if (point === order.killAt) process.kill(process.pid, 'SIGKILL');
};
const secrets = createSecrets(Buffer.from(order.masterKey, 'hex'));
const access = { address: order.address, secrets };
const real = createTenancy({ access, applicationName: 'worker', connectionsPerTenant: 1, idleSeconds: 30 });
const files = createFileStorage(join(order.folder, 'files'));
const storage: Storage = {
  ...files,
  async put(prefix, bytes) {
    const stored = await files.put(prefix, bytes);
    if (prefix === order.receiver) die('copied');
    return stored;
  },
};
const tenancy: Tenancy = {
  ...real,
  async withTenant(tenant, fn) {
    const isReceiver = tenant.slug === order.receiver;
    const result = await real.withTenant(tenant, async (tx) => {
      const inner = await fn(tx);
      if (isReceiver) die('entering');
      return inner;
    });
    if (isReceiver) die('entered');
    return result;
  },
};
startJobs({
  tenancy,
  access,
  jobs: [
    ...createIncomingJobs({ tenancy, storage, clock: systemClock }),
    ...createExchangeJobs({ tenancy, storage, secrets, clock: systemClock }),
  ],
  deps: {},
  log: pino({ level: 'fatal' }),
  lockDurationMs: 1_000,
  stalledIntervalMs: 500,
  untouchedMs: 2_000,
  reconcileEveryMs: 500,
});
process.stdout.write('ready\n');
