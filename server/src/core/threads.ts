import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, type Transferable, Worker } from 'node:worker_threads';
import { projectRoot } from './paths.ts';

const fromSource = import.meta.url.endsWith('.ts');

/** What `new Worker(url)` needs. */
export type ThreadEntry = { url: URL };

/** A thread that runs TypeScript: `--import tsx` does not reach worker threads, its API does. */
function throughTsx(file: string): ThreadEntry {
  const api = createRequire(join(projectRoot, 'package.json'))
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const code = `import { register } from ${JSON.stringify(pathToFileURL(api).href)};
register();
await import(${JSON.stringify(pathToFileURL(file).href)});`;
  return { url: new URL(`data:text/javascript,${encodeURIComponent(code)}`) };
}

/**
 * Finds a thread's file: the TypeScript source in development and tests, `<name>.mjs` beside this file in the bundle,
 * where every `*-thread.ts` is an entry point of its own.
 * @param name the bundle's entry name, such as `sign-thread`
 * @param source the file below server/src, such as `adapters/signing/sign-thread.ts`; an absolute path in tests
 */
export function threadEntry(name: string, source: string): ThreadEntry {
  if (fromSource) return throughTsx(resolve(projectRoot, 'server/src', source));
  return { url: new URL(`./${name}.mjs`, import.meta.url) };
}

/** The thread ended, was closed or took too long while it had a job; the job may be given again. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

/** An error thrown by the job itself, carried over from the thread. */
export class ThreadJobError extends Error {
  override readonly name = 'ThreadJobError';
  /** The `code` of the original error, when it had one. */
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

export type ThreadPool<Job, Result> = {
  /**
   * Runs one job in a free thread; waits when all are busy. `transfer` moves buffers instead of copying them.
   * @throws ThreadJobError what the job threw; ThreadLost when the thread died
   */
  run(job: Job, transfer?: Transferable[]): Promise<Result>;
  /** Stops all threads; open jobs are rejected with ThreadLost. */
  close(): Promise<void>;
};

export type ThreadPoolOptions = {
  entry: ThreadEntry;
  /** Most threads at once; they start when first needed. */
  threads: number;
  /** A job that takes longer is rejected and its thread replaced. Milliseconds; 60,000 when not given. */
  jobTimeoutMs?: number;
  /** Memory limit of one thread's heap in MiB. */
  maxHeapMiB?: number;
};

type Task<Job, Result> = {
  job: Job;
  transfer: Transferable[];
  resolve(result: Result): void;
  reject(error: Error): void;
};
type Reply<Result> = { ok: true; result: Result } | { ok: false; message: string; code?: string };
type Slot<Job, Result> = { worker: Worker; task?: Task<Job, Result>; timer?: NodeJS.Timeout };

/** A small pool of worker threads: one job per thread at a time, dead threads replaced, idle ones do not hold the process. */
export function createThreadPool<Job, Result>(options: ThreadPoolOptions): ThreadPool<Job, Result> {
  const slots = new Set<Slot<Job, Result>>();
  const waiting: Task<Job, Result>[] = [];
  let closed = false;

  function take(slot: Slot<Job, Result>): Task<Job, Result> | undefined {
    const { task } = slot;
    clearTimeout(slot.timer);
    delete slot.task;
    slot.worker.unref();
    return task;
  }

  function lose(slot: Slot<Job, Result>, why: string): void {
    slots.delete(slot);
    take(slot)?.reject(new ThreadLost(why));
    void slot.worker.terminate();
    next();
  }

  function start(): Slot<Job, Result> {
    const worker = new Worker(options.entry.url, {
      ...(options.maxHeapMiB ? { resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMiB } } : {}),
    });
    const slot: Slot<Job, Result> = { worker };
    slots.add(slot);
    worker.on('message', (reply: Reply<Result>) => {
      const task = take(slot);
      if (reply.ok) task?.resolve(reply.result);
      else task?.reject(new ThreadJobError(reply.message, reply.code));
      next();
    });
    worker.on('error', (error) => lose(slot, `thread failed: ${error.message}`));
    worker.on('exit', (code) => {
      if (slots.has(slot)) lose(slot, `thread ended with code ${code}`);
    });
    return slot;
  }

  function give(slot: Slot<Job, Result>, task: Task<Job, Result>): void {
    slot.task = task;
    slot.timer = setTimeout(() => lose(slot, 'job took too long'), options.jobTimeoutMs ?? 60_000);
    slot.worker.ref();
    try {
      slot.worker.postMessage(task.job, task.transfer);
    } catch (error) {
      // The job could not be cloned: the caller's fault, the thread is fine.
      take(slot)?.reject(error instanceof Error ? error : new Error(String(error)));
      next();
    }
  }

  function next(): void {
    if (closed || waiting.length === 0) return;
    const free = [...slots].find((slot) => !slot.task) ?? (slots.size < options.threads ? start() : undefined);
    const task = free && waiting.shift();
    if (free && task) give(free, task);
  }

  return {
    run(job, transfer = []) {
      if (closed) return Promise.reject(new ThreadLost('the thread pool is closed'));
      return new Promise((resolve, reject) => {
        waiting.push({ job, transfer, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const lost = new ThreadLost('the thread pool is closed');
      for (const task of waiting.splice(0)) task.reject(lost);
      const open = [...slots];
      slots.clear();
      for (const slot of open) take(slot)?.reject(lost);
      await Promise.all(open.map((slot) => slot.worker.terminate()));
    },
  };
}

/** The thread's side: answers each job with what `handle` returns or throws. Call it once, at the end of the thread's file. */
export function serveThread<Job, Result>(
  handle: (
    job: Job,
  ) => Promise<{ result: Result; transfer?: Transferable[] }> | { result: Result; transfer?: Transferable[] },
): void {
  const port = parentPort;
  if (!port) throw new Error('serveThread must run in a worker thread');
  port.on('message', async (job: Job) => {
    try {
      const { result, transfer = [] } = await handle(job);
      port.postMessage({ ok: true, result } satisfies Reply<Result>, transfer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
      port.postMessage({ ok: false, message, ...(code ? { code } : {}) } satisfies Reply<Result>);
    }
  });
}
