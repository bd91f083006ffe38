import type { LetterFilter } from './rules.ts';

/** What each filter is called in an address: `/surat?kotak=outbox&keadaan=signed&cari=rapat`. */
const names = {
  box: 'kotak',
  state: 'keadaan',
  q: 'cari',
  list: 'daftar',
  direction: 'arah',
  type: 'jenis',
  secrecy: 'sifat',
  urgency: 'urgensi',
  classification: 'klasifikasi',
  unit: 'unit',
  person: 'orang',
  party: 'pihak',
  from: 'dari',
  to: 'sampai',
  attachment: 'lampiran',
  order: 'urut',
} as const satisfies Record<keyof LetterFilter, string>;

type Name = (typeof names)[keyof typeof names];
export type LetterSearch = { [K in Name]?: string };

const entries = Object.entries(names) as [keyof LetterFilter, Name][];

/** Keeps what belongs to the address and drops the rest. Apart from `rules.ts`, since the router loads it at once. */
export function readSearch(search: Record<string, unknown>): LetterSearch {
  const kept: LetterSearch = {};
  for (const [, name] of entries) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') kept[name] = value;
    else if (typeof value === 'number') kept[name] = String(value);
  }
  return kept;
}

export function toSearch(filter: Partial<LetterFilter>): LetterSearch {
  const search: LetterSearch = {};
  for (const [key, name] of entries) {
    const value = filter[key];
    if (value !== undefined && value !== '' && !(key === 'box' && value === 'inbox')) search[name] = value;
  }
  return search;
}

/** The filters of an address under the API's names; nothing is checked here. */
export function fromSearch(search: Record<string, unknown>): Record<string, string> {
  const kept = readSearch(search);
  return Object.fromEntries(entries.flatMap(([key, name]) => (kept[name] ? [[key, kept[name]]] : [])));
}
