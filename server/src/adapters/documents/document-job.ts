import { PDF } from '@libpdf/core';
import { readImage } from './image.ts';
import { type FoundText, PageError, type PageSource } from './port.ts';

/** A page's longer side in points: that of A4. */
const longSide = 841.89;
/** More than any phone takes; a file of a few bytes can claim any size. */
const largestPixels = 120_000_000;
const mostPages = 500;
/** Text of so many pages and characters is kept; enough to find a letter by. */
const mostTextPages = 300;
const mostText = 1_000_000;

export type DocumentJob =
  | { kind: 'assemble'; sources: PageSource[] }
  | { kind: 'text'; bytes: Uint8Array; mostMilliseconds: number };

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
/** A signature names the bytes that it covers; pages taken out of such a file lose it. */
const isSigned = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('/ByteRange');

const turns = [0, 90, 180, 270] as const;
const turned = (...degrees: number[]) => turns[(degrees.reduce((sum, each) => sum + each, 0) / 90) % 4] ?? 0;

async function addPdf(document: PDF, source: PageSource, index: number): Promise<void> {
  if (isSigned(source.bytes)) throw new PageError('signed', index);
  let other: PDF;
  try {
    other = await PDF.load(source.bytes);
  } catch {
    throw new PageError('not_readable', index);
  }
  if (other.isEncrypted) throw new PageError('encrypted', index);
  const count = other.getPageCount();
  if (count === 0) throw new PageError('not_readable', index);
  if (document.getPageCount() + count > mostPages) throw new PageError('too_many_pages', index);
  const first = document.getPageCount();
  await document.copyPagesFrom(
    other,
    Array.from({ length: count }, (_, page) => page),
  );
  if (source.rotate === 0) return;
  for (const page of document.getPages().slice(first)) page.setRotation(turned(page.rotation, source.rotate));
}

function addImage(document: PDF, source: PageSource, index: number): void {
  const facts = readImage(source.bytes);
  if (!facts || facts.width < 1 || facts.height < 1) throw new PageError('not_readable', index);
  if (facts.width * facts.height > largestPixels) throw new PageError('too_large', index);
  const scale = longSide / Math.max(facts.width, facts.height);
  const size = { width: facts.width * scale, height: facts.height * scale };
  let image: ReturnType<PDF['embedImage']>;
  try {
    image = document.embedImage(source.bytes);
  } catch {
    throw new PageError('not_readable', index);
  }
  const page = document.addPage(size);
  page.drawImage(image, { x: 0, y: 0, ...size });
  page.setRotation(turned(facts.rotation, source.rotate));
}

/** @throws PageError */
export async function assemble(sources: readonly PageSource[]): Promise<Uint8Array> {
  const document = PDF.create();
  for (const [index, source] of sources.entries()) {
    if (isPdf(source.bytes)) await addPdf(document, source, index);
    else addImage(document, source, index);
  }
  return document.save();
}

/** What PostgreSQL's text cannot hold: NUL and halves of surrogate pairs; other control characters are of no use. */
const clean = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim();

/** @param mostMilliseconds when to stop and keep what was found */
export async function extractText(bytes: Uint8Array, mostMilliseconds: number): Promise<FoundText> {
  const until = Date.now() + mostMilliseconds;
  let document: PDF;
  try {
    document = await PDF.load(bytes);
  } catch {
    return { text: '', pages: null, state: 'unreadable' };
  }
  const pages = document.getPageCount();
  const found: string[] = [];
  let length = 0;
  let isCut = false;
  let failed = 0;
  for (const [index, page] of document.getPages().entries()) {
    if (index >= mostTextPages || length >= mostText || Date.now() > until) {
      isCut = true;
      break;
    }
    try {
      const text = clean(page.extractText().text);
      found.push(text);
      length += text.length;
    } catch {
      // One broken page does not hide the others; a file of which no page can be read is said to be unreadable.
      failed += 1;
    }
  }
  const text = found
    .filter((each) => each !== '')
    .join('\f')
    .slice(0, mostText);
  if (pages === 0 || (failed > 0 && failed === Math.min(pages, mostTextPages))) {
    return { text: '', pages: pages || null, state: 'unreadable' };
  }
  if (text === '') return { text, pages, state: 'no_text' };
  return { text, pages, state: isCut || failed > 0 ? 'partial' : 'extracted' };
}
