import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexInstruments, loadIndicators } from '../tenants/index.ts';
import { averageOf, categoryOf, compute, gapsOf, type Indicator, likenessOf, round2 } from './rules.ts';

const [spbeFile, pemdiFile] = indexInstruments.map(({ file }) => file);
const indicatorsOf = (file = ''): Indicator[] =>
  loadIndicators(file).map((row) => ({ ...row, domain: row.domain || null, name: row.indicator, scale: row.type }));
const spbe = indicatorsOf(spbeFile);
const pemdi = indicatorsOf(pemdiFile);

/** Levels of a run of indicators that add to `sum`, as even as can be. */
const spread = (count: number, sum: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(sum / count) + (index < sum % count ? 1 : 0));

describe('the SPBE index', () => {
  test('Kabupaten Aceh Tengah 2025: 2.59, Cukup, though its rounded domains would give 2.60, Baik', () => {
    // Published: domains 2.30, 1.70, 1.00, 3.75; aspects 7 and 8: 3.80, 3.67.
    const levels = [...spread(10, 23), ...spread(10, 17), ...spread(11, 11), ...spread(10, 38), ...spread(6, 22)];
    const result = compute(spbe, levels);
    expect(result.domains.map(({ value }) => value)).toEqual([2.3, 1.7, 1, 3.75]);
    expect(result.aspects.slice(6).map(({ value }) => value)).toEqual([3.8, 3.67]);
    expect(result.score).toBe(2.59);
    expect(categoryOf('spbe-2020', result.score)).toBe('Cukup');
    const fromRounded = result.domains.reduce((sum, { weight, value }) => sum + weight * value, 0) / 100;
    expect(round2(fromRounded)).toBe(2.6);
  });

  test.each([
    [3.52, 'Sangat Baik'],
    [4.26, 'Memuaskan'],
    [2.77, 'Baik'],
    [2.46, 'Cukup'],
    [1.2, 'Kurang'],
    [4.2, 'Memuaskan'],
    [2.6, 'Baik'],
    [2.59, 'Cukup'],
  ])('the published value %d is %s', (score, category) => {
    expect(categoryOf('spbe-2020', score)).toBe(category);
  });

  test.each([1, 2, 3, 4, 5])('every indicator at %d gives exactly that, in every part', (level) => {
    for (const indicators of [spbe, pemdi]) {
      const result = compute(indicators, Array(indicators.length).fill(level));
      expect(result.score).toBe(level);
      for (const part of [...result.domains, ...result.aspects]) expect(part.value).toBe(level);
    }
  });

  test('weights of domains and aspects are the regulation’s', () => {
    const result = compute(spbe, Array(47).fill(1));
    expect(result.domains.map(({ weight }) => weight)).toEqual([13, 25, 16.5, 45.5]);
    expect(result.aspects.map(({ weight }) => weight)).toEqual([13, 10, 10, 5, 12, 4.5, 27.5, 18]);
    expect(compute(pemdi, Array(20).fill(1)).aspects.map(({ weight }) => weight)).toEqual([10, 10, 15, 15, 10, 15, 25]);
  });

  test('a level more never lowers the index, and the index lies within its levels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 47, maxLength: 47 }),
        fc.nat({ max: 46 }),
        (levels, at) => {
          const { score } = compute(spbe, levels);
          expect(score).toBeGreaterThanOrEqual(Math.min(...levels));
          expect(score).toBeLessThanOrEqual(Math.max(...levels));
          const raised = levels.map((level, index) => (index === at ? Math.min(5, level + 1) : level));
          expect(compute(spbe, raised).score).toBeGreaterThanOrEqual(score);
        },
      ),
    );
  });
});

describe('likeness of regions', () => {
  const measured = { population: null, area: null, districts: null, budget: null };
  const sumedang = { province: '32', kind: 'kabupaten' as const, measured: { ...measured, population: 1_000_000 } };

  test('twice the people is as far as half, and what is unknown of one side is not compared', () => {
    const twice = { ...sumedang, measured: { ...measured, population: 2_000_000, area: 10 } };
    const half = { ...sumedang, measured: { ...measured, population: 500_000 } };
    expect(likenessOf(sumedang, twice).distance).toBeCloseTo(likenessOf(sumedang, half).distance);
    expect(likenessOf(sumedang, twice).distance).toBeCloseTo(Math.log(2) / 3);
    expect(likenessOf(sumedang, twice).compared).toEqual(['kind', 'province', 'population']);
    expect(likenessOf(sumedang, sumedang).distance).toBe(0);
  });

  test('an average speaks of five or more', () => {
    expect(averageOf([3, 3, 3, 3])).toBeNull();
    expect(averageOf([1, 2, 3, 4, 5])).toBe(3);
  });
});

test('gaps: the best of the others, what adds most first, never where we stand as high', () => {
  const ours = Array<number>(47).fill(3);
  const a = ours.map((level, index) => (index === 41 ? 5 : level));
  const b = ours.map((level, index) => (index === 0 ? 5 : index === 41 ? 4 : index === 5 ? 2 : level));
  expect(
    gapsOf(spbe, ours, [
      { slug: 'a', levels: a },
      { slug: 'b', levels: b },
    ]),
  ).toEqual([
    { indicator: 42, ours: 3, best: 5, bestOf: 'a', points: 0.06 },
    { indicator: 1, ours: 3, best: 5, bestOf: 'b', points: 0.03 },
  ]);
});
