import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { createDocuments, type Documents, type FoundText } from '../adapters/documents/index.ts';
import type { Clock } from '../core/clock.ts';
import { defineJob, type Job } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import { extractTextJob } from './texts.ts';

export interface IncomingJobDeps {
  tenancy: Tenancy;
  storage: Storage;
  clock: Clock;
  documents?: Documents;
}

const payload = z.object({ fileId: z.uuid() });

/** Larger files are not opened for their text. */
const mostBytes = 60 * 1024 * 1024;

type WaitingFile = { sha256: string; mediaType: string; size: number };

async function findWaiting(read: TenantRead, fileId: string): Promise<WaitingFile | null> {
  const [row] = await read.execute<WaitingFile>(sql`select f.sha256, f.media_type as "mediaType", f.size::float8 as size
    from file_texts t join files f on f.id = t.file_id where t.file_id = ${fileId}::uuid and t.state = 'waiting'`);
  return row ?? null;
}

/** The same bytes were read before under another name. */
async function findKnown(read: TenantRead, sha256: string): Promise<FoundText | null> {
  const [row] = await read.execute<Pick<FoundText, keyof FoundText>>(sql`select t.text, t.pages, t.state from files f
    join file_texts t on t.file_id = f.id where f.sha256 = ${sha256} and t.state <> 'waiting' limit 1`);
  return row ?? null;
}

/** Finds the text of files for search; the files themselves are only read. */
export function createIncomingJobs({
  tenancy,
  storage,
  clock,
  documents = createDocuments(),
}: IncomingJobDeps): Job<object>[] {
  return [
    defineJob<typeof payload, object>({
      kind: extractTextJob,
      login: 'tenant',
      payload,
      async handle({ tenant }, { fileId }) {
        const { file, known } = await tenancy.readTenant(tenant, async (read) => {
          const waiting = await findWaiting(read, fileId);
          return { file: waiting, known: waiting && (await findKnown(read, waiting.sha256)) };
        });
        if (!file) return;
        const tooLarge: FoundText = { text: '', pages: null, state: 'unreadable' };
        const read = async () => documents.extractText(await storage.get(tenant.slug, file.sha256), file.mediaType);
        const found = known ?? (Number(file.size) > mostBytes ? tooLarge : await read());
        await tenancy.withTenant(tenant, (tx) =>
          tx.execute(sql`update file_texts set text = ${found.text}, pages = ${found.pages}, state = ${found.state},
            extracted_at = ${clock.now().toISOString()}::timestamptz
            where file_id = ${fileId}::uuid and state = 'waiting'`),
        );
        return { state: found.state };
      },
    }),
  ];
}
