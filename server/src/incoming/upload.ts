import type { FastifyRequest } from 'fastify';
import { commonProblems, problem } from '../core/errors.ts';
import { incomingProblems } from './problems.ts';
import { type RecordedLetter, recordedLetter } from './schema.ts';
import type { Upload } from './service.ts';

const invalidFile = (message: string) =>
  problem(incomingProblems.invalidFile, { detail: message, errors: [{ path: 'file', message }] });

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

/**
 * Reads a multipart request of one field `letter` (JSON) and one file `file`. The file is read to its end before
 * anything is answered, so that no half-read upload stays on the connection.
 * @throws invalid_file, invalid_input, malformed_json, payload_too_large, unsupported_media_type
 */
export async function readRecordedLetter(request: FastifyRequest): Promise<{ letter: RecordedLetter; upload: Upload }> {
  if (!request.isMultipart()) {
    throw problem(commonProblems.unsupportedMedia, { detail: 'Kirim surat sebagai multipart/form-data.' });
  }
  let text: unknown;
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      uploads.push({ bytes: await part.toBuffer(), name: part.filename || 'surat', mediaType: part.mimetype });
    } else if (part.fieldname === 'letter') {
      text = part.value;
    }
  }
  const letter = parseLetter(text);
  const [upload, ...others] = uploads;
  if (!upload) throw invalidFile('Sertakan hasil pindai surat sebagai PDF, JPEG, atau PNG.');
  if (others.length > 0) throw invalidFile('Sertakan satu berkas saja; gabungkan halaman-halamannya menjadi PDF.');
  return { letter, upload };
}
