import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Content-addressed files, one prefix per regency: `<regency>/<sha256>`. Bytes are written once and never changed.
 * A local folder by default; an S3-compatible store implements the same port.
 */
export interface Storage {
  /** Stores the bytes, durably, before it returns. Storing the same bytes again only says that they are wanted now. */
  put(prefix: string, bytes: Uint8Array): Promise<StoredFile>;
  /** Stores what comes, without holding it in memory. */
  putStream(prefix: string, source: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** @throws Error when the file is missing or its bytes no longer have this hash. */
  get(prefix: string, sha256: string): Promise<Buffer>;
  stream(prefix: string, sha256: string): Promise<Readable>;
  has(prefix: string, sha256: string): Promise<boolean>;
  /**
   * Removes bytes that no row refers to any more: only for the destruction of archives. Bytes that were put within
   * `settleMs` stay, since whoever put them may be about to write the row that refers to them.
   */
  remove(prefix: string, sha256: string, settleMs: number): Promise<'removed' | 'missing' | 'recent'>;
  /** Removes a regency's files; only for `tenant remove`. */
  removePrefix(prefix: string): Promise<void>;
}

export interface StoredFile {
  sha256: string;
  size: number;
}

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const safeName = /^[a-z0-9][a-z0-9-]*$/;
const hashName = /^[0-9a-f]{64}$/;

/** Files under a local folder, written under a temporary name, flushed, then renamed. */
export function createFileStorage(folder: string): Storage {
  const pathOf = (prefix: string, sha256: string): string => {
    if (!safeName.test(prefix) || !hashName.test(sha256)) throw new Error('not a storage key');
    return join(folder, prefix, sha256.slice(0, 2), sha256);
  };
  const exists = (path: string) =>
    stat(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
  /** Marks a stored file as wanted now; false when there is none. */
  const touch = (path: string) =>
    utimes(path, new Date(), new Date()).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
  return {
    async put(prefix, bytes) {
      const sha256 = sha256Hex(bytes);
      const path = pathOf(prefix, sha256);
      const stored = { sha256, size: bytes.byteLength };
      if (await touch(path)) return stored;
      await mkdir(join(path, '..'), { recursive: true });
      const temporary = `${path}.${randomUUID()}`;
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      return stored;
    },
    async putStream(prefix, source) {
      if (!safeName.test(prefix)) throw new Error('not a storage prefix');
      await mkdir(join(folder, prefix), { recursive: true });
      const temporary = join(folder, prefix, `incoming.${randomUUID()}`);
      const file = await open(temporary, 'wx', 0o600);
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const chunk of source) {
          hash.update(chunk);
          size += chunk.byteLength;
          await file.writeFile(chunk);
        }
        await file.sync();
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      const path = pathOf(prefix, sha256);
      await mkdir(join(path, '..'), { recursive: true });
      await rename(temporary, path);
      return { sha256, size };
    },
    async get(prefix, sha256) {
      const bytes = await readFile(pathOf(prefix, sha256));
      if (sha256Hex(bytes) !== sha256) throw new Error(`stored file ${prefix}/${sha256} was changed`);
      return bytes;
    },
    async stream(prefix, sha256) {
      return createReadStream(pathOf(prefix, sha256));
    },
    has: (prefix, sha256) => exists(pathOf(prefix, sha256)),
    async remove(prefix, sha256, settleMs) {
      const path = pathOf(prefix, sha256);
      // Taken aside first: who puts the same bytes from here on writes them anew.
      const aside = `${path}.removing`;
      if (!(await exists(aside))) {
        if (!(await exists(path))) return 'missing';
        await rename(path, aside);
      }
      const { mtimeMs } = await stat(aside);
      if (Date.now() - mtimeMs < settleMs) {
        await rename(aside, path);
        return 'recent';
      }
      await rm(aside);
      return 'removed';
    },
    async removePrefix(prefix) {
      if (!safeName.test(prefix)) throw new Error('not a storage prefix');
      await rm(join(folder, prefix), { recursive: true, force: true });
    },
  };
}
