import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePattern, couldClash, type NumberPattern, patternFault, placeFor, printNumber, yearOf } from './rules.ts';

const parts = {
  classification: '000.1.5',
  seq: 15,
  sub: 0,
  unitCode: 'OR',
  typeCode: 'SE',
  secrecy: 'biasa',
  date: '2026-08-24',
};

test.each([
  // As printed in regencies and ministries, with where it was seen (domain facts, Numbers).
  ['{classification}/{seq}/{unit}', '000.1.5/15/OR'],
  ['{classification}/{seq}/{unit}/{year}', '000.1.5/15/OR/2026'],
  ['{classification}/{seq} TAHUN {year}', '000.1.5/15 TAHUN 2026'],
  ['{secrecy}-{seq:3}/{classification}/{unit}/{month_roman}/{year}', 'B-015/000.1.5/OR/VIII/2026'],
  ['{secrecy}.{classification}/{seq}/{unit}/{year}', 'B.000.1.5/15/OR/2026'],
  ['{type}/{seq}/{unit}/{month}', 'SE/15/OR/08'],
])('%s prints %s', (pattern, number) => {
  expect(patternFault(pattern, { type: 'surat_edaran' })).toBeNull();
  expect(printNumber(pattern, parts)).toBe(number);
});

test('a letter of an earlier date has a part behind its sequence', () => {
  expect(printNumber('{seq:3}/{unit}', { ...parts, seq: 5, sub: 1 })).toBe('005.1/OR');
});

test.each([
  ['{classification}/{seq}', {}, /\{unit\}/],
  ['{classification}/{unit}', {}, /\{seq\}/],
  ['{classification} TAHUN {year}', { type: 'surat_edaran' }, /\{seq\}/],
  ['{seq}/{unit}/{kota}', {}, /\{kota\}/],
  ['{seq}/{unit:3}', {}, /\{unit:3\}/],
  ['{seq}/{unit}/{', {}, /berpasangan/],
  ['{seq}/{unit}/{NOMOR}', {}, /\{NOMOR\}/],
  ['{seq}-{seq}/{unit}', {}, /lebih dari sekali/],
  ['{seq}/{unit}', { type: 'memo', reset: 'monthly' as const }, /\{month\}/],
])('%s is refused', (pattern, forWhat, reason) => {
  expect(patternFault(pattern, forWhat)).toMatch(reason);
});

test('the last and the first day of a year belong to different series', () => {
  expect([yearOf('2026-12-31'), yearOf('2027-01-01')]).toEqual([2026, 2027]);
});

describe('which pattern counts', () => {
  const general = { series: 'shared', reset: 'yearly' } as const;
  const patterns: NumberPattern[] = [
    { ...general, type: null, unitId: 'dinas', pattern: 'unit' },
    { ...general, type: 'surat_edaran', unitId: null, pattern: 'type' },
    { ...general, type: 'surat_edaran', unitId: 'dinas', pattern: 'both' },
  ];
  test.each([
    ['surat_edaran', 'dinas', 'both'],
    ['surat_edaran', 'setda', 'type'],
    ['surat_dinas', 'dinas', 'unit'],
    ['surat_dinas', 'setda', 'office'],
  ])('for %s of %s the most specific: %s', (type, unitId, expected) => {
    expect(choosePattern(patterns, { type, unitId }, 'office').pattern).toBe(expected);
  });
});

const literal = fc.stringMatching(/^[A-Za-z0-9/. -]{0,6}$/);
const token = fc.constantFrom(
  '{classification}',
  '{unit}',
  '{type}',
  '{secrecy}',
  '{year}',
  '{month}',
  '{month_roman}',
);
/** Patterns that an administrator could save for all types. */
const usable = fc
  .tuple(fc.array(fc.oneof(literal, token), { maxLength: 5 }), fc.constantFrom('{seq}', '{seq:3}', '{seq:5}'), literal)
  .map(([pieces, seq, between]) => `${pieces.join('')}${seq}/${between}{unit}`)
  .filter((pattern) => patternFault(pattern) === null);

describe('for any pattern that can be saved', () => {
  test('two numbers of one series are never alike on one day', () => {
    const places = fc.uniqueArray(
      fc.record({ seq: fc.integer({ min: 1, max: 99_999 }), sub: fc.integer({ min: 0, max: 9 }) }),
      {
        selector: ({ seq, sub }) => `${seq}.${sub}`,
        minLength: 2,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(usable, places, (pattern, taken) => {
        const printed = taken.map((place) => printNumber(pattern, { ...parts, ...place }));
        expect(new Set(printed).size).toBe(printed.length);
      }),
    );
  });

  test('nothing in braces is left', () => {
    fc.assert(
      fc.property(usable, (pattern) => {
        expect(printNumber(pattern, parts)).not.toMatch(/[{}]/);
      }),
    );
  });
});

test('the same pattern in two series is a clash, either way round, unless it prints the type', () => {
  const own = (type: string, pattern: string): NumberPattern => ({
    type,
    unitId: null,
    pattern,
    series: 'own',
    reset: 'yearly',
  });
  fc.assert(
    fc.property(usable, (pattern) => {
      const [one, other] = [own('surat_edaran', pattern), own('instruksi', pattern)];
      expect(couldClash(one, other)).toBe(!pattern.includes('{type}'));
      expect(couldClash(other, one)).toBe(couldClash(one, other));
      expect(couldClash(one, one)).toBe(false);
      const printed = (typeCode: string) => printNumber(pattern, { ...parts, typeCode });
      if (!couldClash(one, other)) expect(printed('SE')).not.toBe(printed('INS'));
    }),
  );
});

describe('a letter of an earlier date', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);

  test('takes the next number where none of a later day was given', () => {
    expect(placeFor([{ seq: 1, sub: 0, dated: '2026-11-02' }], '2026-11-02')).toEqual({ seq: 2, sub: 0 });
  });

  test('stands behind the last number of its day', () => {
    const taken = [
      { seq: 1, sub: 0, dated: '2026-11-02' },
      { seq: 2, sub: 0, dated: '2026-11-05' },
    ];
    expect(placeFor(taken, '2026-11-03')).toEqual({ seq: 1, sub: 1 });
    expect(placeFor([...taken, { seq: 1, sub: 1, dated: '2026-11-03' }], '2026-11-04')).toEqual({ seq: 1, sub: 2 });
  });

  test('never takes a place twice, leaves no gap, and keeps whole numbers in the order of their days', () => {
    const act = fc.record({ date: days, isBackDated: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const taken: { seq: number; sub: number; dated: string }[] = [];
        let today = '2026-11-01';
        for (const { date, isBackDated } of acts) {
          if (!isBackDated && date > today) today = date;
          const dated = isBackDated && date < today ? date : today;
          taken.push({ ...placeFor(taken, dated), dated });
        }
        const keys = taken.map(({ seq, sub }) => `${seq}.${sub}`);
        expect(new Set(keys).size).toBe(keys.length);
        const whole = taken.filter(({ sub }) => sub === 0).sort((a, b) => a.seq - b.seq);
        expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, index) => index + 1));
        expect(whole.map(({ dated }) => dated)).toEqual(whole.map(({ dated }) => dated).sort());
      }),
    );
  });
});
