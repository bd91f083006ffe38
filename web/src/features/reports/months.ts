import { dayOf } from '../../lib/dates.ts';

/** The last months as `YYYY-MM`, the present one first. */
export function lastMonths(count = 24, today: string = dayOf(new Date())): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** "November 2026". */
export function monthName(period: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : 'id-ID';
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${period}-01T00:00:00Z`),
  );
}
