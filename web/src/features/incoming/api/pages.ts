import { api, call } from '../../../lib/api.ts';

export type Rotation = 0 | 90 | 180 | 270;

/** A file of a letter that came in, in the order of its pages. */
export type PageFile = {
  /** Ours, since two files may have one name. */
  id: string;
  file: File;
  rotate: Rotation;
  /** Hexadecimal; null where the browser cannot make one (it does so only on secure addresses). */
  sha256: string | null;
};

export const kinds = ['application/pdf', 'image/jpeg', 'image/png'];
export const largestBytes = 25 * 1024 * 1024;
export const largestTogether = 100 * 1024 * 1024;
/** Files of one upload that the server takes. */
export const mostFiles = 20;

let made = 0;

async function hashOf(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Files as pages: named by us, not turned, with their hash for the warning of what came before. */
export function toPages(files: Iterable<File>): Promise<PageFile[]> {
  return Promise.all(
    [...files].map(async (file) => {
      made += 1;
      return { id: `page-${made}`, file, rotate: 0 as const, sha256: await hashOf(file) };
    }),
  );
}

type Sought = { senderName: string; number: string; date: string; sha256: string[] };

/** Letters that came before and may be this one. Nothing is asked while there is nothing to ask about. */
export async function findDuplicates({ senderName, number, date, sha256 }: Sought) {
  if (number === '' && sha256.length === 0) return [];
  const query = {
    ...(senderName.length >= 2 ? { senderName } : {}),
    ...(number === '' ? {} : { number }),
    ...(date === '' ? {} : { date }),
    ...(sha256.length === 0 ? {} : { sha256: sha256.join(',') }),
  };
  return (await call(api.GET('/incoming-letters/duplicates', { params: { query } }))).items;
}
