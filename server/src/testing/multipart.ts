/** One part of a form: a field as text, or a file. */
export type FormPart =
  | { field: string; text: string }
  | { field: string; name: string; mediaType: string; bytes: Buffer };

/** The smallest picture: one red dot. */
export const samplePng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

const boundary = 'batas-uji';

/** A body of multipart/form-data, with the header that names it. */
export function multipart(parts: readonly FormPart[]): { body: Buffer; headers: Record<string, string> } {
  const written = parts.flatMap((part) => {
    const [head, content] =
      'text' in part
        ? [`name="${part.field}"`, Buffer.from(part.text)]
        : [`name="${part.field}"; filename="${part.name}"\r\ncontent-type: ${part.mediaType}`, part.bytes];
    return [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ];
  });
  return {
    body: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
