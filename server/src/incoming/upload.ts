import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { commonProblems, problem } from '../core/errors.ts';
import { incomingProblems } from './problems.ts';
import type { Upload, Uploads } from './recording.ts';
import { type RecordedLetter, recordedLetter } from './schema.ts';

/** All files of one letter together, in bytes; each may have the server's limit for one file. */
const mostBytes = 100 * 1024 * 1024;

const invalidFile = (message: string, path = 'file') =>
  problem(incomingProblems.invalidFile, { detail: message, errors: [{ path, message }] });

function parseLetter(text: unknown): RecordedLetter {
  if (typeof text !== 'string') {
    const message = 'Sertakan isian surat sebagai JSON.';
    throw problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'letter', message }] });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw problem(commonProblems.malformedJson, { detail: 'Isian `letter` bukan JSON yang benar.', cause });
  }
  const parsed = recordedLetter.safeParse(value);
  if (parsed.success) return parsed.data;
  throw problem(commonProblems.invalidInput, {
    detail: 'Periksa isian yang disebut, lalu kirim lagi.',
    errors: parsed.error.issues.map((issue) => ({ path: ['letter', ...issue.path].join('.'), message: issue.message })),
  });
}

/** What makes two uploads the same request: the fields, and each file's part, name, type and bytes. */
function digestOf(text: unknown, files: readonly (Upload & { field: string })[]): string {
  const hash = createHash('sha256').update(JSON.stringify(text ?? null));
  for (const { field, name, mediaType, bytes } of files) {
    hash.update(JSON.stringify([field, name, mediaType, createHash('sha256').update(bytes).digest('hex')]));
  }
  return hash.digest('hex');
}

/**
 * Reads a multipart request of one field `letter` (JSON), files `file` (the letter's pages in their order) and files
 * `attachment`. Everything is read to its end before anything is answered, so that no half-read upload stays on the
 * connection.
 * @throws invalid_file, invalid_input, malformed_json, payload_too_large, unsupported_media_type
 */
export async function readRecordedLetter(
  request: FastifyRequest,
): Promise<{ letter: RecordedLetter; uploads: Uploads; digest: string }> {
  if (!request.isMultipart()) {
    throw problem(commonProblems.unsupportedMedia, { detail: 'Kirim surat sebagai multipart/form-data.' });
  }
  let text: unknown;
  let total = 0;
  const files: (Upload & { field: string })[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      total += bytes.byteLength;
      // Read on without keeping, so that the answer says what is wrong instead of a broken connection.
      if (total <= mostBytes) {
        files.push({ field: part.fieldname, bytes, name: part.filename || 'surat', mediaType: part.mimetype });
      }
    } else if (part.fieldname === 'letter') {
      text = part.value;
    }
  }
  const letter = parseLetter(text);
  if (total > mostBytes) throw invalidFile('Seluruh berkas bersama-sama paling besar 100 MB.');
  const stranger = files.find(({ field }) => field !== 'file' && field !== 'attachment');
  if (stranger) throw invalidFile('Berkas disertakan sebagai `file` atau `attachment`.', stranger.field);
  const pages = files.filter(({ field }) => field === 'file');
  if (pages.length === 0) throw invalidFile('Sertakan hasil pindai surat sebagai PDF, JPEG, atau PNG.');
  const attachments = files.filter(({ field }) => field === 'attachment');
  return { letter, uploads: { pages, attachments }, digest: digestOf(text, files) };
}
