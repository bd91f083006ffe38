/** One file of a letter's pages, in order. */
export interface PageSource {
  bytes: Uint8Array;
  /** Turns every page of the file clockwise, on top of what the camera said. */
  rotate: 0 | 90 | 180 | 270;
}

/** What is wrong with a file that should be a page of a letter. */
export type PageFault = 'not_readable' | 'too_large' | 'signed' | 'encrypted' | 'too_many_pages';

/** A file could not become pages; `index` counts from 0 in the order given. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly fault: PageFault;
  readonly index: number;
  constructor(fault: PageFault, index: number) {
    super(`file ${index}: ${fault}`);
    this.fault = fault;
    this.index = index;
  }
}

export interface FoundText {
  /** Plain text, pages separated by form feeds; empty for pictures. */
  text: string;
  pages: number | null;
  /** `partial`: the limits were reached, the text is the beginning. `no_text`: pages without any text, a scan. */
  state: 'extracted' | 'partial' | 'no_text' | 'unreadable';
}

/** Works on files that people bring, in a thread of its own: they may be broken, huge or malicious. */
export interface Documents {
  /**
   * Makes one PDF of photographs, scans and PDFs. JPEGs keep their bytes, PNGs their pixels. One PDF alone that is not
   * turned comes back byte for byte.
   * @throws PageError
   */
  assemble(sources: readonly PageSource[]): Promise<Buffer>;
  /** The text of a file, for search; never throws for a file it cannot read. It reads no pictures (no OCR). */
  extractText(bytes: Uint8Array, mediaType: string): Promise<FoundText>;
  close(): Promise<void>;
}
