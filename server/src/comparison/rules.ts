/** How indices are computed and regions compared: facts in, facts out. */

export interface Indicator {
  no: number;
  domain: string | null;
  aspect: string;
  name: string;
  /** Of 100. */
  weight: number;
  scale: 'proses' | 'layanan' | 'nilai';
}

export interface Part {
  name: string;
  weight: number;
  /** Rounded to two decimals, as shown. */
  value: number;
}

export interface Result {
  /** Rounded to two decimals, as shown; the category follows from it. */
  score: number;
  domains: Part[];
  aspects: Part[];
}

/** Two decimals, halves up; the summand undoes what binary fractions lose (2.675 is stored as 2.67499…). */
export const round2 = (value: number): number => Math.round(value * 100 + 1e-7) / 100;

function partsOf(indicators: readonly Indicator[], levels: readonly number[], by: 'domain' | 'aspect'): Part[] {
  const sums = new Map<string, { weight: number; sum: number }>();
  for (const [index, indicator] of indicators.entries()) {
    const name = indicator[by];
    const level = levels[index];
    if (name === null || level === undefined) continue;
    const part = sums.get(name) ?? { weight: 0, sum: 0 };
    sums.set(name, { weight: part.weight + indicator.weight, sum: part.sum + indicator.weight * level });
  }
  return [...sums].map(([name, { weight, sum }]) => ({ name, weight: round2(weight), value: round2(sum / weight) }));
}

/**
 * The index and the values of its domains and aspects: weighted means of levels (Permen PANRB 59/2020; 8/2026 alike),
 * each from the levels themselves, never from values that were rounded before.
 * @param levels one per indicator, in the indicators' order
 */
export function compute(indicators: readonly Indicator[], levels: readonly number[]): Result {
  if (levels.length !== indicators.length)
    throw new Error(`${levels.length} levels of ${indicators.length} indicators`);
  const sum = indicators.reduce((total, { weight }, index) => total + weight * (levels[index] ?? Number.NaN), 0);
  return {
    score: round2(sum / 100),
    domains: partsOf(indicators, levels, 'domain'),
    aspects: partsOf(indicators, levels, 'aspect'),
  };
}

/** From which value a category begins, best first. */
export const bands: Readonly<Record<string, readonly { from: number; name: string }[]>> = {
  // Permen PANRB 59/2020
  'spbe-2020': [
    { from: 4.2, name: 'Memuaskan' },
    { from: 3.5, name: 'Sangat Baik' },
    { from: 2.6, name: 'Baik' },
    { from: 1.8, name: 'Cukup' },
    { from: 0, name: 'Kurang' },
  ],
  // Permen PANRB 8/2026
  'pemdi-2026': [
    { from: 4, name: 'Memuaskan' },
    { from: 3.5, name: 'Sangat Baik' },
    { from: 2.5, name: 'Baik' },
    { from: 1.5, name: 'Cukup' },
    { from: 0, name: 'Kurang' },
  ],
};

/** The category (predikat) of a value of two decimals; null for an instrument whose bands are not known. */
export const categoryOf = (scheme: string, score: number): string | null =>
  bands[scheme]?.find(({ from }) => score >= from)?.name ?? null;

/** Points of the index that an indicator adds when it rises from one level to another. */
export const pointsOf = (weight: number, from: number, to: number): number => round2((weight * (to - from)) / 100);

export const measuredFacts = ['population', 'area', 'districts', 'budget'] as const;
export type MeasuredFact = (typeof measuredFacts)[number];

export interface RegionFacts {
  province: string;
  kind: 'kabupaten' | 'kota';
  /** Null: unknown. */
  measured: Record<MeasuredFact, number | null>;
}

export interface Likeness {
  /** 0: alike in everything that is known of both. */
  distance: number;
  /** What was compared: the rest is unknown of one or the other. */
  compared: ('kind' | 'province' | MeasuredFact)[];
}

/**
 * How unlike two regions are: the mean, over what is known of both, of |ln(a/b)| for each measured fact (0.69 when one is
 * twice the other), 1 for another kind and 0.5 for another province. Unknown facts count neither way.
 */
export function likenessOf(a: RegionFacts, b: RegionFacts): Likeness {
  const parts: [Likeness['compared'][number], number][] = [
    ['kind', a.kind === b.kind ? 0 : 1],
    ['province', a.province === b.province ? 0 : 0.5],
  ];
  for (const fact of measuredFacts) {
    const [ours, theirs] = [a.measured[fact], b.measured[fact]];
    if (ours !== null && theirs !== null) parts.push([fact, Math.abs(Math.log(ours / theirs))]);
  }
  const sum = parts.reduce((total, [, part]) => total + part, 0);
  return { distance: sum / parts.length, compared: parts.map(([name]) => name) };
}

/** An average says something of a group, and of nobody in it, from so many on. */
export const minimumGroup = 5;

/** How many of the most alike make the group that an average is taken of. */
export const alikeGroup = 10;

/** The mean of a group's values; null while the group is smaller than the minimum. */
export function averageOf(values: readonly number[]): number | null {
  if (values.length < minimumGroup) return null;
  return round2(values.reduce((sum, value) => sum + value, 0) / values.length);
}

export interface Gap {
  indicator: number;
  ours: number;
  best: number;
  /** Who has the best level; the first of several. */
  bestOf: string;
  /** What closing it would add to the index. */
  points: number;
}

/** Where others stand higher, what would add most first. */
export function gapsOf(
  indicators: readonly Indicator[],
  ours: readonly number[],
  others: readonly { slug: string; levels: readonly number[] }[],
): Gap[] {
  const weights = new Map(indicators.map(({ no, weight }) => [no, weight]));
  const gaps = indicators.flatMap(({ no, weight }, index): Gap[] => {
    const own = ours[index];
    if (own === undefined) return [];
    let best = { slug: '', level: own };
    for (const { slug, levels } of others) {
      const level = levels[index];
      if (level !== undefined && level > best.level) best = { slug, level };
    }
    if (best.slug === '') return [];
    const points = pointsOf(weight, own, best.level);
    return [{ indicator: no, ours: own, best: best.level, bestOf: best.slug, points }];
  });
  // By what is exact: rounded points make equal what is not.
  const gain = new Map(gaps.map((gap) => [gap, (weights.get(gap.indicator) ?? 0) * (gap.best - gap.ours)]));
  return gaps.sort((a, b) => (gain.get(b) ?? 0) - (gain.get(a) ?? 0) || a.indicator - b.indicator);
}
