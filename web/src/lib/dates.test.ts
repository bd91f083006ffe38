import { describe, expect, test } from 'vitest';
import { deadlineGroup, deadlineWords, exactInstant, pastWords } from './dates.ts';

// Tuesday 24 November 2026, 10.42 in Sumedang.
const at = { now: new Date('2026-11-24T03:42:00Z'), timeZone: 'Asia/Jakarta', language: 'id' };

describe('when something happened', () => {
  test.each([
    ['2026-11-24T00:45:00Z', 'hari ini 07.45'],
    ['2026-11-23T08:20:00Z', 'kemarin 15.20'],
    ['2026-11-22T02:10:00Z', 'Minggu 09.10'],
    ['2026-11-13T07:31:00Z', 'Jumat 13 Nov 14.31'],
    ['2025-12-30T02:00:00Z', '30 Des 2025 09.00'],
    ['2026-11-23T17:30:00Z', 'hari ini 00.30'],
  ])('%s is %s', (iso, words) => {
    expect(pastWords(iso, at)).toBe(words);
  });
});

describe('a deadline', () => {
  test('within two hours it is urgent and counts minutes', () => {
    expect(deadlineWords('2026-11-24T05:00:00Z', at)).toEqual({
      when: 'Hari ini 12.00',
      left: '78 menit lagi',
      urgent: true,
      late: false,
    });
  });
  test('later today it counts hours and is calm', () => {
    expect(deadlineWords('2026-11-24T09:00:00Z', at)).toMatchObject({ left: '5 jam lagi', urgent: false });
  });
  test('a date is due at the end of its day', () => {
    expect(deadlineWords('2026-11-25', at)).toMatchObject({ when: 'Rabu 25 Nov', left: 'besok' });
    expect(deadlineWords('2026-11-27', at)).toMatchObject({ when: 'Jumat 27 Nov', left: '3 hari lagi' });
    expect(deadlineWords('2026-11-24', at)).toMatchObject({ when: 'Hari ini', late: false });
    expect(deadlineWords('2026-11-22', at)).toMatchObject({ left: 'lewat 2 hari', late: true });
  });
  test('none is said so', () => {
    expect(deadlineWords(null, at)).toEqual({ when: 'Tidak ada', left: null, urgent: false, late: false });
  });
  test('the queue groups by the regency’s calendar, not by UTC', () => {
    expect(deadlineGroup('2026-11-24T16:59:00Z', at)).toBe('today');
    expect(deadlineGroup('2026-11-24T17:01:00Z', at)).toBe('week');
    expect(deadlineGroup('2026-11-23', at)).toBe('late');
    expect(deadlineGroup(null, at)).toBe('none');
  });
});

test('what binds carries its hour and its zone', () => {
  expect(exactInstant('2026-11-24T03:42:00Z', at)).toBe('Selasa, 24 November 2026, 10.42 WIB');
  expect(exactInstant('2026-11-24T03:42:00Z', { ...at, timeZone: 'Asia/Makassar' })).toMatch(/11\.42 WITA$/);
});
