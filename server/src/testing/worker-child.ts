import { join } from 'node:path';
import { pino } from 'pino';
import { createMail } from '../adapters/mail/index.ts';
import { createAuthorities } from '../authorities/index.ts';
import { systemClock } from '../core/clock.ts';
import type { DatabaseAddress } from '../core/db/client.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createFileStorage } from '../core/storage/index.ts';
import { createTenancy } from '../core/tenancy/index.ts';
import { createWorker } from '../create-worker.ts';

// A real worker for tests to kill. With `killAt` it ends itself, as by kill -9, right at that point of provisioning.
const order = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  /** Hexadecimal. */
  masterKey: string;
  folder: string;
  /** `<slug>:<step>:<point>`. */
  killAt?: string;
  redisUrl?: string;
  demoPassword: string | null;
};
const secrets = createSecrets(Buffer.from(order.masterKey, 'hex'));
const access = { address: order.address, secrets };
const tenancy = createTenancy({ access, applicationName: 'worker', connectionsPerTenant: 1, idleSeconds: 30 });
const publicUrl = 'http://localhost:8080';
await createWorker({
  access,
  tenancy,
  redisUrl: order.redisUrl,
  storage: createFileStorage(join(order.folder, 'files')),
  mail: createMail({ folder: join(order.folder, 'mail'), publicUrl }),
  clock: systemClock,
  log: pino({ level: 'fatal' }),
  authorities: createAuthorities({ tenancy, secrets, clock: systemClock, demo: true }),
  publicUrl,
  exportsFolder: join(order.folder, 'exports'),
  demoPassword: order.demoPassword,
  jobs: [],
  onPoint: (slug, step, point) => {
    if (`${slug}:${step}:${point}` === order.killAt) process.kill(process.pid, 'SIGKILL');
  },
  queue: { lockDurationMs: 1_000, stalledIntervalMs: 500, untouchedMs: 2_000, reconcileEveryMs: 500 },
});
process.stdout.write('ready\n');
