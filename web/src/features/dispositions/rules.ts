import { dayOf } from '../../lib/dates.ts';
import { officeTimeZone } from '../../lib/office.ts';

/** Deadlines as words; `date` is one picked from the calendar. */
export const dueWords = ['none', 'today', 'tomorrow', 'friday', 'week', 'date'] as const;
export type DueWord = (typeof dueWords)[number];

const friday = 5;

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The date that a word means, in the regency's zone; null for none. On a Friday and after it, "Friday" is the next one.
 */
export function dueDate(word: DueWord, picked: string, now: Date = new Date(), zone = officeTimeZone()): string | null {
  const today = dayOf(now, zone);
  switch (word) {
    case 'today':
      return today;
    case 'tomorrow':
      return plusDays(today, 1);
    case 'friday': {
      const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
      return plusDays(today, (friday - weekday + 7) % 7 || 7);
    }
    case 'week':
      return plusDays(today, 7);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(picked) ? picked : null;
    case 'none':
      return null;
  }
}

/** A flat list as a tree in reading order, each with its depth. A parent that one may not see makes a root. */
export function asTree<T extends { id: string; parentId: string | null }>(
  items: readonly T[],
): { item: T; depth: number }[] {
  const known = new Set(items.map(({ id }) => id));
  const below = (parent: string | null, depth: number): { item: T; depth: number }[] =>
    items
      .filter((item) =>
        parent === null ? item.parentId === null || !known.has(item.parentId) : item.parentId === parent,
      )
      .flatMap((item) => [{ item, depth }, ...below(item.id, depth + 1)]);
  return below(null, 0);
}
