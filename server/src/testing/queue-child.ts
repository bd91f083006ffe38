import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { z } from 'zod';
import type { DatabaseAddress } from '../core/db/client.ts';
import { defineJob, startJobs } from '../core/queue/index.ts';
import { createSecrets } from '../core/secrets/index.ts';
import { createTenancy } from '../core/tenancy/index.ts';

// A worker process for tests to kill. It tells on stdout when it is in the middle of a job, and waits there when told to.
const { address, masterKey, redisUrl, hang } = JSON.parse(process.argv[2] ?? '{}') as {
  address: DatabaseAddress;
  /** Hexadecimal. */
  masterKey: string;
  redisUrl?: string;
  hang: boolean;
};
const access = { address, secrets: createSecrets(Buffer.from(masterKey, 'hex')) };
const tenancy = createTenancy({ access, applicationName: 'child' });

const once = defineJob({
  kind: 'test.once',
  login: 'tenant',
  payload: z.object({}),
  async handle({ tenant, workId }) {
    await tenancy.withTenant(tenant, (tx) =>
      tx.execute(sql`insert into audit_log (actor_name, action, subject_kind, subject_id)
        select 'worker', 'test.done', 'work', ${workId}::uuid
        where not exists (select from audit_log where subject_id = ${workId}::uuid)`),
    );
    process.stdout.write('half\n');
    if (hang) await new Promise((resolve) => setTimeout(resolve, 600_000));
  },
});
const log = pino({ level: 'silent' });
startJobs({ tenancy, access, redisUrl, jobs: [once], deps: {}, log, lockDurationMs: 1_000, stalledIntervalMs: 500 });
process.stdout.write('ready\n');
