import type { Person } from './body.ts';

/** Letters always print Indonesian, whatever the language of the screen. */
const printedDay = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 1))),
);

/** "1250000" → "1.250.000", while one types. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** Roughly what a place prints, for the chip in the editor; the paper beside it is exact. */
export function chipWords(kind: string, value: unknown, format: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'person') {
    if (typeof value !== 'object') return String(value);
    const person = value as Partial<Person>;
    const field = (['nip', 'rank', 'position', 'unit'] as const).find((each) => each === format) ?? 'name';
    return person[field] || (field === 'name' ? null : '-');
  }
  if (typeof value !== 'string') return null;
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return printedDay.format(new Date(`${value}T00:00:00Z`));
  if (kind === 'time') return value.replace(':', '.');
  if (kind === 'money' && /^\d+$/.test(value)) return `Rp${grouped(value)},00`;
  if (kind === 'number') return value.replace('.', ',');
  return value;
}

/** The stored form of a value, also from the printed words that drafts held earlier; empty where it is neither. */
export function storedForm(kind: string, value: string | null): string {
  if (value === null) return '';
  if (kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const [, day, name, year] = /(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(value) ?? [];
    const month = months.indexOf(name ?? '') + 1;
    return month === 0 ? '' : `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  }
  if (kind === 'time') return /^\d{2}[.:]\d{2}$/.test(value) ? value.replace('.', ':') : '';
  if (kind === 'money') return value.replace(/,00$/, '').replaceAll(/\D/g, '');
  return value;
}
