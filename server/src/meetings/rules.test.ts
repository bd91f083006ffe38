import { describe, expect, test } from 'vitest';
import { isCheckInOpen, readDate, readInvitation, readTimes, spanFault } from './rules.ts';

describe('what an invitation says', () => {
  test.each([
    ['Senin, 30 November 2026', '2026-11-30'],
    ['2026-12-01', '2026-12-01'],
    ['1 Desember 2026 sampai 3 Desember 2026', '2026-12-01'],
    ['31 Februari 2026', null],
    ['minggu depan', null],
    ['30 Novembre 2026', null],
  ])('%s is the date %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  test.each([
    ['09.00 WIB s.d. 11.30 WIB', ['09:00', '11:30']],
    ['pukul 8:05', ['08:05', null]],
    ['25.00', [null, null]],
    ['selesai', [null, null]],
  ])('%s is the time %j', (text, times) => {
    expect(readTimes(text)).toEqual(times);
  });

  test('is read from the lines of its body, and nothing else of it', () => {
    const row = (label: string, text: string) => ({
      type: 'detailsRow',
      attrs: { label },
      content: [{ type: 'text', text }],
    });
    const body = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Kami mengundang Saudara pada 1 Januari 2020.' }] },
        {
          type: 'details',
          content: [
            row('Hari, tanggal', 'Senin, 30 November 2026'),
            row('Waktu', '09.00 s.d. 11.00'),
            row('Tempat', 'Ruang Rapat Setda'),
          ],
        },
      ],
    };
    expect(readInvitation(body)).toEqual({
      date: '2026-11-30',
      startTime: '09:00',
      endTime: '11:00',
      place: 'Ruang Rapat Setda',
    });
    expect(readInvitation(null)).toEqual({ date: null, startTime: null, endTime: null, place: null });
  });
});

const startsAt = new Date('2026-11-30T02:00:00Z');
const endsAt = new Date('2026-11-30T04:00:00Z');

test.each([
  ['2026-11-30T00:59:59Z', false],
  ['2026-11-30T01:00:00Z', true],
  ['2026-11-30T05:59:59Z', true],
  ['2026-11-30T06:00:00Z', false],
])('at %s the attendance list is open: %s', (now, open) => {
  expect(isCheckInOpen({ startsAt, endsAt, state: 'planned' }, new Date(now))).toBe(open);
  expect(isCheckInOpen({ startsAt, endsAt, state: 'cancelled' }, new Date(now))).toBe(false);
});

test('a meeting ends after it begins, within a month', () => {
  expect(spanFault(startsAt, endsAt)).toBeNull();
  expect(spanFault(endsAt, startsAt)).toMatch(/sesudah/);
  expect(spanFault(startsAt, startsAt)).toMatch(/sesudah/);
  expect(spanFault(startsAt, new Date('2027-01-15T00:00:00Z'))).toMatch(/31 hari/);
});
