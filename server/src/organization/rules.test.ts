import { expect, test } from 'vitest';
import { dayBefore, delegationFault } from './rules.ts';

test('the day before the first of a month and of a year', () => {
  expect([dayBefore('2026-03-01'), dayBefore('2027-01-01')]).toEqual(['2026-02-28', '2026-12-31']);
});

const now = new Date('2026-11-24T02:00:00Z');
test.each([
  ['2026-11-24T02:00:00Z', '2026-11-25T02:00:00Z', null],
  ['2026-11-25T02:00:00Z', '2026-11-25T02:00:00Z', /sesudah awalnya/],
  ['2026-11-20T02:00:00Z', '2026-11-24T02:00:00Z', /sudah lewat/],
  ['2026-11-24T02:00:00Z', '2028-11-24T02:00:00Z', /satu tahun/],
])('a delegation from %s to %s', (from, to, reason) => {
  const fault = delegationFault(new Date(from), new Date(to), now);
  if (reason === null) expect(fault).toBeNull();
  else expect(fault).toMatch(reason);
});
