import { sql } from 'drizzle-orm';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import { events } from '../core/queue/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { invalidLetter } from './problems.ts';

/** Ids of the pictures that a body shows, with the place of each. */
function imagesIn(body: unknown): { fileId: string; path: string }[] {
  const found: { fileId: string; path: string }[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, attrs, content } = node as { type?: unknown; attrs?: { fileId?: unknown }; content?: unknown };
    if (type === 'image') found.push({ fileId: String(attrs?.fileId ?? ''), path: `${path}.attrs.fileId` });
    if (!Array.isArray(content)) return;
    for (const [index, child] of content.entries()) visit(child, `${path}.content.${index}`);
  };
  visit(body, 'body');
  return found;
}

/**
 * Holds a body to the pictures that were uploaded for this letter: another letter's file is never shown.
 * @param letterId null for a letter that is not there yet, which has none
 * @throws invalid_letter with the place of each that is not
 */
export async function requireOwnImages(read: TenantRead, letterId: string | null, body: unknown): Promise<void> {
  const shown = imagesIn(body);
  if (shown.length === 0) return;
  const rows =
    letterId === null
      ? []
      : await read.execute<{ id: string }>(
          sql`select file_id as id from letter_images where letter_id = ${letterId}::uuid`,
        );
  const own = new Set(rows.map((row) => row.id));
  const faults: FieldError[] = shown
    .filter(({ fileId }) => !own.has(fileId))
    .map(({ path }) => ({ path, message: 'Gambar ini bukan gambar surat ini. Unggah gambarnya pada surat ini.' }));
  if (faults.length > 0) throw invalidLetter(faults);
}

/**
 * Ends the writing of a locked letter: pages that are behind take the whole body from now on.
 * @param seen the version of the body that the drafter read before sending it on its way
 * @throws stale_version when a colleague wrote meanwhile
 */
export async function endWriting(
  tx: TenantTx,
  letter: { id: string; bodyVersion: number },
  seen: number | undefined,
): Promise<void> {
  if (seen !== undefined && seen !== letter.bodyVersion) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Rekan Anda baru saja menulis pada surat ini. Bacalah dahulu, lalu ajukan lagi.',
      extra: { bodyVersion: letter.bodyVersion },
    });
  }
  await tx.execute(sql`delete from letter_body_steps where letter_id = ${letter.id}::uuid`);
  await tellWriters(tx, letter.id);
}

/** Tells the open pages of those who write or comment on a letter that its body, comments or writers changed. */
export async function tellWriters(tx: TenantTx, letterId: string): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    select person_id as id from letter_participants
      where letter_id = ${letterId}::uuid and reason in ('drafter', 'author') and person_id is not null
    union select person_id from letter_presence
      where letter_id = ${letterId}::uuid and seen_at > now() - interval '1 minute'`);
  await events.publish(tx, { topic: 'drafts', id: letterId, personIds: rows.map((row) => row.id) });
}
