/** A file of a tar archive: its path with `/`, ASCII, at most 255 characters; its size in bytes, known beforehand. */
export interface TarEntry {
  path: string;
  size: number;
  content: AsyncIterable<Uint8Array>;
}

const block = 512;
const octal = (value: number, length: number): string => value.toString(8).padStart(length - 1, '0');

/** Splits a path as ustar wants it: at most 100 bytes of name, and 155 of what stands before. */
function splitPath(path: string): { name: string; prefix: string } {
  if (path.length <= 100) return { name: path, prefix: '' };
  const cut = path.indexOf('/', path.length - 101);
  if (cut < 0 || cut > 155) throw new Error(`path too long for a tar file: ${path}`);
  return { name: path.slice(cut + 1), prefix: path.slice(0, cut) };
}

/** A ustar header (POSIX.1-1988). Owner and rights are fixed, so that the same files give the same bytes. */
function header(path: string, size: number, modifiedAt: Date): Buffer {
  const { name, prefix } = splitPath(path);
  const bytes = Buffer.alloc(block);
  const put = (text: string, at: number) => bytes.write(text, at, 'latin1');
  put(name, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  // 8 GiB are what eleven octal digits hold.
  if (size >= 8 ** 11) throw new Error(`file too big for a tar file: ${path}`);
  put(octal(size, 12), 124);
  put(octal(Math.floor(modifiedAt.getTime() / 1000), 12), 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\u000000', 257);
  put(prefix, 345);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 7)}\u0000 `, 148);
  return bytes;
}

/**
 * A tar file, piece by piece: nothing is held but the piece at hand.
 * @throws Error when a file has another size than its entry said
 */
export async function* writeTar(entries: AsyncIterable<TarEntry>, modifiedAt: Date): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) {
    yield header(entry.path, entry.size, modifiedAt);
    let written = 0;
    for await (const chunk of entry.content) {
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== entry.size) throw new Error(`${entry.path} has ${written} bytes, not ${entry.size}`);
    const rest = (block - (written % block)) % block;
    if (rest > 0) yield Buffer.alloc(rest);
  }
  yield Buffer.alloc(2 * block);
}
