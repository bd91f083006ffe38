import { dayOf } from '../../lib/dates.ts';

export { instantOf, shownTime, timeOf } from '../../lib/times.ts';

/** Things with a beginning under their days, in the order of time. */
export function byDay<T extends { startsAt: string }>(
  items: readonly T[],
  timeZone: string,
): { day: string; items: T[] }[] {
  const sorted = [...items].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const days = new Map<string, T[]>();
  for (const item of sorted) {
    const day = dayOf(new Date(item.startsAt), timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, found]) => ({ day, items: found }));
}
