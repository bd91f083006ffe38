import { join } from 'node:path';
import { pino } from 'pino';
import { createArchiveJobs } from '../archive/index.ts';
import { systemClock } from '../core/clock.ts';
import type { DatabaseAddress } from '../core/db/client.ts';
import { startJobs } from '../core/queue/index.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createFileStorage, type Storage } from '../core/storage/index.ts';
import { createTenancy, type Tenancy } from '../core/tenancy/index.ts';

// A real worker that destroys archives, for tests to kill. With `killAt` it ends itself, as by kill -9, at the `killAfter`th
// time that it gets to that point: `committing`: at the end of a transaction; `committed`: right after its commit;
// `removing`: before bytes leave the store; `removed`: after they did and before anybody knows.
const order = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  /** Hexadecimal. */
  masterKey: string;
  folder: string;
  killAt: 'committing' | 'committed' | 'removing' | 'removed' | null;
  killAfter: number;
};
let reached = 0;
function dieAt(point: typeof order.killAt): void {
  if (point !== order.killAt) return;
  reached += 1;
  if (reached === order.killAfter) process.kill(process.pid, 'SIGKILL');
}
const access = { address: order.address, secrets: createSecrets(Buffer.from(order.masterKey, 'hex')) };
const real = createTenancy({ access, applicationName: 'worker', connectionsPerTenant: 1, idleSeconds: 30 });
const files = createFileStorage(join(order.folder, 'files'));
const storage: Storage = {
  ...files,
  async remove(prefix, sha256, settleMs) {
    dieAt('removing');
    const outcome = await files.remove(prefix, sha256, settleMs);
    dieAt('removed');
    return outcome;
  },
};
const tenancy: Tenancy = {
  ...real,
  async withTenant(tenant, fn) {
    const result = await real.withTenant(tenant, async (tx) => {
      const inner = await fn(tx);
      dieAt('committing');
      return inner;
    });
    dieAt('committed');
    return result;
  },
};
startJobs({
  tenancy,
  access,
  jobs: createArchiveJobs({ tenancy, storage, clock: systemClock, settleMs: 0 }),
  deps: {},
  log: pino({ level: process.env.TEST_LOG ?? 'fatal' }, pino.destination(2)),
  lockDurationMs: 1_000,
  stalledIntervalMs: 500,
  untouchedMs: 2_000,
  reconcileEveryMs: 500,
});
process.stdout.write('ready\n');
