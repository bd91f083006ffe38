import type { FastifyRequest } from 'fastify';
import { commonProblems, problem } from '../core/errors.ts';
import { writingProblems } from './problems.ts';

export interface Upload {
  bytes: Buffer;
  name: string;
}

export const fileFault = (message: string) =>
  problem(writingProblems.invalidAttachment, { detail: message, errors: [{ path: 'file', message }] });

/**
 * Reads a multipart request of one file. It is read to its end before anything is answered, so that no half-read upload
 * stays on the connection.
 * @throws invalid_attachment, payload_too_large, unsupported_media_type
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw problem(commonProblems.unsupportedMedia, { detail: 'Kirim berkas sebagai multipart/form-data.' });
  }
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') uploads.push({ bytes: await part.toBuffer(), name: part.filename || 'lampiran' });
  }
  const [upload, ...others] = uploads;
  if (!upload) throw fileFault('Sertakan satu berkas.');
  if (others.length > 0) throw fileFault('Kirim berkas satu per satu.');
  if (upload.bytes.byteLength === 0) throw fileFault('Berkas ini kosong.');
  return upload;
}
