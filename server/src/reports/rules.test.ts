import { expect, test } from 'vitest';
import { countBy, periodDays, periodLabel, type ReportLetter } from './rules.ts';

test('a month ends where the next begins, also in December', () => {
  expect(periodDays('2026-12')).toEqual({ from: '2026-12-01', before: '2027-01-01' });
  expect(periodDays('2026-09')).toEqual({ from: '2026-09-01', before: '2026-10-01' });
  expect(periodLabel('2026-11')).toBe('November 2026');
});

test('letters are counted by direction, the most frequent label first', () => {
  const letter = (type: string, direction: ReportLetter['direction']): ReportLetter => ({
    type,
    direction,
    number: null,
    date: null,
    unit: '',
    isCancelled: false,
    subject: null,
  });
  const rows = countBy(
    [letter('Edaran', 'outgoing'), letter('Undangan', 'incoming'), letter('Undangan', 'outgoing')],
    (each) => each.type,
  );
  expect(rows).toEqual([
    { label: 'Undangan', outgoing: 1, incoming: 1 },
    { label: 'Edaran', outgoing: 1, incoming: 0 },
  ]);
});
