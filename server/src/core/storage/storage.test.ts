import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileStorage, sha256Hex } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'madangan-storage-'));
const storage = createFileStorage(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

test('a stream is stored under the hash of all of it, and leaves nothing when it breaks off', async () => {
  const stored = await storage.putStream('uji', chunks('satu ', 'dua'));
  expect(stored).toEqual({ sha256: sha256Hex(Buffer.from('satu dua')), size: 8 });
  expect((await storage.get('uji', stored.sha256)).toString()).toBe('satu dua');
  async function* broken() {
    yield Buffer.from('setengah');
    throw new Error('putus');
  }
  await expect(storage.putStream('uji', broken())).rejects.toThrow('putus');
  expect(readdirSync(join(folder, 'uji')).filter((name) => name.startsWith('incoming'))).toEqual([]);
});

test('bytes are removed once, those put a moment ago stay, and those put again are whole', async () => {
  const bytes = Buffer.from('akan dimusnahkan');
  const { sha256 } = await storage.put('uji', bytes);
  expect(await storage.remove('uji', sha256, 60_000)).toBe('recent');
  expect((await storage.get('uji', sha256)).equals(bytes)).toBe(true);
  expect(await storage.remove('uji', sha256, 0)).toBe('removed');
  expect(await storage.has('uji', sha256)).toBe(false);
  expect(await storage.remove('uji', sha256, 0)).toBe('missing');
  await storage.put('uji', bytes);
  expect(await storage.has('uji', sha256)).toBe(true);
});
