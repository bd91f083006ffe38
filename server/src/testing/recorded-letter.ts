import type { Answer, TestOffice } from './office.ts';

/** The smallest thing that calls itself a PDF. */
export const samplePdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** An uploaded file; null sends none. */
export type TestUpload = { bytes: Buffer; mediaType: string; name: string } | null;

/** POST /incoming-letters by the registrar, with a small scan unless said otherwise. */
export function recordLetter<T = Record<string, unknown>>(
  office: Pick<TestOffice, 'as'>,
  letter: object,
  upload: TestUpload = { bytes: samplePdf, mediaType: 'application/pdf', name: 'surat.pdf' },
  by = 'tu',
): Promise<Answer<T>> {
  const boundary = 'batas-uji';
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
  const parts = [part('content-disposition: form-data; name="letter"', JSON.stringify(letter))];
  if (upload) {
    const head = `content-disposition: form-data; name="file"; filename="${upload.name}"\r\ncontent-type: ${upload.mediaType}`;
    parts.push(part(head, upload.bytes));
  }
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return office.as(by).call<T>('POST', '/incoming-letters', body, headers);
}
