import { sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { detectScanType, incomingProblems, safeFileName, scanFault } from '../incoming/index.ts';
import { findReadingReasons, letterNotFound, letters, momentOf } from '../letters/index.ts';
import { type DisposalAnswer, type PaperBody, paperBody } from './disposal-schema.ts';
import { answerDisposal } from './disposal-view.ts';
import { findDisposal, lockDisposal } from './disposals-repository.ts';
import { archiveProblems, disposalNotFound } from './problems.ts';
import { record } from './scope.ts';

interface Upload {
  bytes: Buffer;
  name: string;
  /** As the client calls it. */
  mediaType: string;
}

const invalidFile = (message: string) =>
  problem(incomingProblems.invalidFile, { detail: message, errors: [{ path: 'file', message }] });
const invalid = (message: string, path: string) =>
  problem(commonProblems.invalidInput, { detail: message, errors: [{ path, message }] });

/**
 * Reads a multipart request of one field `paper` (JSON) and at most one file `file`, to its end.
 * @throws invalid_input, malformed_json, invalid_file, payload_too_large, unsupported_media_type
 */
export async function readPaper(request: FastifyRequest): Promise<{ paper: PaperBody; upload: Upload | null }> {
  if (!request.isMultipart()) {
    throw problem(commonProblems.unsupportedMedia, { detail: 'Kirim naskah sebagai multipart/form-data.' });
  }
  let text: unknown;
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      uploads.push({ bytes: await part.toBuffer(), name: part.filename || 'naskah', mediaType: part.mimetype });
    } else if (part.fieldname === 'paper') text = part.value;
  }
  if (typeof text !== 'string') throw invalid('Sertakan isian naskah sebagai JSON.', 'paper');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw problem(commonProblems.malformedJson, { detail: 'Isian `paper` bukan JSON yang benar.', cause });
  }
  const parsed = paperBody.safeParse(value);
  if (!parsed.success) {
    throw problem(commonProblems.invalidInput, {
      detail: 'Periksa isian yang disebut, lalu kirim lagi.',
      errors: parsed.error.issues.map((issue) => ({
        path: ['paper', ...issue.path].join('.'),
        message: issue.message,
      })),
    });
  }
  if (uploads.length > 1) throw invalidFile('Sertakan satu berkas saja; gabungkan halaman-halamannya menjadi PDF.');
  return { paper: parsed.data, upload: uploads[0] ?? null };
}

/** Papers of a proceeding: signed letters of this office, or scans and files signed elsewhere. */
export function createPaperService({ tenancy, clock, storage }: { tenancy: Tenancy; clock: Clock; storage: Storage }) {
  return {
    /** @throws not_found */
    requireVisible: async (ctx: OfficeContext, id: string): Promise<void> => {
      await tenancy.readTenant(ctx.tenant, (read) => findDisposal(read, ctx, id, momentOf(ctx, clock).today));
    },

    /** @throws not_found, disposal_state, invalid_file, invalid_input */
    add: async (ctx: OfficeContext, id: string, paper: PaperBody, upload: Upload | null): Promise<DisposalAnswer> => {
      const at = momentOf(ctx, clock);
      if ((upload === null) === (paper.letterId === undefined)) {
        throw invalid('Unggah naskahnya, atau sebut satu surat di kantor ini.', 'paper.letterId');
      }
      if (paper.datedOn > at.today) throw invalid('Tanggal naskah tidak boleh sesudah hari ini.', 'paper.datedOn');
      const mediaType = upload === null ? null : detectScanType(upload.bytes);
      const fault = upload === null ? null : scanFault(upload);
      if (fault !== null) throw invalidFile(fault);
      if (upload !== null) await storage.put(ctx.tenant.slug, upload.bytes);
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockDisposal(tx, ctx, id, at.today);
        if (row.state === 'done' || row.state === 'executing' || row.state === 'cancelled') {
          throw problem(archiveProblems.disposalState, {
            detail: 'Penyusutan ini sudah selesai.',
            extra: { state: row.state },
          });
        }
        let { number, datedOn } = paper;
        if (paper.letterId !== undefined) {
          const reasons = await findReadingReasons(tx, ctx, paper.letterId, at.today);
          const [letter] = await tx.select().from(letters).where(sql`${letters.id} = ${paper.letterId}::uuid`).limit(1);
          if (!letter || reasons.length === 0) throw letterNotFound();
          const isIssued = ['signed', 'sent', 'registered', 'archived'].includes(letter.state);
          if (!isIssued || letter.number === null || letter.letterDate === null) {
            throw invalid('Surat ini belum ditandatangani.', 'paper.letterId');
          }
          // As the letter says, whatever was typed.
          number = letter.number;
          datedOn = letter.letterDate;
        }
        let fileId: string | null = null;
        if (upload !== null) {
          fileId = newId();
          await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by) values (${fileId}::uuid,
            ${sha256Hex(upload.bytes)}, ${upload.bytes.byteLength}, ${mediaType}, ${safeFileName(upload.name)}, ${ctx.actor.personId}::uuid)`);
        }
        const paperId = newId();
        await tx.execute(sql`insert into disposal_papers
          (id, disposal_id, kind, number, dated_on, signed_by, file_id, letter_id, added_by, added_at)
          values (${paperId}::uuid, ${id}::uuid, ${paper.kind}, ${number}, ${datedOn}::date, ${paper.signedBy},
            ${fileId}::uuid, ${paper.letterId ?? null}::uuid, ${ctx.actor.personId}::uuid, ${at.now.toISOString()}::timestamptz)`);
        const detail = { paperId, kind: paper.kind, number };
        await record(tx, ctx, 'disposal.paper_added', { kind: 'disposal', id }, detail);
        return answerDisposal(tx, ctx, id, at.today);
      });
    },

    /** The bytes of an uploaded paper. @throws not_found */
    file: async (ctx: OfficeContext, id: string, paperId: string) => {
      const { today } = momentOf(ctx, clock);
      const file = await tenancy.readTenant(ctx.tenant, async (read) => {
        await findDisposal(read, ctx, id, today);
        const [row] = await read.execute<{
          sha256: string;
          name: string;
          mediaType: string;
        }>(sql`select f.sha256, f.name,
            f.media_type as "mediaType" from disposal_papers p join files f on f.id = p.file_id
          where p.id = ${paperId}::uuid and p.disposal_id = ${id}::uuid`);
        return row;
      });
      if (!file) throw disposalNotFound();
      return { file, bytes: await storage.get(ctx.tenant.slug, file.sha256) };
    },
  };
}
