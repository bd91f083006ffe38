import { formatDate } from './document-parts.ts';

const units = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];
const scales = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'];

/** The largest number that `inWords` says: below a thousand kuadriliun. */
export const mostInWords = 999_999_999_999_999_999n;

function belowThousand(number: number): string {
  if (number < 12) return units[number] ?? '';
  if (number < 20) return `${units[number - 10]} belas`;
  if (number < 100) return `${units[Math.floor(number / 10)]} puluh ${units[number % 10]}`.trimEnd();
  const hundreds = Math.floor(number / 100);
  return `${hundreds === 1 ? 'seratus' : `${units[hundreds]} ratus`} ${belowThousand(number % 100)}`.trimEnd();
}

/**
 * A whole number in Indonesian words (terbilang): 1250000n → "satu juta dua ratus lima puluh ribu".
 * @throws RangeError above `mostInWords`
 */
export function inWords(number: bigint): string {
  if (number < 0n) return `minus ${inWords(-number)}`;
  if (number > mostInWords) throw new RangeError('too large for words');
  if (number === 0n) return 'nol';
  const parts: string[] = [];
  let rest = number;
  for (const scale of scales) {
    const group = Number(rest % 1000n);
    rest /= 1000n;
    if (group === 0) continue;
    // A single thousand has a word of its own; a single million has not.
    parts.unshift(group === 1 && scale === 'ribu' ? 'seribu' : `${belowThousand(group)} ${scale}`.trimEnd());
  }
  return parts.join(' ');
}

/** Digits in groups of three, as Indonesian letters write them: 1250000n → "1.250.000". Not by ICU, whose data varies. */
export const grouped = (number: bigint): string => number.toString().replace(/\B(?=(\d{3})+$)/g, '.');

/** 1250000n → "Rp1.250.000,00". */
export const rupiah = (amount: bigint): string => `Rp${grouped(amount)},00`;

/** 1250000n → "satu juta dua ratus lima puluh ribu rupiah". */
export const rupiahInWords = (amount: bigint): string => `${inWords(amount)} rupiah`;

/** A canonical decimal ("-1234.5") as letters write it: "-1.234,5". */
export function printedNumber(decimal: string): string {
  const [whole = '0', fraction] = decimal.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  return `${sign}${grouped(BigInt(whole.replace('-', '')))}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A canonical decimal in words: "3.05" → "tiga koma nol lima". */
export function numberInWords(decimal: string): string {
  const [whole = '0', fraction] = decimal.split('.');
  const words = inWords(BigInt(whole.replace('-', '')));
  const digits = [...(fraction ?? '')].map((digit) => (digit === '0' ? 'nol' : (units[Number(digit)] ?? '')));
  const all = digits.length === 0 ? words : `${words} koma ${digits.join(' ')}`;
  return whole.startsWith('-') ? `minus ${all}` : all;
}

const dayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** Whether this is a date of the calendar, `YYYY-MM-DD`; 30 February is none. */
export function isDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

const dayName = (iso: string): string => dayNames[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? '';

/** `2026-11-30` → "Senin, 30 November 2026". */
export const dateWithDay = (iso: string): string => `${dayName(iso)}, ${formatDate(iso)}`;

/** As minutes of an event begin: "Senin tanggal tiga puluh bulan November tahun dua ribu dua puluh enam". */
export function dateInWords(iso: string): string {
  const [, month = ''] = formatDate(iso).split(' ');
  const [year, , day] = iso.split('-').map((part) => inWords(BigInt(part)));
  return `${dayName(iso)} tanggal ${day} bulan ${month} tahun ${year}`;
}
