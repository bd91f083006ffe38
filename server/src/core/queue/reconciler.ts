import type { Tenancy } from '../tenancy/index.ts';
import { type QueueBackend, queueId } from './backend.ts';
import type { Job, Log } from './job.ts';
import { queuedJob } from './relay.ts';
import type { Runner } from './runner.ts';
import { claimUntouched, forgetOldWork } from './work.ts';

export type Reconciler = {
  /** Looks once. @returns ids of the orders that were put back into the queue */
  runOnce(): Promise<string[]>;
  start(): void;
  close(): Promise<void>;
};

type Deps = {
  tenancy: Tenancy;
  backend: QueueBackend;
  jobs: ReadonlyMap<string, Pick<Job<never>, 'attempts' | 'backoffMs'>>;
  runner: Pick<Runner, 'fail'>;
  log: Log;
  /** An order not touched for so long is looked after; 8,000 ms. */
  untouchedMs?: number;
  /** Between two looks; 3,000 ms. */
  everyMs?: number;
};

/** Job ids' states in which the queue still has the order in hand. */
const alive = new Set(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children', 'repeat']);

/**
 * Takes up what a crash or a lost queue left open: `platform.work` says what was ordered and not ended, the queue says
 * what it still knows. The difference is put back, or ended when the queue gave it up.
 */
export function createReconciler(deps: Deps): Reconciler {
  const { tenancy, backend, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();
  let closed = false;
  let forgotAt = 0;

  async function lookAfter(work: { id: string; kind: string }): Promise<boolean> {
    const id = queueId(work.id);
    const state = await backend.queue.getJobState(id);
    if (alive.has(state)) return false;
    if (state === 'failed') {
      const job = await backend.queue.getJob(id);
      await deps.runner.fail(work.id, job?.failedReason ?? 'the process died too often while it did this');
      return false;
    }
    // Completed in the queue, open in the database: its end was not written. Its handler can run again.
    if (state === 'completed') await backend.queue.remove(id);
    const job = queuedJob(work.id, deps.jobs.get(work.kind));
    await backend.queue.add(job.name, job.data, job.opts);
    log.info({ workId: work.id, kind: work.kind }, 'a lost job was put back into the queue');
    return true;
  }

  async function runOnce(): Promise<string[]> {
    const untouched = await tenancy.withPlatform((tx) => claimUntouched(tx, deps.untouchedMs ?? 8_000, 100));
    const back: string[] = [];
    for (const work of untouched) if (await lookAfter(work)) back.push(work.id);
    if (Date.now() - forgotAt > 3_600_000) {
      forgotAt = Date.now();
      await tenancy.withPlatform((tx) => forgetOldWork(tx, 90));
    }
    return back;
  }

  function schedule(): void {
    if (closed) return;
    timer = setTimeout(() => {
      current = runOnce()
        .catch((error: unknown) => log.warn({ err: error }, 'reconciling failed'))
        .then(schedule);
    }, deps.everyMs ?? 3_000);
  }

  return {
    runOnce,
    start: schedule,
    async close() {
      closed = true;
      clearTimeout(timer);
      await current;
    },
  };
}
