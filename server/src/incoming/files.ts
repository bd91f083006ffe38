import { sql } from 'drizzle-orm';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

export type StoredFileRow = { sha256: string; name: string; mediaType: string; size: number };

/** Names a file of the store, so that letters can refer to it. */
export async function insertFile(tx: TenantTx, file: StoredFileRow, createdBy: string | null): Promise<string> {
  const id = newId();
  await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by)
    values (${id}::uuid, ${file.sha256}, ${file.size}, ${file.mediaType}, ${file.name}, ${createdBy}::uuid)`);
  return id;
}

/** The scan or received document of a letter; null when it has none. */
export async function findLetterFile(read: TenantRead, letterId: string): Promise<StoredFileRow | null> {
  const [row] =
    await read.execute<StoredFileRow>(sql`select f.sha256, f.name, f.media_type as "mediaType", f.size::int as size
    from letters l join files f on f.id = l.file_id where l.id = ${letterId}::uuid`);
  return row ?? null;
}

/** A file that belongs to the letter, by its id: an attachment or the document itself; null when it does not. */
export async function findFileOfLetter(
  read: TenantRead,
  letterId: string,
  fileId: string,
): Promise<StoredFileRow | null> {
  const [row] =
    await read.execute<StoredFileRow>(sql`select f.sha256, f.name, f.media_type as "mediaType", f.size::int as size
    from files f where f.id = ${fileId}::uuid and (
      exists (select from letter_attachments a where a.letter_id = ${letterId}::uuid and a.file_id = f.id)
      or exists (select from letters l where l.id = ${letterId}::uuid and l.file_id = f.id))`);
  return row ?? null;
}
