import { serveThread } from '../../core/threads.ts';
import { runSignJob, type SignJob } from './sign-job.ts';

serveThread<SignJob, Uint8Array>(async (job) => {
  const result = await runSignJob(job);
  return { result, transfer: result.buffer instanceof ArrayBuffer ? [result.buffer] : [] };
});
