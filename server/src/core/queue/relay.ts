import { sql } from 'drizzle-orm';
import type { PlatformTx, Tenancy } from '../tenancy/index.ts';
import { type QueueBackend, queueId } from './backend.ts';
import { type ChangeHint, encodeHint, eventChannel } from './events.ts';
import type { Job, Log } from './job.ts';
import { onPoke } from './outbox.ts';

type Row = {
  id: string;
  kind: string;
  stampedBy: string;
  payload: Record<string, unknown>;
};

export type Relay = {
  /** Moves what lies in the outbox now; used by tests and by the loop. @returns how many rows it moved */
  runOnce(): Promise<number>;
  start(): void;
  /** Ends the loop after the batch in hand. */
  close(): Promise<void>;
};

type Deps = {
  tenancy: Tenancy;
  backend: QueueBackend;
  jobs: ReadonlyMap<string, Pick<Job<never>, 'attempts' | 'backoffMs'>>;
  log: Log;
  /** Milliseconds between two looks; 75 when not said. */
  pollMs?: number;
  /** For tests: what happens after the jobs are in the queue and before the outbox rows are gone. */
  beforeCommit?: () => Promise<void> | void;
};

const batchSize = 200;

/** How a job lies in the queue: its row's id and how often to try. */
export function queuedJob(workId: string, job: Pick<Job<never>, 'attempts' | 'backoffMs'> | undefined) {
  return {
    name: 'work',
    data: { workId },
    opts: {
      jobId: queueId(workId),
      // An unknown kind fails in the runner, with a message, on its first try.
      attempts: job?.attempts ?? 1,
      backoff: { type: 'exponential', delay: job?.backoffMs ?? 1_000 },
    },
  };
}

/**
 * Takes rows out of the outbox: jobs go to the queue under an id made of the row's, so that a crash before the commit
 * adds the same job again and not a second one; changes go out as notices. Several relays share the work.
 */
export function createRelay(deps: Deps): Relay {
  const { tenancy, backend, log } = deps;
  let running: Promise<void> | undefined;
  let closed = false;
  let wake: () => void = () => undefined;
  let poked = false;

  async function move(tx: PlatformTx): Promise<number> {
    const rows = await tx.execute<Row>(sql`delete from platform.outbox where id in (
      select id from platform.outbox order by created_at, id for update skip locked limit ${batchSize})
      returning id, kind, stamped_by as "stampedBy", payload`);
    const work = rows.filter((row) => !row.kind.startsWith('event.')).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (work.length > 0) await backend.queue.addBulk(work.map((row) => queuedJob(row.id, deps.jobs.get(row.kind))));
    const hints = rows.filter((row) => row.kind.startsWith('event.')).map(hintOf);
    if (hints.length > 0) {
      await tx.execute(sql`select pg_notify(${eventChannel}, hint) from unnest(${sql.param(hints)}::text[]) as hint`);
    }
    await deps.beforeCommit?.();
    return rows.length;
  }

  async function runOnce(): Promise<number> {
    // Most looks find nothing: one statement then, no transaction.
    const [waiting] = await tenancy.readPlatform((read) =>
      read.execute<{ id: string }>(sql`select id from platform.outbox limit 1`),
    );
    return waiting ? tenancy.withPlatform(move) : 0;
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function loop(): Promise<void> {
    while (!closed) {
      let moved = 0;
      poked = false;
      try {
        moved = await runOnce();
      } catch (error) {
        log.warn({ err: error }, 'the outbox is not moving');
        await pause(1_000);
      }
      if (!poked && moved < batchSize && !closed) await pause(deps.pollMs ?? 75);
    }
  }

  const unsubscribe = onPoke(() => {
    poked = true;
    wake();
  });
  return {
    runOnce,
    start() {
      running ??= loop();
    },
    async close() {
      closed = true;
      unsubscribe();
      wake();
      await running;
    },
  };
}

/** A regency's rows speak for that regency, whatever they say. */
function hintOf(row: Row): string {
  const { payload } = row;
  const strings = (value: unknown) =>
    Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
  const personIds = strings(payload.personIds);
  const positionIds = strings(payload.positionIds);
  const named = typeof payload.tenant === 'string' ? payload.tenant : null;
  const hint: ChangeHint = {
    tenant: row.stampedBy.startsWith('t_') ? row.stampedBy.slice(2) : named,
    topic: row.kind.slice('event.'.length),
    ...(personIds ? { personIds } : {}),
    ...(positionIds ? { positionIds } : {}),
    ...(typeof payload.id === 'string' ? { id: payload.id } : {}),
  };
  return encodeHint(hint);
}
