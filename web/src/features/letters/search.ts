import type { LetterFilter } from './rules.ts';

/** The filter as it stands in an address: `/surat?kotak=outbox&keadaan=signed&cari=rapat`. */
export type LetterSearch = { kotak?: string; keadaan?: string; cari?: string };

/** Keeps what belongs to the address and drops the rest. Apart from `rules.ts`, since the router loads it at once. */
export function readSearch(search: Record<string, unknown>): LetterSearch {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const [kotak, keadaan, cari] = [text(search.kotak), text(search.keadaan), text(search.cari)];
  return { ...(kotak ? { kotak } : {}), ...(keadaan ? { keadaan } : {}), ...(cari ? { cari } : {}) };
}

export function toSearch({ box, state, q }: LetterFilter): LetterSearch {
  return {
    ...(box === 'inbox' ? {} : { kotak: box }),
    ...(state ? { keadaan: state } : {}),
    ...(q ? { cari: q } : {}),
  };
}
