import type { Mail } from './adapters/mail/index.ts';
import { createAgreementReminders } from './agreements/index.ts';
import { type Authorities, startListRenewal } from './authorities/index.ts';
import { createAdoptionReminders } from './comparison/index.ts';
import { startSealer } from './core/audit/sealer.ts';
import type { Clock } from './core/clock.ts';
import type { DatabaseAccess } from './core/db/client.ts';
import { type Job, type JobProcess, type Log, migrateQueue, type QueueOptions, startJobs } from './core/queue/index.ts';
import type { Storage } from './core/storage/index.ts';
import type { Tenancy } from './core/tenancy/index.ts';
import { createDispositionReminders } from './dispositions/index.ts';
import { startTextFill } from './letters/index.ts';
import { createSignupJobs } from './signups/index.ts';
import { bootstrapPlatform, createTenantJobs, type TenantJobDeps } from './tenants/index.ts';
import { startTurnWatch } from './turns/index.ts';

export type WorkerDeps = {
  access: DatabaseAccess;
  /** The worker's own: one connection per regency, closed soon when idle. It stays open when the worker closes. */
  tenancy: Tenancy;
  /** Without it the queue lies in PostgreSQL. */
  redisUrl?: string | undefined;
  storage: Storage;
  mail: Mail;
  clock: Clock;
  log: Log;
  authorities: Authorities;
  publicUrl: string;
  /** Where archives of regencies are written. */
  exportsFolder: string;
  /** Password of all demo accounts; null on an installation without a demo. */
  demoPassword: string | null;
  /** Loads a demo regency's letters; may be called again after a crash. */
  seedDemo?: TenantJobDeps['seedDemo'];
  /** Jobs of the other capabilities. */
  jobs: readonly Job<object>[];
  /** For tests. */
  onPoint?: TenantJobDeps['onPoint'];
  queue?: Partial<
    Pick<
      QueueOptions<object>,
      'concurrency' | 'lockDurationMs' | 'stalledIntervalMs' | 'untouchedMs' | 'reconcileEveryMs'
    >
  >;
};

/**
 * Prepares the platform (queue's schema, reference data, authorities, the demo's regencies), starts working on jobs and
 * seals the audit logs, tells of turns that are late and fills in what search lacks after an upgrade.
 * The platform's schema must be migrated. Several workers may run; each may die at any time.
 */
export async function createWorker(deps: WorkerDeps): Promise<JobProcess> {
  const { access, tenancy, redisUrl, log, authorities, demoPassword } = deps;
  if (redisUrl === undefined) await migrateQueue(access);
  await bootstrapPlatform({ tenancy, authorities, demoPassword });
  const jobs = startJobs<object>({
    tenancy,
    access,
    redisUrl,
    log,
    deps: {},
    jobs: [
      ...createTenantJobs(deps),
      ...createSignupJobs({ tenancy, secrets: access.secrets, mail: deps.mail, publicUrl: deps.publicUrl }),
      ...deps.jobs,
    ],
    ...deps.queue,
  });
  const sealer = startSealer({ tenancy, log });
  const lists = startListRenewal({ authorities, log });
  const texts = startTextFill({ tenancy, log });
  const turns = startTurnWatch({
    tenancy,
    log,
    clock: deps.clock,
    also: [createDispositionReminders(deps), createAdoptionReminders(deps), createAgreementReminders(deps)],
  });
  return {
    ...jobs,
    async close() {
      await Promise.all([sealer.close(), lists.close(), texts.close(), turns.close(), jobs.close()]);
    },
  };
}
