import type { DatabaseAccess } from '../db/client.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { createQueueBackend, type QueueBackend } from './backend.ts';
import type { Job, Log } from './job.ts';
import { createReconciler, type Reconciler } from './reconciler.ts';
import { createRelay, type Relay } from './relay.ts';
import { createRunner, type Runner, type RunnerDeps } from './runner.ts';

export { migrateQueue } from './backend.ts';
export { type ChangeHint, createEventHub, type EventHub, events } from './events.ts';
export { defineJob, type Job, JobCannotSucceed, JobMustWait, type Log } from './job.ts';
export { outbox } from './outbox.ts';
export { findWork, isWorkOpen, type Work } from './work.ts';

export type QueueOptions<Deps> = {
  tenancy: Tenancy;
  access: DatabaseAccess;
  /** Without it the queue lies in PostgreSQL. */
  redisUrl?: string | undefined;
  jobs: readonly Job<Deps>[];
  /** What every handler gets as `ctx.deps`. */
  deps: Deps;
  log: Log;
} & Partial<Pick<RunnerDeps<Deps>, 'concurrency' | 'lockDurationMs' | 'stalledIntervalMs' | 'waitMs'>> & {
    pollMs?: number;
    untouchedMs?: number;
    reconcileEveryMs?: number;
  };

/** All that a process needs to work on jobs. */
export type JobProcess = {
  backend: QueueBackend;
  relay: Relay;
  runner: Runner;
  reconciler: Reconciler;
  /** Lets the jobs in hand end, then closes the queue's connections. The tenancy stays open. */
  close(): Promise<void>;
};

/** Starts relay, runner and reconciler. BullMQ's schema must be migrated (`migrateQueue`). */
export function startJobs<Deps>(options: QueueOptions<Deps>): JobProcess {
  const { tenancy, deps, log } = options;
  const jobs = new Map<string, Job<Deps>>();
  for (const job of options.jobs) {
    if (jobs.has(job.kind)) throw new Error(`two handlers for ${job.kind}`);
    jobs.set(job.kind, job);
  }
  const given = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value });
  const backend = createQueueBackend(options.access, options.redisUrl, log);
  const relay = createRelay({ tenancy, backend, jobs, log, ...given('pollMs', options.pollMs) });
  const runner = createRunner({
    tenancy,
    backend,
    jobs,
    deps,
    log,
    ...given('concurrency', options.concurrency),
    ...given('lockDurationMs', options.lockDurationMs),
    ...given('stalledIntervalMs', options.stalledIntervalMs),
    ...given('waitMs', options.waitMs),
  });
  const reconciler = createReconciler({
    tenancy,
    backend,
    jobs,
    runner,
    log,
    ...given('untouchedMs', options.untouchedMs),
    ...given('everyMs', options.reconcileEveryMs),
  });
  relay.start();
  reconciler.start();
  return {
    backend,
    relay,
    runner,
    reconciler,
    async close() {
      await Promise.all([relay.close(), reconciler.close()]);
      await runner.close();
      await backend.close();
    },
  };
}
