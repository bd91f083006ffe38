import { isDate } from './body-words.ts';

/** The parts of a person that a letter prints. */
export const personFields = ['name', 'nip', 'rank', 'position', 'unit'] as const;

/** A person as the letter keeps them: a copy of the directory on the day of writing, so that old letters stay true. */
export type PersonValue = Record<(typeof personFields)[number], string>;

const monthNumbers = new Map(
  'januari februari maret april mei juni juli agustus september oktober november desember'
    .split(' ')
    .map((name, index) => [name, String(index + 1).padStart(2, '0')]),
);

/**
 * A date as stored: `2026-11-30`, or the printed words "Senin, 30 November 2026" that drafts held earlier.
 * @returns `iso` undefined for other words that end in a date of that form, such as a range; null for no date at all
 */
export function asDate(value: string): { iso: string | undefined } | null {
  const text = value.trim();
  if (isDate(text)) return { iso: text };
  const printed = /(?:^|[^\d])(\d{1,2}) (\p{L}{3,9}) (\d{4})$/u.exec(text);
  const month = monthNumbers.get((printed?.[2] ?? '').toLowerCase());
  const iso = `${printed?.[3]}-${month}-${(printed?.[1] ?? '').padStart(2, '0')}`;
  if (month === undefined || !isDate(iso)) return null;
  return { iso: /^(\p{L}{4,6}, )?\d{1,2} \p{L}+ \d{4}$/u.test(text) ? iso : undefined };
}

/** `09:00`, and `09.00` as printed → "09.00"; null for no time of day. */
export function asTime(value: string): string | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(value.trim());
  return match ? `${(match[1] ?? '').padStart(2, '0')}.${match[2]}` : null;
}

/** Whole rupiah: `1250000`, and "Rp1.250.000,00" as printed; at most 15 digits. */
export function asMoney(value: string): bigint | null {
  const text = value.trim();
  if (/^\d{1,15}$/.test(text)) return BigInt(text);
  if (!/^Rp\d{1,3}(\.\d{3}){0,4},00$/.test(text)) return null;
  return BigInt(text.slice(2, -3).replaceAll('.', ''));
}

/** A decimal with at most 15 digits before and 6 after the point, without leading zeros; null for anything else. */
export function asNumber(value: string): string | null {
  const match = /^(-?)0*(\d{1,15})(?:\.(\d{1,6}))?$/.exec(value.trim());
  if (!match) return null;
  const [, sign = '', whole = '0', fraction] = match;
  return `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}`;
}

const line = (value: unknown): string | null =>
  value === undefined || value === null ? '' : typeof value === 'string' && value.length <= 300 ? value : null;

/** A person's value; a bare text is a name. null when it is neither, or has no name. */
export function readPerson(value: unknown): PersonValue | null {
  if (typeof value === 'string') {
    return value.length <= 2000 && value.trim() !== ''
      ? { name: value, nip: '', rank: '', position: '', unit: '' }
      : null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const parts: PersonValue = { name: '', nip: '', rank: '', position: '', unit: '' };
  for (const field of personFields) {
    const text = line(Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined);
    if (text === null) return null;
    parts[field] = text;
  }
  return parts.name.trim() === '' ? null : parts;
}
