import { multipart } from './multipart.ts';
import type { Answer, TestOffice } from './office.ts';

/** The smallest thing that calls itself a PDF. */
export const samplePdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** An uploaded file; null sends none. */
export type TestUpload = { bytes: Buffer; mediaType: string; name: string } | null;

/** A part of an upload: pages go as `file`, what belongs to the letter as `attachment`. */
export type TestPart = NonNullable<TestUpload> & { field?: 'file' | 'attachment' };

/** A body of multipart/form-data for POST /incoming-letters. */
export const uploadBody = (letter: object, files: readonly TestPart[]) =>
  multipart([
    { field: 'letter', text: JSON.stringify(letter) },
    ...files.map(({ field = 'file', ...file }) => ({ ...file, field })),
  ]);

/** POST /incoming-letters by the registrar, with a small scan unless said otherwise. */
export function recordLetter<T = Record<string, unknown>>(
  office: Pick<TestOffice, 'as'>,
  letter: object,
  upload: TestUpload = { bytes: samplePdf, mediaType: 'application/pdf', name: 'surat.pdf' },
  by = 'tu',
): Promise<Answer<T>> {
  const { body, headers } = uploadBody(letter, upload ? [upload] : []);
  return office.as(by).call<T>('POST', '/incoming-letters', body, headers);
}
