import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateIn } from '../core/clock.ts';
import { disposalEvents, disposalStates, disposalStep, disposalSteps, stepsForward } from './lifecycle.ts';
import {
  addDays,
  addYears,
  destructionAuthority,
  disposalObstacle,
  finalDispositions,
  type RetentionFacts,
  type RetentionRule,
  retentionOf,
  ruleFor,
} from './retention.ts';

const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1950-01-01', days));
const rule = fc.record({
  classification: fc.constant('000.1'),
  activeYears: fc.integer({ min: 0, max: 40 }),
  inactiveYears: fc.integer({ min: 0, max: 40 }),
  disposition: fc.constantFrom(...finalDispositions),
  triggerText: fc.option(fc.constant('setelah pemeriksaan')),
}) satisfies fc.Arbitrary<RetentionRule>;
const facts = fc
  .record({
    state: fc.constantFrom('open', 'closed', 'inactive', 'handed_over', 'destroyed'),
    closed: day,
    triggerOn: fc.option(day),
    reassessed: fc.constantFrom('destroy', 'permanent', null),
    isHeld: fc.boolean(),
  })
  .map(({ closed, ...rest }): RetentionFacts => ({ ...rest, closedOn: rest.state === 'open' ? null : closed }));
const start = fc.constantFrom('closing', 'year_end');
const closed = (closedOn: string, more: Partial<RetentionFacts> = {}): RetentionFacts => ({
  state: 'closed',
  closedOn,
  triggerOn: null,
  reassessed: null,
  isHeld: false,
  ...more,
});
const years = (activeYears: number, inactiveYears: number): RetentionRule => ({
  classification: '000',
  activeYears,
  inactiveYears,
  disposition: 'destroy',
  triggerText: null,
});

test.each([
  // Closed on the last day of a year: two full years follow.
  ['2024-12-31', 2, 3, 'closing', '2025-01-01', '2026-12-31', '2029-12-31'],
  // The day after is 29 February; no period is shorter than a year.
  ['2024-02-28', 1, 1, 'closing', '2024-02-29', '2025-02-28', '2026-02-28'],
  ['2024-02-28', 4, 0, 'closing', '2024-02-29', '2028-02-28', '2028-02-28'],
  ['2023-02-28', 1, 1, 'closing', '2023-03-01', '2024-02-29', '2025-02-28'],
  // From the year's end whatever the day of closing.
  ['2026-01-01', 2, 3, 'year_end', '2027-01-01', '2028-12-31', '2031-12-31'],
  ['2026-12-31', 2, 3, 'year_end', '2027-01-01', '2028-12-31', '2031-12-31'],
  // No active years: due at once on the day after.
  ['2026-06-30', 0, 0, 'closing', '2026-07-01', '2026-06-30', '2026-06-30'],
] as const)(
  'closed on %s, %i + %i years from %s',
  (closedOn, active, inactive, from, startsOn, activeUntil, inactiveUntil) => {
    const known = retentionOf(closed(closedOn), years(active, inactive), from, closedOn);
    expect(known).toMatchObject({ startsOn, activeUntil, inactiveUntil });
  },
);

test('a period is never shorter than its years, and at most one day longer than the calendar says', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 80 }), (from, count) => {
      const to = addYears(from, count);
      expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(count);
      const sameDay = to.slice(5) === from.slice(5);
      expect(sameDay || (from.slice(5) === '02-29' && to.slice(5) === '03-01')).toBe(true);
    }),
  );
});

test('dates are ordered: closing before start, start no later than the day after each end, active before inactive', () => {
  fc.assert(
    fc.property(facts, rule, start, day, (known, years, from, today) => {
      const { startsOn, activeUntil, inactiveUntil } = retentionOf(known, years, from, today);
      if (startsOn === null || activeUntil === null || inactiveUntil === null) {
        expect([startsOn, activeUntil, inactiveUntil]).toEqual([null, null, null]);
        expect(known.closedOn === null || (years.triggerText !== null && known.triggerOn === null)).toBe(true);
        return;
      }
      expect(startsOn > (known.closedOn ?? '')).toBe(true);
      expect(activeUntil >= addDays(startsOn, -1)).toBe(true);
      expect(inactiveUntil >= activeUntil).toBe(true);
    }),
  );
});

test('time only moves a dossier forward: what is due stays due while nothing changes', () => {
  const order = ['active', 'transfer_due', 'inactive', 'disposal_due'];
  fc.assert(
    fc.property(facts, rule, start, day, fc.nat(30_000), (known, years, from, today, later) => {
      const before = retentionOf(known, years, from, today).phase;
      const after = retentionOf(known, years, from, addDays(today, later)).phase;
      const steps = [order.indexOf(before), order.indexOf(after)] as const;
      expect(steps[0] < 0 ? after === before : steps[1] >= steps[0]).toBe(true);
    }),
  );
});

