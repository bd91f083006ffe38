/** The 512-byte header of one regular file in a ustar archive. Names: at most 100 bytes; size in bytes. */
export function tarHeader(name: string, size: number, modified: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`name too long for the archive: ${name}`);
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(Math.floor(modified.getTime() / 1000), 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Zeroes that fill a file's last block. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((512 - (size % 512)) % 512);
/** Two empty blocks end an archive. */
export const tarEnd = Buffer.alloc(1024);

/** One file of an archive. */
export type TarEntry = { name: string; bytes: Buffer };

/**
 * Reads an archive's files in order, one in memory at a time.
 * @throws Error when it is cut short or not an archive of ours
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  let held: Buffer[] = [];
  let length = 0;
  const source = chunks[Symbol.asyncIterator]();
  async function take(size: number): Promise<Buffer> {
    while (length < size) {
      const { value, done } = await source.next();
      if (done) throw new Error('the archive is cut short');
      held.push(value);
      length += value.length;
    }
    const all = Buffer.concat(held, length);
    held = [all.subarray(size)];
    length -= size;
    return all.subarray(0, size);
  }
  for (;;) {
    const header = await take(512);
    if (header.every((byte) => byte === 0)) return;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('not an archive of ours');
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/, '');
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const bytes = await take(size);
    await take(tarPadding(size).length);
    yield { name, bytes };
  }
}
