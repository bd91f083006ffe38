import { createThreadPool, ThreadLost, threadEntry } from '../../core/threads.ts';
import type { DocumentJob } from './document-job.ts';
import type { DocumentReply } from './document-thread.ts';
import { type Documents, type FoundText, PageError } from './port.ts';

/** Time for one file: what takes longer is given up, and its thread with it. */
const jobTimeoutMs = 45_000;
const textMilliseconds = 20_000;

const unreadable: FoundText = { text: '', pages: null, state: 'unreadable' };

/** Documents in worker threads, started when first needed. */
export function createDocuments({ threads = 1 }: { threads?: number } = {}): Documents {
  const pool = createThreadPool<DocumentJob, DocumentReply>({
    entry: threadEntry('document-thread', 'adapters/documents/document-thread.ts'),
    threads,
    jobTimeoutMs,
    maxHeapMiB: 768,
  });
  return {
    async assemble(sources) {
      const [only] = sources;
      const isPdf = only && Buffer.from(only.bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
      if (only && sources.length === 1 && only.rotate === 0 && isPdf) return Buffer.from(only.bytes);
      const reply = await pool.run({ kind: 'assemble', sources: [...sources] }).catch((error: unknown) => {
        // Too long or too much memory: one of the files is more than a letter.
        if (error instanceof ThreadLost) throw new PageError('too_large', 0);
        throw error;
      });
      if (reply.kind === 'fault') throw new PageError(reply.fault, reply.index);
      if (reply.kind !== 'document') throw new Error('the document thread answered something else');
      return Buffer.from(reply.bytes);
    },
    async extractText(bytes, mediaType) {
      if (mediaType !== 'application/pdf') {
        return { text: '', pages: mediaType.startsWith('image/') ? 1 : null, state: 'no_text' };
      }
      try {
        const reply = await pool.run({ kind: 'text', bytes, mostMilliseconds: textMilliseconds });
        if (reply.kind !== 'text') throw new Error('the document thread answered something else');
        return reply.found;
      } catch (error) {
        if (error instanceof ThreadLost) return unreadable;
        throw error;
      }
    },
    close: () => pool.close(),
  };
}
