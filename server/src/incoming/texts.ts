import { sql } from 'drizzle-orm';
import { outbox } from '../core/queue/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

export const extractTextJob = 'letter.extract-text';

/** Orders the texts of files for search, in the transaction that brings the files. A file is read once. */
export async function orderTexts(tx: TenantTx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const rows = await tx.execute<{ id: string }>(sql`insert into file_texts (file_id)
    select id from unnest(${sql.param([...fileIds])}::uuid[]) as id on conflict do nothing returning file_id as id`);
  for (const { id } of rows) await outbox.add(tx, extractTextJob, { fileId: id });
}

type FileTextRow = {
  fileId: string;
  name: string;
  state: 'waiting' | 'extracted' | 'partial' | 'no_text' | 'unreadable';
  pages: number | null;
};

/** How far the texts of a letter's files are: the letter itself first, then its attachments. */
export async function listTexts(read: TenantRead, letterId: string): Promise<FileTextRow[]> {
  return read.execute<FileTextRow>(sql`select f.id as "fileId", f.name, t.state, t.pages
    from (select l.file_id as id, 0 as ordinal from letters l where l.id = ${letterId}::uuid and l.file_id is not null
      union all select a.file_id, a.ordinal from letter_attachments a where a.letter_id = ${letterId}::uuid) part
    join files f on f.id = part.id join file_texts t on t.file_id = f.id order by part.ordinal`);
}
