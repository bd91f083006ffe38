import { crc32, inflateRawSync } from 'node:zlib';
import { DocxError, docxLimits } from './limits.ts';

const broken = (cause?: unknown) =>
  new DocxError('Berkas ini bukan dokumen Word (.docx) yang utuh.', cause === undefined ? {} : { cause });
const tooLarge = () => new DocxError('Isi dokumen ini terlalu besar untuk dijadikan templat.');

/** Parts that hold text, its styles and its lists. Pictures, macros and embedded files are never even unzipped. */
const wanted = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/\w+\.xml|word\/_rels\/\w+\.xml\.rels)$/;

type Entry = { name: string; method: number; compressed: number; size: number; offset: number };

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/** The names of all entries and the wanted ones with their places, by the central directory. */
function readDirectory(file: Buffer): Entry[] {
  // The end record is 22 bytes and may be followed by a comment of at most 65,535.
  let end = file.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && file.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < first || end < 0) throw broken();
  const count = file.readUInt16LE(end + 10);
  if (count > docxLimits.entries) throw tooLarge();
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== directoryEntry) throw broken();
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      compressed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** What the directory says of sizes is not believed: unzipping itself stops at the limit. */
function unzip(file: Buffer, entry: Entry, room: number): Buffer {
  if (file.readUInt32LE(entry.offset) !== localHeader) throw broken();
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.compressed);
  if (packed.length !== entry.compressed) throw broken();
  if (entry.method === 0) {
    if (packed.length > room) throw tooLarge();
    return packed;
  }
  if (entry.method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: room });
  } catch (cause) {
    throw cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge()
      : broken(cause);
  }
}

/** XML of a document names no document type and no entities; one that does is after something else. */
function requirePlainXml(name: string, part: Buffer): void {
  const isUtf16 = part[0] === 0xff || part[0] === 0xfe || part.subarray(0, 64).includes(0);
  const text = part.toString('latin1');
  const encoding = /^[^<]*<\?xml[^>]*encoding=["']([^"']+)["']/.exec(text.slice(0, 300))?.[1];
  const isUtf8 = encoding === undefined || /^utf-?8$/i.test(encoding);
  if (isUtf16 || !isUtf8 || text.includes('<!DOCTYPE') || text.includes('<!ENTITY'))
    throw new DocxError(`Bagian ${name} dari berkas ini tidak ditulis seperti dokumen Word biasa.`);
}

/** A part of a document, unzipped. */
export type Part = { name: string; bytes: Buffer };

/**
 * Takes the parts out of a .docx that hold text, within limits of number and size.
 * @returns the parts, and the names of everything in the file
 * @throws DocxError for what is no whole zip, is too large, or holds a document type or entities
 */
export function readDocxParts(bytes: Uint8Array): { parts: Part[]; names: string[] } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > docxLimits.fileBytes) throw tooLarge();
  if (file.length < 22) throw broken();
  try {
    const entries = readDirectory(file);
    const parts: Part[] = [];
    let total = 0;
    for (const entry of entries.filter(({ name }) => wanted.test(name))) {
      const part = unzip(file, entry, Math.min(docxLimits.partBytes, docxLimits.totalBytes - total));
      total += part.length;
      requirePlainXml(entry.name, part);
      // Two parts of one name would let two readers see two documents.
      if (parts.some(({ name }) => name === entry.name)) throw broken();
      parts.push({ name: entry.name, bytes: part });
    }
    return { parts, names: entries.map(({ name }) => name) };
  } catch (error) {
    // Offsets outside of the file.
    if (error instanceof RangeError) throw broken(error);
    throw error;
  }
}

/** A zip of parts as they are, without compression: what the converter gets to see, and no more. */
export function writeZip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(localHeader);
    locals.push(head, common, title, bytes);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(directoryEntry);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, title);
    offset += 30 + title.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}
