import { serveThread } from '../../core/threads.ts';
import { assemble, type DocumentJob, extractText } from './document-job.ts';
import { type FoundText, PageError, type PageFault } from './port.ts';

/** What the thread answers: an error of the file is an answer, since its index must come over. */
export type DocumentReply =
  | { kind: 'document'; bytes: Uint8Array }
  | { kind: 'fault'; fault: PageFault; index: number }
  | { kind: 'text'; found: FoundText };

async function perform(job: DocumentJob): Promise<DocumentReply> {
  if (job.kind === 'text') return { kind: 'text', found: await extractText(job.bytes, job.mostMilliseconds) };
  try {
    return { kind: 'document', bytes: await assemble(job.sources) };
  } catch (error) {
    if (error instanceof PageError) return { kind: 'fault', fault: error.fault, index: error.index };
    throw error;
  }
}

serveThread<DocumentJob, DocumentReply>(async (job) => {
  const result = await perform(job);
  return { result };
});
