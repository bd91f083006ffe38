import { createHash } from 'node:crypto';
import { type TarEntry, writeTar } from './tar.ts';

/** A payload file. A text is given; stored bytes are opened when their turn comes and must have the hash they say. */
export type BagFile =
  | { path: string; text: string }
  | { path: string; sha256: string; size: number; open(): Promise<AsyncIterable<Uint8Array>> };

export interface Bag {
  /** The folder that everything lies in. */
  name: string;
  /** Lines of bag-info.txt besides the payload's size. */
  info: [label: string, value: string][];
  files: readonly BagFile[];
  /** Stands at every file in the tar, so that the same bag gives the same bytes. */
  modifiedAt: Date;
}

export class BagContentChanged extends Error {
  override readonly name = 'BagContentChanged';
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const sizeOf = (file: BagFile): number => ('text' in file ? Buffer.byteLength(file.text) : file.size);

/** The stored bytes, watched: a bag is never finished over a file that is not what the database says. */
async function* watched(file: Exclude<BagFile, { text: string }>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of await file.open()) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== file.sha256) throw new BagContentChanged(`${file.path} is not what was stored`);
}

/**
 * A BagIt 1.0 bag (RFC 8493) as a tar file: `bagit.txt`, `bag-info.txt`, the payload below `data/` with
 * `manifest-sha256.txt`, and a tag manifest over those three. Check it with `sha256sum -c` in the bag's folder.
 */
export function writeBag(bag: Bag): AsyncGenerator<Uint8Array> {
  const { name, files, modifiedAt } = bag;
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const manifest = files
    .map((file) => `${'text' in file ? sha256(file.text) : file.sha256}  data/${file.path}\n`)
    .join('');
  const lines: [string, string][] = [...bag.info, ['Payload-Oxum', `${total}.${files.length}`]];
  const tags: [string, string][] = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', lines.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ')}\n`).join('')],
    ['manifest-sha256.txt', manifest],
  ];
  const tagManifest = tags.map(([path, text]) => `${sha256(text)}  ${path}\n`).join('');
  async function* entries(): AsyncGenerator<TarEntry> {
    for (const [path, text] of [...tags, ['tagmanifest-sha256.txt', tagManifest] as const]) {
      yield { path: `${name}/${path}`, size: Buffer.byteLength(text), content: once(text) };
    }
    for (const file of files) {
      const content = 'text' in file ? once(file.text) : watched(file);
      yield { path: `${name}/data/${file.path}`, size: sizeOf(file), content };
    }
  }
  return writeTar(entries(), modifiedAt);
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 has no place for. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** JSON as XML: members become elements, lists repeat `<item>`, null is an empty element with `nil="true"`. */
export function toXml(name: string, value: unknown, indent = ''): string {
  if (value === null || value === undefined) return `${indent}<${name} nil="true"/>\n`;
  if (typeof value !== 'object') {
    const text = String(value)
      .replaceAll(unprintable, '')
      .replaceAll(/[&<>"]/g, (each) => escapes[each] ?? each);
    return `${indent}<${name}>${text}</${name}>\n`;
  }
  const members = Array.isArray(value)
    ? value.map((each) => toXml('item', each, `${indent}  `))
    : Object.entries(value).map(([member, each]) => toXml(member, each, `${indent}  `));
  return `${indent}<${name}>\n${members.join('')}${indent}</${name}>\n`;
}
