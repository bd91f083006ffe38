import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addWorkingMinutes, type WorkingCalendar } from './working-time.ts';

const calendar: WorkingCalendar = {
  days: [1, 2, 3, 4, 5],
  opens: 7 * 60 + 30,
  closes: 16 * 60,
  timeZone: 'Asia/Jakarta',
  holidays: new Set(['2026-12-25']),
};
const at = (text: string) => new Date(`${text}+07:00`);

it.each([
  ['within a day', '2026-11-24T09:00', 60, '2026-11-24T10:00'],
  ['over night', '2026-11-24T15:30', 60, '2026-11-25T08:00'],
  ['before the office opens', '2026-11-24T05:00', 30, '2026-11-24T08:00'],
  ['over the weekend', '2026-11-27T15:30', 60, '2026-11-30T08:00'],
  ['over a holiday and the weekend after it', '2026-12-24T15:30', 60, '2026-12-28T08:00'],
  ['exactly until closing', '2026-11-24T15:00', 60, '2026-11-24T16:00'],
])('%s', (_, start, minutes, end) => {
  expect(addWorkingMinutes(at(start), minutes, calendar)).toEqual(at(end));
});

it('more minutes never end earlier, and two spans one after the other end where the whole ends', () => {
  const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const minutes = fc.integer({ min: 1, max: 6_000 });
  fc.assert(
    fc.property(start, minutes, minutes, (from, a, b) => {
      const whole = addWorkingMinutes(from, a + b, calendar);
      expect(addWorkingMinutes(addWorkingMinutes(from, a, calendar), b, calendar)).toEqual(whole);
      expect(addWorkingMinutes(from, a, calendar).getTime()).toBeLessThan(whole.getTime());
    }),
  );
});
