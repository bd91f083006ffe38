import { expect, test } from 'vitest';
import { byDay, instantOf, timeOf } from './rules.ts';

test.each([
  ['Asia/Jakarta', '2026-11-30T02:00:00.000Z'],
  ['Asia/Makassar', '2026-11-30T01:00:00.000Z'],
  ['Asia/Jayapura', '2026-11-30T00:00:00.000Z'],
])('nine o’clock in %s is %s, and back', (timeZone, instant) => {
  expect(instantOf('2026-11-30', '09:00', timeZone)).toBe(instant);
  expect(timeOf(instant, timeZone)).toBe('09:00');
});

test('meetings stand under their day in the office’s zone, in the order of time', () => {
  const late = { startsAt: '2026-11-30T18:00:00.000Z' };
  const early = { startsAt: '2026-11-30T02:00:00.000Z' };
  expect(byDay([late, early], 'Asia/Jakarta')).toEqual([
    { day: '2026-11-30', items: [early] },
    { day: '2026-12-01', items: [late] },
  ]);
});
