import { sql } from 'drizzle-orm';
import { type Documents, PageError, type PageFault } from '../adapters/documents/index.ts';
import { startOfDate } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { events } from '../core/queue/index.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { addParticipants, isSecret, letters, type Moment, recordEvent } from '../letters/index.ts';
import { requireLetterType } from '../templates/index.ts';
import { findDuplicates } from './duplicates.ts';
import { insertFile, type StoredFileRow } from './files.ts';
import { incomingProblems } from './problems.ts';
import { enterAgenda } from './registration.ts';
import { detectScanType, safeFileName, scanFault } from './rules.ts';
import type { RecordAnswer, RecordedLetter } from './schema.ts';
import { orderTexts } from './texts.ts';

/** An uploaded file as it came. */
export interface Upload {
  bytes: Buffer;
  name: string;
  /** As the client calls it. */
  mediaType: string;
}

/** What the registrar sends: files of the letter's pages in their order, and files that go with it. */
export interface Uploads {
  pages: readonly Upload[];
  attachments: readonly Upload[];
}

/** A recorded letter's files as they lie in the store. */
export interface StoredUploads {
  document: StoredFileRow;
  attachments: StoredFileRow[];
  /** The page files as they came. */
  originals: { sha256: string; name: string }[];
}

const invalidFile = (path: string, message: string) =>
  problem(incomingProblems.invalidFile, { detail: message, errors: [{ path, message }] });

const pageFaults: Record<PageFault, string> = {
  not_readable: 'Berkas ini rusak atau tidak berisi halaman.',
  too_large: 'Gambar ini terlalu besar. Kecilkan, lalu unggah kembali.',
  signed:
    'Berkas ini bertanda tangan elektronik, yang hilang bila digabung. Unggah sebagai satu-satunya berkas surat; sisanya sebagai lampiran.',
  encrypted: 'Berkas ini terkunci dengan kata sandi. Buka kuncinya dahulu.',
  too_many_pages: 'Surat ini lebih dari 500 halaman. Unggah sebagian sebagai lampiran.',
};

function requireScans(uploads: readonly Upload[], path: string): void {
  const errors = uploads.flatMap((upload, index) => {
    const message = scanFault(upload);
    return message === null ? [] : [{ path: uploads.length === 1 ? path : `${path}.${index}`, message }];
  });
  if (errors[0]) throw problem(incomingProblems.invalidFile, { detail: errors[0].message, errors });
}

/**
 * Makes one PDF of the pages and puts all files into the store. Outside any transaction: bytes without a row do no
 * harm, a row without bytes would.
 * @throws invalid_file with the path of each file at fault
 */
export async function storeUploads(
  deps: { storage: Storage; documents: Documents },
  ctx: OfficeContext,
  uploads: Uploads,
  rotate: RecordedLetter['rotate'],
): Promise<StoredUploads> {
  const { pages } = uploads;
  requireScans(pages, 'file');
  requireScans(uploads.attachments, 'attachment');
  const [first] = pages;
  if (!first) throw invalidFile('file', 'Sertakan hasil pindai surat sebagai PDF, JPEG, atau PNG.');
  const sources = pages.map(({ bytes }, index) => ({ bytes, rotate: rotate?.[index] ?? (0 as const) }));
  const bytes = await deps.documents.assemble(sources).catch((error: unknown) => {
    if (!(error instanceof PageError)) throw error;
    throw invalidFile(pages.length === 1 ? 'file' : `file.${error.index}`, pageFaults[error.fault]);
  });
  const name = `${safeFileName(first.name).replace(/\.(pdf|jpe?g|png)$/i, '')}.pdf`;
  await deps.storage.put(ctx.tenant.slug, bytes);
  const attachments: StoredFileRow[] = [];
  for (const upload of uploads.attachments) {
    await deps.storage.put(ctx.tenant.slug, upload.bytes);
    attachments.push({
      sha256: sha256Hex(upload.bytes),
      size: upload.bytes.byteLength,
      name: safeFileName(upload.name),
      mediaType: detectScanType(upload.bytes) ?? upload.mediaType,
    });
  }
  return {
    document: { sha256: sha256Hex(bytes), size: bytes.byteLength, name, mediaType: 'application/pdf' },
    attachments,
    originals: pages.map((page) => ({ sha256: sha256Hex(page.bytes), name: safeFileName(page.name) })),
  };
}

