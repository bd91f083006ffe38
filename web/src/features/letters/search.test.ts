import { expect, test } from 'vitest';
import { isNarrowed, type LetterFilter, readFilter, toQuery } from './rules.ts';
import { readSearch, toSearch } from './search.ts';

const full: LetterFilter = {
  box: 'outbox',
  state: 'signed',
  q: 'rapat',
  type: 'surat_undangan',
  direction: 'outgoing',
  secrecy: 'rahasia',
  urgency: 'segera',
  classification: '000.1',
  unit: '01a20d45-ea35-70c0-8d13-5750cf918a5b',
  person: '01a20d45-ea35-70c0-8d13-5750cf918a5c',
  party: 'pelita',
  from: '2026-01-01',
  to: '2026-12-31',
  attachment: 'yes',
  order: 'relevance',
};

test('a filter comes back from its address as it was, and goes to the API under its own names', () => {
  expect(readFilter(readSearch(toSearch(full)))).toEqual(full);
  expect(toSearch(full)).toMatchObject({
    kotak: 'outbox',
    keadaan: 'signed',
    cari: 'rapat',
    pihak: 'pelita',
    dari: '2026-01-01',
  });
  const { order: _, ...asked } = full;
  expect(toQuery(full)).toEqual(asked);
  expect(toQuery({ box: 'all' })).toEqual({});
});

test('nonsense in an address is dropped, a work list is of all boxes, and a year typed as a number is text', () => {
  expect(readFilter({ kotak: 'x', keadaan: 'x', sifat: 'x', dari: 'kemarin', unit: '1', urut: 'x' })).toEqual({
    box: 'inbox',
  });
  expect(readFilter({ kotak: 'inbox', daftar: 'to_sign' })).toEqual({ box: 'all', list: 'to_sign' });
  expect(readFilter(readSearch({ cari: 2026, lain: 'x' }))).toEqual({ box: 'inbox', q: '2026' });
  expect(isNarrowed({ box: 'all', order: 'relevance' })).toBe(false);
  expect(isNarrowed({ box: 'all', party: 'a' })).toBe(true);
});
