import { expect, test } from 'vitest';
import { conflictsOf, councilStateOf, decide, faultsOf, share } from './rules.ts';

const good = {
  partners: ['lebak'],
  title: 'Kerja Sama',
  scope: ['templates' as const],
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  kind: 'kb' as const,
  parentId: null,
  parentReason: null,
};

test('a complete form has no faults', () => {
  expect(faultsOf(good, true)).toEqual([]);
});

test('every faulty field is told at once, partners only for a new one', () => {
  const bad = { ...good, partners: [], title: ' ', scope: [], startsOn: '', endsOn: '' };
  expect(faultsOf(bad, true).map(({ field }) => field)).toEqual(['partners', 'title', 'scope', 'startsOn', 'endsOn']);
  expect(faultsOf(bad, false)).toHaveLength(4);
  expect(faultsOf({ ...good, endsOn: '2026-12-31' }, true)).toEqual([{ field: 'endsOn', key: 'faults.order' }]);
});

test('a PKS rests on a joint agreement or says why not; a change rests on what it changes', () => {
  const pks = { ...good, kind: 'pks' as const };
  expect(faultsOf(pks, true)).toEqual([{ field: 'parentId', key: 'faults.parentId' }]);
  expect(faultsOf({ ...pks, parentReason: 'Di luar sistem' }, true)).toEqual([]);
  expect(faultsOf({ ...pks, parentId: 'a' }, true)).toEqual([]);
  expect(faultsOf(pks, false, true)).toEqual([]);
});

test('a refused edit shows both wordings, and the decided text is sent', () => {
  const conflicts = [
    { title: 'A', mine: ['saya'], theirs: ['mereka'] },
    { title: 'B', mine: ['saya'], theirs: null },
    { title: 'C', mine: null, theirs: ['mereka'] },
  ];
  expect(conflictsOf('agreement_conflict', { conflicts: [...conflicts, { title: 1 }] })).toEqual(conflicts);
  expect(conflictsOf('stale_version', { conflicts })).toEqual([]);
  const written = [
    { title: 'A', text: ['saya'] },
    { title: 'B', text: ['saya'] },
  ];
  expect(decide(written, conflicts, { A: 'mine', B: 'mine', C: 'mine' })).toEqual(written);
  expect(decide(written, conflicts, { A: 'theirs', B: 'theirs', C: 'theirs' })).toEqual([
    { title: 'A', text: ['mereka'] },
    { title: 'C', text: ['mereka'] },
  ]);
});

test('what a party said of its council is one of five states', () => {
  const said = { by: { slug: 'a', name: 'A' }, needed: true, reason: 'x', author: 'x', at: '' };
  const letter = { letterNumber: null, letterDate: null, skippedReason: null };
  expect(councilStateOf(undefined)).toBe('missing');
  expect(councilStateOf({ ...said, ...letter, needed: false })).toBe('unneeded');
  expect(councilStateOf({ ...said, ...letter })).toBe('waiting');
  expect(councilStateOf({ ...said, ...letter, letterNumber: '1', letterDate: '2027-01-01' })).toBe('approved');
  expect(councilStateOf({ ...said, ...letter, skippedReason: 'x' })).toBe('skipped');
});

test.each([
  [0, 0],
  [50, 50],
  [150, 100],
])('%i of a hundred is %i percent', (at, percent) => {
  expect(share(new Date(0).toISOString(), new Date(100).toISOString(), at)).toBe(percent);
});
