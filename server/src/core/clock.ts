/** The time as the product sees it. Tests hand in their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

// Making one costs more than answering a request; there are three zones.
const formats = new Map<string, Intl.DateTimeFormat>();

function isoDate(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** The calendar date (YYYY-MM-DD) of an instant in a time zone such as `Asia/Jakarta`. */
export const dateIn = (timeZone: string, at: Date): string => isoDate(timeZone).format(at);

/**
 * The instant at which a date begins in a time zone. Indonesia's three zones have no daylight saving, so the offset
 * at noon UTC of that day is the day's offset.
 */
export function startOfDate(date: string, timeZone: string): Date {
  const noon = new Date(`${date}T12:00:00Z`);
  const local = new Date(noon.toLocaleString('en-US', { timeZone }));
  const utc = new Date(noon.toLocaleString('en-US', { timeZone: 'UTC' }));
  return new Date(Date.parse(`${date}T00:00:00Z`) - (local.getTime() - utc.getTime()));
}

/** The instant right after a date's last moment in a time zone. */
export const endOfDate = (date: string, timeZone: string): Date =>
  new Date(startOfDate(date, timeZone).getTime() + 86_400_000);