test('more years never make anything due earlier, and a changed rule recounts all that is not disposed of', () => {
  fc.assert(
    fc.property(facts, rule, start, day, fc.nat(20), fc.nat(20), (known, first, from, today, active, inactive) => {
      const longer = {
        ...first,
        activeYears: first.activeYears + active,
        inactiveYears: first.inactiveYears + inactive,
      };
      const a = retentionOf(known, first, from, today);
      const b = retentionOf(known, longer, from, today);
      expect((b.activeUntil ?? '') >= (a.activeUntil ?? '')).toBe(true);
      expect((b.inactiveUntil ?? '') >= (a.inactiveUntil ?? '')).toBe(true);
      for (const phase of ['transfer_due', 'disposal_due'] as const) if (b.phase === phase) expect(a.phase).toBe(phase);
      if (known.state === 'destroyed' || known.state === 'handed_over') expect(b.phase).toBe(a.phase);
    }),
  );
});

test("a later closing or event is never due earlier; the year's end never earlier than the closing", () => {
  fc.assert(
    fc.property(facts, rule, day, fc.nat(5_000), (known, years, today, later) => {
      if (known.closedOn === null) return;
      const moved = { ...known, closedOn: addDays(known.closedOn, later) };
      for (const from of ['closing', 'year_end'] as const) {
        const a = retentionOf(known, years, from, today);
        const b = retentionOf(moved, years, from, today);
        expect((b.inactiveUntil ?? '') >= (a.inactiveUntil ?? '')).toBe(true);
      }
      const closing = retentionOf(known, years, 'closing', today).inactiveUntil ?? '';
      expect((retentionOf(known, years, 'year_end', today).inactiveUntil ?? '') >= closing).toBe(true);
    }),
  );
});

test('a hold, a missing rule, an open dossier or an unassessed one is never destroyed, whatever the day', () => {
  fc.assert(
    fc.property(facts, fc.option(rule), start, day, (known, years, from, today) => {
      const retention = retentionOf(known, years, from, today);
      const may = disposalObstacle('destruction', retention) === null;
      if (known.isHeld || years === null || known.state !== 'inactive') expect(may).toBe(false);
      if (may) {
        expect(retention.disposition).toBe('destroy');
        expect(today > (retention.inactiveUntil ?? '9999')).toBe(true);
      }
      // Never both ways.
      expect(may && disposalObstacle('handover', retention) === null).toBe(false);
    }),
  );
});

test('lifting a hold gives back exactly what was before', () => {
  fc.assert(
    fc.property(facts, rule, start, day, (known, years, from, today) => {
      const free = retentionOf({ ...known, isHeld: false }, years, from, today);
      const held = retentionOf({ ...known, isHeld: true }, years, from, today);
      expect({ ...held, isHeld: false }).toEqual(free);
    }),
  );
});

test("the day turns at midnight of the regency's zone", () => {
  // 17:30 UTC on 31 December is the new year in Java, in Bali and in Papua; 16:30 UTC only east of Java.
  const known = closed('2024-12-31');
  const phase = (zone: string, at: string) =>
    retentionOf(known, years(1, 1), 'closing', dateIn(zone, new Date(at))).phase;
  expect(phase('Asia/Jakarta', '2025-12-31T17:30:00Z')).toBe('transfer_due');
  expect(phase('Asia/Jakarta', '2025-12-31T16:30:00Z')).toBe('active');
  expect(phase('Asia/Makassar', '2025-12-31T16:30:00Z')).toBe('transfer_due');
  expect(phase('Asia/Jayapura', '2025-12-31T15:30:00Z')).toBe('transfer_due');
});

test('the most specific code counts; digits are no prefix', () => {
  const rules = ['000', '000.1', '000.1.2.3', '800.1.11'].map((classification) => ({ classification }));
  const found = (code: string) => ruleFor(code, rules)?.classification ?? null;
  expect(['000.1.2.3', '000.1.2.4', '000.1', '000.10', '800.1.1', '800.1.11.4', '900'].map(found)).toEqual([
    '000.1.2.3',
    '000.1',
    '000.1',
    '000',
    null,
    '800.1.11',
    null,
  ]);
});

test('ten years of retention need the head of ANRI', () => {
  expect([
    destructionAuthority(years(4, 5)),
    destructionAuthority(years(5, 5)),
    destructionAuthority(years(0, 10)),
  ]).toEqual(['regent', 'anri', 'anri']);
});

test('no step of a proceeding can be left out, repeated or undone', () => {
  for (const kind of ['transfer', 'destruction', 'handover'] as const) {
    const way = stepsForward(kind);
    way.forEach((step, index) => {
      expect(step.from).toBe(way[index - 1]?.to ?? 'draft');
      // Each event of the way forward happens in one state only.
      expect(disposalSteps.filter((each) => each.kind === kind && each.event === step.event)).toHaveLength(1);
    });
    for (const from of ['executing', 'done', 'cancelled'] as const) {
      const open = disposalEvents.filter((event) => disposalStep(kind, from, event) !== null);
      expect(open).toEqual(kind === 'destruction' && from === 'executing' ? ['finish'] : []);
    }
  }
  expect(disposalStates.length).toBe(7);
});
