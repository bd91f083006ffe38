/** What one .docx may take. A template of 50 pages is far below; what is above is no template. */
export const docxLimits = {
  /** Of the file as it is uploaded, in bytes. */
  fileBytes: 10 * 1024 * 1024,
  /** Files within the file. */
  entries: 2000,
  /** Of one part and of all parts that are read, unzipped, in bytes. */
  partBytes: 12 * 1024 * 1024,
  totalBytes: 24 * 1024 * 1024,
  /** For reading and converting, in milliseconds. */
  timeMs: 15_000,
  /** Heap of the thread, in MiB. */
  heapMiB: 256,
};

/** Why a file was not read; `message` is Indonesian and may be shown. */
export class DocxError extends Error {
  override readonly name = 'DocxError';
  readonly code = 'docx_unreadable';
}
