import { createThreadPool, ThreadJobError, ThreadLost, threadEntry } from '../../core/threads.ts';
import type { DocxImport } from './convert.ts';
import { DocxError, docxLimits } from './limits.ts';

export type { DocxImport } from './convert.ts';
export { DocxError, docxLimits } from './limits.ts';

/** Turns Word documents into bodies of templates. */
export type DocxImporter = {
  /** @throws DocxError for a file that is broken, hostile, too large or takes too long */
  convert(bytes: Uint8Array): Promise<DocxImport>;
  close(): Promise<void>;
};

/** One thread of its own, with a heap and a time of its own: a hostile file ends it and nothing else. */
export function createDocxImporter(): DocxImporter {
  const pool = createThreadPool<Uint8Array, DocxImport>({
    entry: threadEntry('docx-thread', 'adapters/docx/docx-thread.ts'),
    threads: 1,
    jobTimeoutMs: docxLimits.timeMs,
    maxHeapMiB: docxLimits.heapMiB,
  });
  return {
    async convert(bytes) {
      try {
        return await pool.run(bytes);
      } catch (cause) {
        if (cause instanceof ThreadLost)
          throw new DocxError('Dokumen ini terlalu besar atau terlalu rumit.', { cause });
        if (cause instanceof ThreadJobError && cause.code === 'docx_unreadable')
          throw new DocxError(cause.message, { cause });
        throw cause;
      }
    },
    close: () => pool.close(),
  };
}
