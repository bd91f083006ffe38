/** What a pattern may hold. `seq` and `unit` it must: only together do they tell letters of one year apart. */
const placeholders = ['classification', 'seq', 'unit', 'year', 'month_roman'] as const;
type Placeholder = (typeof placeholders)[number];

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

/**
 * The series of a unit and year that a number is drawn from. There is one pattern for all types, and it does not print
 * the type: separate series per type would give two letters of one unit the same number, so all types share this one.
 */
export const sharedSeries = 'all';

/**
 * What is wrong with a pattern such as `{classification}/{seq}/{unit}`, in Indonesian; null when it can be used.
 * Source: `<kode klasifikasi>/<nomor urut>/<kode unit>` for regencies' correspondence (Permendagri 83/2022 Pasal 3 ayat
 * (5)–(6) makes the classification its base); month and year are optional, since the letter is dated.
 */
export function patternFault(pattern: string): string | null {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = names.find((name) => !isPlaceholder(name));
  if (unknown !== undefined) return `Pola nomor memuat {${unknown}} yang tidak dikenal.`;
  for (const needed of ['seq', 'unit'] as const) {
    if (!names.includes(needed)) return `Pola nomor harus memuat {${needed}} agar tidak ada nomor kembar.`;
  }
  return /[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, ''))
    ? 'Kurung kurawal pada pola nomor tidak berpasangan.'
    : null;
}

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The year of an ISO date; the date is one of the regency's zone. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** A letter's number as printed. `date` is the letter's, as an ISO date in the regency's zone. */
export function printNumber(
  pattern: string,
  parts: { classification: string; seq: number; unitCode: string; date: string },
): string {
  const values: Record<Placeholder, string> = {
    classification: parts.classification,
    seq: String(parts.seq),
    unit: parts.unitCode,
    year: parts.date.slice(0, 4),
    month_roman: romanMonths[Number(parts.date.slice(5, 7)) - 1] ?? '',
  };
  return pattern.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}
