import { dateIn, startOfDate } from '../core/clock.ts';

/** When an office works. */
export interface WorkingHours {
  /** ISO days of the week, 1 for Monday; at least one. */
  days: readonly number[];
  /** Minutes after midnight. */
  opens: number;
  closes: number;
}

export interface WorkingCalendar extends WorkingHours {
  timeZone: string;
  /** ISO dates without work: national holidays and collective leave. */
  holidays: ReadonlySet<string>;
}

const minuteMs = 60_000;
/** An office that never works would have no deadline to find. */
const longestSearchDays = 3_660;

/** The date `days` after an ISO date. */
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/**
 * The instant at which `minutes` of working time have passed since `start`. Nights, days off and holidays do not count;
 * what starts outside working hours starts with the next ones.
 * @throws Error when the calendar leaves no working time
 */
export function addWorkingMinutes(start: Date, minutes: number, calendar: WorkingCalendar): Date {
  const { timeZone, opens, closes } = calendar;
  let left = minutes * minuteMs;
  let date = dateIn(timeZone, start);
  for (let day = 0; day < longestSearchDays; day += 1, date = addDays(date, 1)) {
    if (!calendar.days.includes(weekday(date)) || calendar.holidays.has(date)) continue;
    const midnight = startOfDate(date, timeZone).getTime();
    const from = Math.max(midnight + opens * minuteMs, start.getTime());
    const span = midnight + closes * minuteMs - from;
    if (span <= 0) continue;
    if (left <= span) return new Date(from + left);
    left -= span;
  }
  throw new Error('no working time in ten years');
}
