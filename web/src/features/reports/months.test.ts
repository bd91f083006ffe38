import { expect, test } from 'vitest';
import { lastMonths, monthName } from './months.ts';

test('months go back over the turn of the year', () => {
  expect(lastMonths(3, '2027-01-31')).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(monthName('2026-11', 'id')).toBe('November 2026');
});
