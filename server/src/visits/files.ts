import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { attachmentType, cleanName, fileFault, type Upload } from '../writing/index.ts';
import { shareFile } from './commands.ts';
import { visitProblems as problems } from './problems.ts';
import { listFiles } from './repository.ts';
import type { FileKind } from './schema.ts';

/** What may be kept with one visit: files of our own, and bytes of each. */
const limits = { files: 120, bytes: 25 * 1024 * 1024 };

export interface StoredFile {
  sha256: string;
  size: number;
  name: string;
  mediaType: string;
}

/** Stores an upload under the regency's prefix, before the transaction. @throws invalid_attachment */
export async function storeUpload(
  storage: Storage,
  ctx: OfficeContext,
  upload: Upload,
  kind: FileKind,
): Promise<StoredFile> {
  const mediaType = attachmentType(upload);
  if (mediaType === null || (kind === 'photo' && !mediaType.startsWith('image/'))) {
    throw fileFault(
      kind === 'photo'
        ? 'Foto harus berupa gambar PNG atau JPEG.'
        : 'Berkas ini bukan PDF, gambar (PNG, JPEG), atau dokumen kantor (DOCX, XLSX, PPTX, ODT, ODS, ODP).',
    );
  }
  if (upload.bytes.byteLength > limits.bytes) throw fileFault('Berkas ini lebih besar dari 25 MB.');
  const name = cleanName(upload.name);
  const { size } = await storage.put(ctx.tenant.slug, upload.bytes);
  return { sha256: sha256Hex(upload.bytes), size, name, mediaType };
}

/** Keeps a stored file with the visit; the same bytes are kept once. @returns its id @throws invalid_attachment */
export async function keepFile(
  tx: TenantTx,
  ctx: OfficeContext,
  visitId: string,
  kind: FileKind,
  file: StoredFile,
): Promise<string> {
  // Serialises two uploads of the same bytes.
  await tx.execute(
    sql`insert into visit_records (visit_id) values (${visitId}::uuid) on conflict (visit_id) do nothing`,
  );
  await tx.execute(sql`select from visit_records where visit_id = ${visitId}::uuid for update`);
  const ours = (await listFiles(tx, visitId)).filter((each) => each.isOurs);
  const known = ours.find((each) => each.sha256 === file.sha256);
  if (known) return known.id;
  if (ours.length >= limits.files) throw fileFault(`Paling banyak ${limits.files} berkas dalam satu kunjungan.`);
  const [id, fileId] = [newId(), newId()];
  await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by)
    values (${fileId}::uuid, ${file.sha256}, ${file.size}, ${file.mediaType}, ${file.name}, ${ctx.actor.personId}::uuid)`);
  await tx.execute(sql`insert into visit_files (id, visit_id, kind, file_id, sha256)
    values (${id}::uuid, ${visitId}::uuid, ${kind}, ${fileId}::uuid, ${file.sha256})`);
  return id;
}

const noFile = () => problem(problems.notFound, { detail: 'Berkas ini tidak ada dalam kunjungan ini.' });

/** @throws visit_not_found */
export async function findFile(read: TenantRead, visitId: string, fileId: string) {
  const [file] = await listFiles(read, visitId, fileId);
  if (!file) throw noFile();
  return file;
}

/** Gives a file of ours to the other side; again does nothing. @throws visit_not_found, visit_state */
export async function giveFile(tx: TenantTx, ctx: OfficeContext, visitId: string, fileId: string) {
  const file = await findFile(tx, visitId, fileId);
  if (!file.isOurs) throw problem(problems.wrongState, { detail: 'Berkas ini diterima dari daerah lain.' });
  await shareFile(tx, visitId, file, ctx.actor.name);
  await tx.execute(sql`update visit_files set shared_at = coalesce(shared_at, now()) where id = ${fileId}::uuid`);
  return file;
}
