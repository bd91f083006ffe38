/**
 * What a pattern may hold. `seq` it must; `{seq:3}` prints it with leading zeros (`005`). `type` is the short code of the
 * type of letter, `secrecy` its mark (B, T, R, SR), `month` the number of the month.
 */
const placeholders = ['classification', 'seq', 'unit', 'type', 'secrecy', 'year', 'month', 'month_roman'] as const;
type Placeholder = (typeof placeholders)[number];

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);
const tokens = /\{([a-z_]+)(?::(\d))?\}/g;

/** The series that types without one of their own draw from. */
export const sharedSeries = 'all';

export type SeriesKind = 'shared' | 'own';
export type Reset = 'yearly' | 'monthly';

/** How letters of a type and unit are numbered; null stands for every type, every unit. */
export interface NumberPattern {
  type: string | null;
  unitId: string | null;
  pattern: string;
  series: SeriesKind;
  reset: Reset;
}

/**
 * What is wrong with a pattern such as `{classification}/{seq}/{unit}`, in Indonesian; null when it can be used.
 * A pattern for all types must name the unit, since two units' letters go to the same readers; a type's own need not
 * (`NOMOR 000.8.3/15 TAHUN 2026` of a circular). One that restarts monthly must name the month.
 * Source: `<kode klasifikasi>/<nomor urut>/<kode unit>` for regencies' correspondence (Permendagri 83/2022 Pasal 3 ayat
 * (5)–(6) makes the classification its base); month and year are optional, since the letter is dated.
 */
export function patternFault(
  pattern: string,
  { type, reset }: { type?: string | null | undefined; reset?: Reset | undefined } = {},
): string | null {
  const rest = pattern.replaceAll(tokens, '');
  const broken = /\{([^{}]*)\}/.exec(rest);
  if (broken) return `Pola nomor memuat {${broken[1]}} yang tidak dikenal.`;
  if (/[{}]/.test(rest)) return 'Kurung kurawal pada pola nomor tidak berpasangan.';
  const found = [...pattern.matchAll(tokens)].map(([whole, name = '', width]) => ({ whole, name, width }));
  const odd = found.find(({ name, width }) => !isPlaceholder(name) || (width !== undefined && name !== 'seq'));
  if (odd) return `Pola nomor memuat ${odd.whole} yang tidak dikenal.`;
  const names = found.map((each) => each.name);
  const needed = type ? ['seq'] : ['seq', 'unit'];
  const missing = needed.find((each) => !names.includes(each));
  if (missing) return `Pola nomor harus memuat {${missing}} agar tidak ada nomor kembar.`;
  if (names.filter((each) => each === 'seq').length > 1) return 'Pola nomor memuat {seq} lebih dari sekali.';
  if (reset === 'monthly' && !names.includes('month') && !names.includes('month_roman')) {
    return 'Pola yang mulai lagi tiap bulan harus memuat {month} atau {month_roman}.';
  }
  return null;
}

/**
 * Whether numbers of two series of one organisation could come out alike. Patterns are compared by what stands between
 * their placeholders, which is cautious: `{seq}/{unit}` and `{unit}/{seq}` count as alike.
 */
export function couldClash(one: NumberPattern, other: NumberPattern): boolean {
  if (seriesOf(one) === seriesOf(other)) return false;
  if (one.pattern.includes('{type}') && other.pattern.includes('{type}') && one.type !== other.type) return false;
  const shape = (pattern: string) => pattern.replaceAll(tokens, '\u0000').toLowerCase();
  return shape(one.pattern) === shape(other.pattern);
}

/** Name of the series that letters under a pattern draw from. */
export const seriesOf = (pattern: Pick<NumberPattern, 'type' | 'series'>): string =>
  pattern.series === 'own' && pattern.type !== null ? pattern.type : sharedSeries;

/** The pattern for a type and unit: the most specific one, where a type counts more than a unit. */
export function choosePattern(
  patterns: readonly NumberPattern[],
  letter: { type: string; unitId: string },
  fallback: string,
): NumberPattern {
  const weight = (each: NumberPattern) => (each.type === null ? 0 : 2) + (each.unitId === null ? 0 : 1);
  const [best] = patterns
    .filter((each) => (each.type ?? letter.type) === letter.type && (each.unitId ?? letter.unitId) === letter.unitId)
    .sort((a, b) => weight(b) - weight(a));
  return best ?? { type: null, unitId: null, pattern: fallback, series: 'shared', reset: 'yearly' };
}

/** Marks of the secrecy classes in a number, as others quote them from PerANRI 5/2021. */
const secrecyMarks: Readonly<Record<string, string>> = {
  biasa: 'B',
  terbatas: 'T',
  rahasia: 'R',
  sangat_rahasia: 'SR',
};

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Year and month of an ISO date; the date is one of the regency's zone. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const monthOf = (date: string): number => Number(date.slice(5, 7));

/** What one number is printed from. */
export interface NumberParts {
  classification: string;
  seq: number;
  /** Above 0 for a letter that bears an earlier date: printed behind the sequence, `12.1`. */
  sub: number;
  unitCode: string;
  typeCode: string;
  secrecy: string;
  /** The letter's ISO date in the regency's zone. */
  date: string;
}

/** A letter's number as printed. */
export function printNumber(pattern: string, parts: NumberParts): string {
  const values: Record<Exclude<Placeholder, 'seq'>, string> = {
    classification: parts.classification,
    unit: parts.unitCode,
    type: parts.typeCode,
    secrecy: secrecyMarks[parts.secrecy] ?? '',
    year: parts.date.slice(0, 4),
    month: parts.date.slice(5, 7),
    month_roman: romanMonths[monthOf(parts.date) - 1] ?? '',
  };
  return pattern.replaceAll(tokens, (whole, name: string, width: string | undefined) => {
    if (!isPlaceholder(name)) return whole;
    if (name !== 'seq') return values[name];
    const seq = String(parts.seq).padStart(Number(width ?? 1), '0');
    return parts.sub === 0 ? seq : `${seq}.${parts.sub}`;
  });
}

/** A number as it stands in its series. */
export interface Place {
  seq: number;
  sub: number;
}

/**
 * Where a letter of an earlier date stands: behind the last number of that day or before, so that the book stays in the
 * order of its dates. The next whole number when nothing later was given; behind the first one when all are later.
 * @param taken the series so far, in any order
 */
export function placeFor(taken: readonly (Place & { dated: string })[], date: string): Place {
  const last = Math.max(0, ...taken.map((each) => each.seq));
  if (!taken.some((each) => each.dated > date)) return { seq: last + 1, sub: 0 };
  const earlier = taken.filter((each) => each.sub === 0 && each.dated <= date).map((each) => each.seq);
  const seq = earlier.length > 0 ? Math.max(...earlier) : Math.min(...taken.map((each) => each.seq));
  const subs = taken.filter((each) => each.seq === seq).map((each) => each.sub);
  return { seq, sub: Math.max(...subs) + 1 };
}
