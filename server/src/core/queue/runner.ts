import { DelayedError, type Job as QueueJob, UnrecoverableError } from 'bullmq';
import { sql } from 'drizzle-orm';
import type { Tenancy, Tenant } from '../tenancy/index.ts';
import { DatabaseUnavailableError, OverloadedError, tenantOf } from '../tenancy/index.ts';
import type { QueueBackend, QueuedWork } from './backend.ts';
import { publish } from './events.ts';
import { type Job, JobCannotSucceed, JobMustWait, type Log } from './job.ts';
import { decide, ownerOf } from './ownership.ts';
import { failWork, findWork, finishWork, noteError, setProgress, touchWork, type Work } from './work.ts';

export type Runner = {
  /** Ends an open order as failed and lets its job clean up. */
  fail(workId: string, error: string): Promise<void>;
  /** Stops taking jobs and waits for those in hand. */
  close(): Promise<void>;
};

export type RunnerDeps<Deps> = {
  tenancy: Tenancy;
  backend: QueueBackend;
  jobs: ReadonlyMap<string, Job<Deps>>;
  /** What handlers get as `ctx.deps`. */
  deps: Deps;
  log: Log;
  /** Jobs at a time; 8 when not said. */
  concurrency?: number;
  /** A job whose process died is taken up after about this and `stalledInterval`; 4,000 ms. */
  lockDurationMs?: number;
  /** 2,000 ms. */
  stalledIntervalMs?: number;
  /** When a job whose regency is not active is looked at again; 3,000 ms. */
  waitMs?: number;
};

const heartbeatMs = 2_000;

/** The job said so, or the trouble is the database's and not the job's: no try is counted. */
const mustWait = (error: unknown): boolean =>
  error instanceof JobMustWait || error instanceof DatabaseUnavailableError || error instanceof OverloadedError;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Takes jobs from the queue. What to do and for whom is read from `platform.work`, never from the queue: an order that
 * was ended is not done again, a lost or doubled queue entry does no harm.
 */
export function createRunner<Deps>(options: RunnerDeps<Deps>): Runner {
  const { tenancy, backend, jobs, deps, log } = options;
  const inHand = new Set<string>();

  async function tenantStatus(slug: string): Promise<string | null> {
    const rows = await tenancy.readPlatform((read) =>
      read.execute<{ status: string }>(sql`select status from platform.tenants where slug = ${slug}`),
    );
    return rows[0]?.status ?? null;
  }

  async function end(work: Work, outcome: { result: unknown } | { error: string }): Promise<void> {
    const job = jobs.get(work.kind);
    await tenancy.withPlatform(async (tx) => {
      const ended =
        'error' in outcome ? await failWork(tx, work.id, outcome.error) : await finishWork(tx, work.id, outcome.result);
      if (!ended) return;
      if ('error' in outcome) await job?.failed(tx, work.payload, outcome.error, deps);
      if (!work.stampedBy.startsWith('t_')) await publish(tx, { topic: 'jobs', id: work.id });
    });
  }

  async function attempt(
    work: Work,
    job: Job<Deps>,
    tenant: Tenant | null,
    queued: QueueJob<QueuedWork>,
  ): Promise<void> {
    const result = await job.run(
      {
        tenant,
        workId: work.id,
        jobAttempt: queued.attemptsMade + 1,
        progress: (percent) => tenancy.withPlatform((tx) => setProgress(tx, work.id, percent)),
        log,
        deps,
      },
      work.payload,
    );
    await end(work, { result });
  }

  async function perform(queued: QueueJob<QueuedWork>): Promise<void> {
    const work = await tenancy.readPlatform((read) => findWork(read, queued.data.workId));
    if (work?.state !== 'open') return;
    const job = jobs.get(work.kind);
    if (!job) return end(work, { error: `no handler for ${work.kind}` });
    const owner = ownerOf(work);
    const slug = owner.kind === 'refused' ? null : owner.slug;
    const verdict = decide(job.login, owner, slug === null ? null : await tenantStatus(slug));
    if (verdict.do === 'fail') return end(work, { error: verdict.error });
    if (verdict.do === 'wait') throw new JobMustWait('its regency is not active');
    inHand.add(work.id);
    try {
      await tenancy.withPlatform((tx) => touchWork(tx, [work.id]));
      await attempt(work, job, slug === null ? null : tenantOf(slug), queued);
    } catch (error) {
      if (mustWait(error)) throw error;
      await afterError(work, queued, error);
    } finally {
      inHand.delete(work.id);
    }
  }

  async function process(queued: QueueJob<QueuedWork>, token?: string): Promise<void> {
    try {
      await perform(queued);
    } catch (error) {
      if (!mustWait(error)) throw error;
      await queued.moveToDelayed(Date.now() + (options.waitMs ?? 3_000), token);
      throw new DelayedError();
    }
  }

  async function afterError(work: Work, queued: QueueJob<QueuedWork>, error: unknown): Promise<never> {
    log.warn(
      { err: error, workId: work.id, kind: work.kind, tenant: work.tenantSlug, attempt: queued.attemptsMade + 1 },
      'job failed',
    );
    const last = error instanceof JobCannotSucceed || queued.attemptsMade + 1 >= (queued.opts.attempts ?? 1);
    if (last) await end(work, { error: messageOf(error) });
    else await tenancy.withPlatform((tx) => noteError(tx, work.id, messageOf(error)));
    throw last ? new UnrecoverableError(messageOf(error)) : error;
  }

  const worker = backend.startWorker(process, {
    concurrency: options.concurrency ?? 8,
    lockDuration: options.lockDurationMs ?? 4_000,
    stalledInterval: options.stalledIntervalMs ?? 2_000,
    // A crash counts as a stall. One crash per step of the longest job, and some to spare.
    maxStalledCount: 10,
  });
  worker.on('error', (error) => log.warn({ err: error }, 'worker'));

  const heartbeat = setInterval(() => {
    if (inHand.size === 0) return;
    tenancy
      .withPlatform((tx) => touchWork(tx, [...inHand]))
      .catch((error: unknown) => log.warn({ err: error }, 'no heart-beat for running jobs'));
  }, heartbeatMs);

  return {
    async fail(workId, error) {
      const work = await tenancy.readPlatform((read) => findWork(read, workId));
      if (work) await end(work, { error });
    },
    async close() {
      await worker.close();
      clearInterval(heartbeat);
    },
  };
}
