import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { projectRoot } from './paths.ts';
import { createThreadPool, ThreadJobError, ThreadLost, type ThreadPool, threadEntry } from './threads.ts';

const folder = mkdtempSync(join(tmpdir(), 'threads-'));
const source = join(folder, 'thread.mts');
const helper = pathToFileURL(join(projectRoot, 'server/src/core/threads.ts')).href;
writeFileSync(
  source,
  `import { serveThread } from ${JSON.stringify(helper)};
serveThread(async (job: { kind: string; value?: number }) => {
  if (job.kind === 'die') process.exit(3);
  if (job.kind === 'hang') for (;;);
  if (job.kind === 'throw') throw Object.assign(new Error('bad job'), { code: 'bad_job' });
  return { result: (job.value ?? 0) * 2 };
});`,
);
const entry = threadEntry('thread', source);

type Job = { kind: string; value?: number; at?: () => void };
let pool: ThreadPool<Job, number>;
afterEach(() => pool.close());
afterAll(() => rmSync(folder, { recursive: true }));

test('runs more jobs than it has threads, in any order, all answered', async () => {
  pool = createThreadPool({ entry, threads: 2 });
  const results = await Promise.all(Array.from({ length: 20 }, (_, value) => pool.run({ kind: 'double', value })));
  expect(results).toEqual(Array.from({ length: 20 }, (_, value) => value * 2));
});

test('a dying thread rejects its job and is replaced', async () => {
  pool = createThreadPool({ entry, threads: 1 });
  const [lost, later] = await Promise.allSettled([pool.run({ kind: 'die' }), pool.run({ kind: 'double', value: 4 })]);
  expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(ThreadLost) });
  expect(later).toEqual({ status: 'fulfilled', value: 8 });
});

test('an error of the job reaches the caller with its code; the thread goes on', async () => {
  pool = createThreadPool({ entry, threads: 1 });
  const error = await pool.run({ kind: 'throw' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ThreadJobError);
  expect(error).toMatchObject({ message: 'bad job', code: 'bad_job' });
  expect(await pool.run({ kind: 'double', value: 1 })).toBe(2);
});

test('a job that never ends is stopped', async () => {
  pool = createThreadPool({ entry, threads: 1, jobTimeoutMs: 1500 });
  await expect(pool.run({ kind: 'hang' })).rejects.toThrow('too long');
});

test('a job that cannot be sent is refused, and the pool goes on', async () => {
  pool = createThreadPool({ entry, threads: 1 });
  await expect(pool.run({ kind: 'double', at: () => undefined })).rejects.toThrow('could not be cloned');
  expect(await pool.run({ kind: 'double', value: 2 })).toBe(4);
});

test('closing rejects what is open and refuses more', async () => {
  pool = createThreadPool({ entry, threads: 1 });
  const open = pool.run({ kind: 'hang' });
  const check = expect(open).rejects.toBeInstanceOf(ThreadLost);
  await pool.close();
  await check;
  await expect(pool.run({ kind: 'double' })).rejects.toBeInstanceOf(ThreadLost);
});
