import { describe, expect, test } from 'vitest';
import { endOfDate, startOfDate } from '../core/clock.ts';
import { compareVersions, type VersionOfClauses } from './changes.ts';
import { acceptedIn, agreementActs, agreementStates, dateFaults, transition } from './rules.ts';

test('every act leads somewhere in the states that accept it and nowhere else', () => {
  for (const act of agreementActs) {
    for (const state of agreementStates) {
      expect(transition(state, act, 2) !== null, `${act} in ${state}`).toBe(acceptedIn[act].includes(state));
    }
  }
  expect(transition('proposed', 'sign', 2)).toBe('signing');
  expect(transition('signing', 'sign', 1)).toBe('signed');
});

test('dates: the end after the start, not past, within five years', () => {
  const faults = (startsOn: string, endsOn: string) =>
    dateFaults(startsOn, endsOn, '2026-11-24').map((fault) => fault.path);
  expect(faults('2026-11-24', '2026-11-24')).toEqual([]);
  expect(faults('2027-01-02', '2027-01-01')).toEqual(['endsOn']);
  expect(faults('2026-01-01', '2026-11-23')).toEqual(['endsOn']);
  expect(faults('2027-01-01', '2032-01-01')).toEqual([]);
  expect(faults('2027-01-01', '2032-01-02')).toEqual(['endsOn']);
  expect(faults('2028-02-29', '2033-02-28')).toEqual([]);
  expect(faults('2028-02-29', '2033-03-01')).toEqual(['endsOn']);
});

test('the last day counts to its end in each of the three zones', () => {
  for (const [zone, hours] of [
    ['Asia/Jakarta', 7],
    ['Asia/Makassar', 8],
    ['Asia/Jayapura', 9],
  ] as const) {
    expect(startOfDate('2027-01-01', zone).toISOString()).toBe(`2026-12-31T${24 - hours}:00:00.000Z`);
    expect(endOfDate('2027-01-01', zone).toISOString()).toBe(`2027-01-01T${24 - hours}:00:00.000Z`);
  }
});

describe('what changed between versions', () => {
  const version = (
    number: number,
    tenantSlug: string,
    clauses: Record<string, string>,
    isProposed = false,
  ): VersionOfClauses => ({
    version: number,
    tenantSlug,
    author: `admin ${tenantSlug}`,
    isProposed,
    clauses: Object.entries(clauses).map(([title, text]) => ({ title, text: [text] })),
  });

  test('is told against the version that the signers saw, with who brought the wording', () => {
    const comparison = compareVersions([
      version(1, 'sumedang', { Tujuan: 'a', Biaya: 'b', Lain: 'c' }, true),
      version(2, 'lebak', { Tujuan: 'a', Biaya: 'b', Lain: 'c' }),
      version(3, 'lebak', { Tujuan: 'a', Biaya: 'baru', Lain: 'c' }),
      version(4, 'sumedang', { Tujuan: 'a', Biaya: 'baru', Tambahan: 'd' }),
    ]);
    expect(comparison.base).toBe(1);
    expect(comparison.changes).toEqual([
      null,
      { kind: 'changed', version: 3, tenantSlug: 'lebak', author: 'admin lebak', before: ['b'] },
      { kind: 'added', version: 4, tenantSlug: 'sumedang', author: 'admin sumedang', before: null },
    ]);
    expect(comparison.removed).toEqual([{ title: 'Lain', text: ['c'] }]);
  });

  test('is nothing for a first version and for a wording that came back', () => {
    expect(compareVersions([version(1, 'lebak', { Tujuan: 'a' })]).changes).toEqual([null]);
    const back = [
      version(1, 'lebak', { Tujuan: 'a' }),
      version(2, 'lebak', { Tujuan: 'b' }),
      version(3, 'lebak', { Tujuan: 'a' }),
    ];
    expect(compareVersions(back).changes).toEqual([null]);
  });
});
