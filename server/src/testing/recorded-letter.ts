import type { Answer, TestOffice } from './office.ts';

/** The smallest thing that calls itself a PDF. */
export const samplePdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** An uploaded file; null sends none. */
export type TestUpload = { bytes: Buffer; mediaType: string; name: string } | null;

/** A part of an upload: pages go as `file`, what belongs to the letter as `attachment`. */
export type TestPart = NonNullable<TestUpload> & { field?: 'file' | 'attachment' };

const boundary = 'batas-uji';

/** A body of multipart/form-data for POST /incoming-letters. */
export function uploadBody(
  letter: object,
  files: readonly TestPart[],
): { body: Buffer; headers: Record<string, string> } {
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
  const parts = [part('content-disposition: form-data; name="letter"', JSON.stringify(letter))];
  for (const { field = 'file', name, mediaType, bytes } of files) {
    const head = `content-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${mediaType}`;
    parts.push(part(head, bytes));
  }
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

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
