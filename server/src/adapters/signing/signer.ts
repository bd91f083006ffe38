import { createThreadPool, threadEntry } from '../../core/threads.ts';
import type { SignJob } from './sign-job.ts';

export type Signer = {
  /**
   * Signs one PDF in a worker thread; jobs wait when all threads are busy.
   * @throws ThreadJobError (code `unsignable_pdf` when the file is at fault); ThreadLost when the thread died
   */
  sign(job: SignJob): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** Signing threads of this process. They start with the first job. */
export function createSigner(options: { threads: number }): Signer {
  const pool = createThreadPool<SignJob, Uint8Array>({
    entry: threadEntry('sign-thread', 'adapters/signing/sign-thread.ts'),
    threads: options.threads,
    jobTimeoutMs: 30_000,
    maxHeapMiB: 512,
  });
  return { sign: (job) => pool.run(job), close: () => pool.close() };
}
