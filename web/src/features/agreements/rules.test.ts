import { expect, test } from 'vitest';
import { faultsOf, share } from './rules.ts';

const good = {
  partners: ['lebak'],
  title: 'Kerja Sama',
  scope: ['templates' as const],
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
};

test('a complete form has no faults', () => {
  expect(faultsOf(good, true)).toEqual([]);
});

test('every faulty field is told at once, partners only for a new one', () => {
  const bad = { partners: [], title: ' ', scope: [], startsOn: '', endsOn: '' };
  expect(faultsOf(bad, true).map(({ field }) => field)).toEqual(['partners', 'title', 'scope', 'startsOn', 'endsOn']);
  expect(faultsOf(bad, false)).toHaveLength(4);
  expect(faultsOf({ ...good, endsOn: '2026-12-31' }, true)).toEqual([{ field: 'endsOn', key: 'faults.order' }]);
});

test.each([
  [0, 0],
  [50, 50],
  [150, 100],
])('%i of a hundred is %i percent', (at, percent) => {
  expect(share(new Date(0).toISOString(), new Date(100).toISOString(), at)).toBe(percent);
});
