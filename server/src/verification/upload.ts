import type { FastifyRequest } from 'fastify';
import { commonProblems, problem } from '../core/errors.ts';

/**
 * The file in the field `file` of a form, read into memory (the form's limit is in core/http).
 * @throws invalid_input without one, payload_too_large, unsupported_media_type
 */
export async function readUpload(request: FastifyRequest): Promise<{ bytes: Buffer; name: string }> {
  const part = await request.file();
  const bytes = await part?.toBuffer();
  if (!part || !bytes || part.fieldname !== 'file' || bytes.length === 0) {
    const message = 'Pilih berkas PDF yang hendak diperiksa.';
    throw problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'file', message }] });
  }
  return { bytes, name: part.filename };
}
