import type { ComparedRegency } from './api/comparison.ts';

/** One line of the chart: a regency's values by year. */
export interface Series {
  name: string;
  isUs: boolean;
  points: { year: number; value: number }[];
}

/** What is compared: the index, or one domain, aspect or indicator of it. */
export type Measure =
  | { kind: 'score' }
  | { kind: 'domain' | 'aspect'; name: string }
  | { kind: 'indicator'; index: number };

type Year = ComparedRegency['years'][number];

function measured(year: Year, measure: Measure): number | undefined {
  if (measure.kind === 'score') return year.score;
  if (measure.kind === 'indicator') return year.levels[measure.index];
  const parts = measure.kind === 'domain' ? year.domains : year.aspects;
  return parts.find(({ name }) => name === measure.name)?.value;
}

/** The chart's lines and the table's rows, in the regencies' order: ourselves first. */
export function seriesOf(regencies: readonly ComparedRegency[], measure: Measure): Series[] {
  return regencies.map(({ name, isUs, years }) => ({
    name,
    isUs,
    points: years.flatMap((year) => {
      const value = measured(year, measure);
      return value === undefined ? [] : [{ year: year.year, value }];
    }),
  }));
}

/** Every year that somebody has, and those between. */
export function yearsOf(series: readonly Series[]): number[] {
  const years = series.flatMap(({ points }) => points.map(({ year }) => year));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

/** "3,52" */
export const inTwoDecimals = (value: number, language: string): string =>
  value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