/** The instant a letter came in. @throws invalid_input for a day to come */
function receivedAt(ctx: OfficeContext, input: RecordedLetter, at: Moment): Date {
  const receivedOn = input.receivedOn ?? at.today;
  if (receivedOn > at.today) {
    const message = 'Tanggal terima tidak boleh sesudah hari ini.';
    throw problem(commonProblems.invalidInput, {
      detail: message,
      errors: [{ path: 'letter.receivedOn', message }],
    });
  }
  return receivedOn === at.today ? at.now : startOfDate(receivedOn, ctx.tenant.timeZone);
}

async function insertFiles(tx: TenantTx, ctx: OfficeContext, letterId: string, stored: StoredUploads): Promise<void> {
  const ids: string[] = [];
  for (const [index, file] of stored.attachments.entries()) {
    const fileId = await insertFile(tx, file, ctx.actor.personId);
    ids.push(fileId);
    await tx.execute(sql`insert into letter_attachments (id, letter_id, file_id, ordinal)
      values (${newId()}::uuid, ${letterId}::uuid, ${fileId}::uuid, ${index + 1})`);
  }
  for (const [index, { sha256, name }] of stored.originals.entries()) {
    await tx.execute(sql`insert into letter_uploads (letter_id, ordinal, sha256, name)
      values (${letterId}::uuid, ${index + 1}, ${sha256}, ${name})`);
  }
  await orderTexts(tx, ids);
}

/** Checks what can be said before files are stored. @throws invalid_input, forbidden */
export function checkRecording(
  ctx: OfficeContext,
  input: RecordedLetter,
  at: Moment,
): { unitId: string; received: Date } {
  const received = receivedAt(ctx, input, at);
  const unitId = ctx.actor.positions.find((position) => position.mode !== 'delegate')?.unitId;
  if (unitId === undefined) throw problem(commonProblems.forbidden, { detail: 'Anda belum memegang jabatan.' });
  return { unitId, received };
}

/**
 * Records a letter that came on paper. With `routeTo` it is entered into the agenda book and routed at once.
 * @throws unknown_letter_type, invalid_route
 */
export async function recordLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  input: RecordedLetter,
  stored: StoredUploads,
  { unitId, received }: { unitId: string; received: Date },
  at: Moment,
): Promise<RecordAnswer> {
  const type = await requireLetterType(tx, input.type);
  const fileId = await insertFile(tx, stored.document, ctx.actor.personId);
  const id = newId();
  const [letter] = await tx
    .insert(letters)
    .values({
      id,
      direction: 'incoming',
      state: 'received',
      type: type.code,
      subject: input.subject,
      classification: input.classification ?? type.defaultClassification,
      secrecy: input.secrecy,
      urgency: input.urgency,
      number: input.number ?? null,
      letterDate: input.date ?? null,
      unitId,
      senderKind: 'external',
      senderName: input.senderName,
      receivedAt: received,
      fileId,
      turnPositionId: ctx.actor.positions.find((position) => position.unitId === unitId)?.id ?? null,
      turnSince: at.now,
      createdAt: at.now,
      updatedAt: at.now,
    })
    .returning();
  if (!letter) throw new Error('a letter was not stored');
  await insertFiles(tx, ctx, id, stored);
  await orderTexts(tx, [fileId]);
  // Who scanned a secret letter has seen it; the other registrars of the unit see its envelope.
  const recorder = isSecret(letter.secrecy) ? [{ reason: 'registrar' as const, personId: ctx.actor.personId }] : [];
  await addParticipants(tx, id, [{ reason: 'registrar', unitId }, ...recorder], at.now);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.recorded',
    detail: { sha256: stored.document.sha256, files: stored.originals.length },
  });
  const sha256 = [stored.document.sha256, ...stored.originals.map((each) => each.sha256)];
  const duplicates = await findDuplicates(tx, ctx, { ...input, sha256, except: id }, at.today);
  const base = { id, direction: 'incoming' as const, subject: letter.subject, duplicates };
  if (!input.routeTo) {
    await events.publish(tx, { topic: 'letters', id, personIds: [ctx.actor.personId] });
    return { ...base, state: letter.state, version: letter.version, agendaNumber: null };
  }
  const route = { routeTo: input.routeTo, alsoTo: input.alsoTo };
  const { state, version, agendaNumber } = await enterAgenda(tx, ctx, letter, route, at);
  return { ...base, state, version, agendaNumber };
}
