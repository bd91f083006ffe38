import { expect, test } from 'vitest';
import type { ComparedRegency } from './api/comparison.ts';
import { seriesOf, yearsOf } from './rules.ts';

const year = (of: number, level: number) => ({
  year: of,
  score: level,
  category: null,
  levels: [level, level + 1],
  domains: [{ name: '1 Kebijakan', weight: 13, value: level }],
  aspects: [],
});
const regencies: ComparedRegency[] = [
  { slug: 'sumedang', name: 'Kabupaten Sumedang', isUs: true, years: [year(2021, 2), year(2023, 3)] },
  { slug: 'lebak', name: 'Kabupaten Lebak', isUs: false, years: [] },
];

test('a line has only the years that there are; the axis has those between, too', () => {
  const series = seriesOf(regencies, { kind: 'indicator', index: 1 });
  expect(series.map(({ points }) => points)).toEqual([
    [
      { year: 2021, value: 3 },
      { year: 2023, value: 4 },
    ],
    [],
  ]);
  expect(yearsOf(series)).toEqual([2021, 2022, 2023]);
  expect(yearsOf([])).toEqual([]);
});

test('a domain is found by name, and what an instrument does not have is left out', () => {
  expect(seriesOf(regencies, { kind: 'domain', name: '1 Kebijakan' })[0]?.points).toHaveLength(2);
  expect(seriesOf(regencies, { kind: 'aspect', name: 'Lain' })[0]?.points).toEqual([]);
});
