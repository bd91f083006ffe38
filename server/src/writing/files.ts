import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { orderTexts } from '../incoming/index.ts';
import { lockAsWriter, type Moment, recordEvent, tellWriters, updateLetter } from '../letters/index.ts';
import { attachmentLimits, attachmentNote, imageLimits, type Picture } from './file-rules.ts';
import type { AttachmentsAnswer, ImageAnswer } from './schema.ts';
import { fileFault } from './upload.ts';

export interface StoredUpload {
  sha256: string;
  size: number;
  name: string;
  mediaType: string;
}

async function insertFile(tx: TenantTx, file: StoredUpload, createdBy: string): Promise<string> {
  const id = newId();
  await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by)
    values (${id}::uuid, ${file.sha256}, ${file.size}, ${file.mediaType}, ${file.name}, ${createdBy}::uuid)`);
  return id;
}

/** The files that go with a letter, in their order. */
export async function findAttachments(read: TenantRead, letterId: string): Promise<AttachmentsAnswer> {
  const rows = await read.execute<{ id: string; name: string; mediaType: string; size: number }>(sql`
    select f.id, f.name, f.media_type as "mediaType", f.size::int as size
    from letter_attachments a join files f on f.id = a.file_id where a.letter_id = ${letterId}::uuid order by a.ordinal`);
  const items = rows.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size }));
  return { items, suggestedNote: attachmentNote(items.length) };
}

/**
 * Puts a stored file behind those that go with the letter. The same bytes under the same name are there once.
 * @throws not_found, forbidden, letter_state, invalid_attachment
 */
export async function attachFile(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  file: StoredUpload,
  at: Moment,
): Promise<AttachmentsAnswer> {
  const letter = await lockAsWriter(tx, ctx, id, at);
  const [held] = await tx.execute<{ count: number; size: number; last: number; twice: boolean }>(sql`
    select count(*)::int as count, coalesce(sum(f.size), 0)::int as size, coalesce(max(a.ordinal), 0)::int as last,
      coalesce(bool_or(f.sha256 = ${file.sha256} and f.name = ${file.name}), false) as twice
    from letter_attachments a join files f on f.id = a.file_id where a.letter_id = ${id}::uuid`);
  if (!held) throw new Error('an aggregate without a row');
  if (held.twice) return findAttachments(tx, id);
  if (held.count >= attachmentLimits.files) throw fileFault(`Paling banyak ${attachmentLimits.files} berkas.`);
  if (held.size + file.size > attachmentLimits.totalBytes) {
    throw fileFault('Seluruh lampiran paling banyak 100 MB. Perkecil berkasnya, atau kirim dengan cara lain.');
  }
  const fileId = await insertFile(tx, file, ctx.actor.personId);
  await tx.execute(sql`insert into letter_attachments (id, letter_id, file_id, ordinal, added_by, added_at)
    values (${newId()}::uuid, ${id}::uuid, ${fileId}::uuid, ${held.last + 1}, ${ctx.actor.personId}::uuid,
      ${at.now.toISOString()}::timestamptz)`);
  await orderTexts(tx, [fileId]);
  await updateLetter(tx, letter, {}, at);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.attached',
    detail: { fileId, sha256: file.sha256, version: letter.version + 1 },
  });
  await tellWriters(tx, id);
  return findAttachments(tx, id);
}

/** Takes a file away from a letter. @throws not_found, forbidden, letter_state */
export async function detachFile(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  fileId: string,
  at: Moment,
): Promise<AttachmentsAnswer> {
  const letter = await lockAsWriter(tx, ctx, id, at);
  const gone = await tx.execute<{ id: string }>(sql`delete from letter_attachments
    where letter_id = ${id}::uuid and file_id = ${fileId}::uuid returning file_id as id`);
  if (gone.length === 0) throw problem(commonProblems.notFound, { detail: 'Berkas ini bukan lampiran surat ini.' });
  await updateLetter(tx, letter, {}, at);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.detached',
    detail: { fileId, version: letter.version + 1 },
  });
  await tellWriters(tx, id);
  return findAttachments(tx, id);
}

/** Puts the files into another order; all of them are named. @throws not_found, forbidden, letter_state, invalid_attachment */
export async function orderFiles(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  fileIds: readonly string[],
  at: Moment,
): Promise<AttachmentsAnswer> {
  const letter = await lockAsWriter(tx, ctx, id, at);
  const { items } = await findAttachments(tx, id);
  const isWhole = new Set(fileIds).size === items.length && items.every((item) => fileIds.includes(item.id));
  if (!isWhole || fileIds.length !== items.length) {
    throw fileFault('Lampirannya sudah berubah. Muat ulang, lalu urutkan kembali.');
  }
  // Two steps, since no two files may have one place in between.
  await tx.execute(sql`update letter_attachments set ordinal = -ordinal where letter_id = ${id}::uuid`);
  await tx.execute(sql`update letter_attachments a set ordinal = o.place
    from unnest(${sql.param([...fileIds])}::uuid[]) with ordinality as o (file_id, place)
    where a.letter_id = ${id}::uuid and a.file_id = o.file_id`);
  await updateLetter(tx, letter, {}, at);
  await tellWriters(tx, id);
  return findAttachments(tx, id);
}

/** Keeps a picture for a letter's body. The same bytes are kept once. @throws not_found, forbidden, letter_state, invalid_attachment */
export async function keepImage(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  file: StoredUpload,
  picture: Picture,
  at: Moment,
): Promise<ImageAnswer> {
  await lockAsWriter(tx, ctx, id, at);
  const rows = await tx.execute<{ id: string; sha256: string }>(sql`
    select i.file_id as id, f.sha256 from letter_images i join files f on f.id = i.file_id where i.letter_id = ${id}::uuid`);
  const { width, height } = picture;
  const known = rows.find((row) => row.sha256 === file.sha256);
  if (known) return { fileId: known.id, width, height };
  if (rows.length >= imageLimits.perLetter) throw fileFault(`Paling banyak ${imageLimits.perLetter} gambar.`);
  const fileId = await insertFile(tx, file, ctx.actor.personId);
  await tx.execute(sql`insert into letter_images (letter_id, file_id, width, height)
    values (${id}::uuid, ${fileId}::uuid, ${width}, ${height})`);
  return { fileId, width, height };
}

/** A picture of the letter's body. */
export async function findImage(read: TenantRead, letterId: string, fileId: string): Promise<StoredUpload | null> {
  const [row] = await read.execute<{ sha256: string; size: number; name: string; mediaType: string }>(sql`
    select f.sha256, f.size::int as size, f.name, f.media_type as "mediaType" from letter_images i
    join files f on f.id = i.file_id where i.letter_id = ${letterId}::uuid and i.file_id = ${fileId}::uuid`);
  return row ?? null;
}
