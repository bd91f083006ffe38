import { expect, test } from 'vitest';
import { patternFault, printNumber, yearOf } from './rules.ts';

const parts = { classification: '000.1.5', seq: 1204, unitCode: 'Setda', date: '2026-11-24' };

test.each([
  ['{classification}/{seq}/{unit}', '000.1.5/1204/Setda'],
  ['{classification}/{seq}/{unit}/{year}', '000.1.5/1204/Setda/2026'],
  ['{seq}/{unit}/{month_roman}/{year}', '1204/Setda/XI/2026'],
])('%s prints %s', (pattern, number) => {
  expect(patternFault(pattern)).toBeNull();
  expect(printNumber(pattern, parts)).toBe(number);
});

test.each([
  ['{classification}/{seq}', /\{unit\}/],
  ['{classification}/{unit}', /\{seq\}/],
  ['{seq}/{unit}/{kota}', /\{kota\}/],
  ['{seq}/{unit}/{', /berpasangan/],
])('%s is refused', (pattern, reason) => {
  expect(patternFault(pattern)).toMatch(reason);
});

test('the last and the first day of a year belong to different series', () => {
  expect([yearOf('2026-12-31'), yearOf('2027-01-01')]).toEqual([2026, 2027]);
});
