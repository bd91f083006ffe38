import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeClauses } from './merging.ts';
import type { Clause } from './rules.ts';

const clauses = (record: Record<string, string>): Clause[] =>
  Object.entries(record).map(([title, text]) => ({ title, text: [text] }));
const base = clauses({ Tujuan: 'a', Biaya: 'b', Waktu: 'c' });

test('two parties editing different clauses both keep what they wrote', () => {
  const mine = clauses({ Tujuan: 'a1', Biaya: 'b', Waktu: 'c', Baru: 'd' });
  const theirs = clauses({ Pembuka: 'p', Tujuan: 'a', Biaya: 'b1' });
  expect(mergeClauses(base, mine, theirs)).toEqual({
    kind: 'merged',
    clauses: clauses({ Pembuka: 'p', Tujuan: 'a1', Biaya: 'b1', Baru: 'd' }),
  });
});

test('the same clause is a conflict with both wordings, also where one side dropped it', () => {
  const mine = clauses({ Tujuan: 'x', Biaya: 'b' });
  const theirs = clauses({ Tujuan: 'y', Biaya: 'b', Waktu: 'c1' });
  expect(mergeClauses(base, mine, theirs)).toEqual({
    kind: 'conflict',
    conflicts: [
      { title: 'Tujuan', base: ['a'], mine: ['x'], theirs: ['y'] },
      { title: 'Waktu', base: ['c'], mine: null, theirs: ['c1'] },
    ],
  });
});

test('a conflict decided for one’s own wording is settled against the wording that was shown, and no other', () => {
  const mine = clauses({ Tujuan: 'x', Biaya: 'b', Waktu: 'c' });
  const theirs = clauses({ Tujuan: 'y', Biaya: 'b', Waktu: 'c' });
  expect(mergeClauses(base, mine, theirs, [{ title: 'Tujuan', theirs: ['y'] }])).toEqual({
    kind: 'merged',
    clauses: mine,
  });
  expect(mergeClauses(base, mine, theirs, [{ title: 'Tujuan', theirs: ['z'] }]).kind).toBe('conflict');
});

test('an order that one side chose comes through, two different ones do not', () => {
  const [tujuan, biaya, waktu] = base;
  if (!tujuan || !biaya || !waktu) throw new Error('three clauses');
  const turned = [waktu, biaya, tujuan];
  expect(mergeClauses(base, turned, base)).toEqual({ kind: 'merged', clauses: turned });
  expect(mergeClauses(base, base, turned)).toEqual({ kind: 'merged', clauses: turned });
  expect(mergeClauses(base, turned, [biaya, tujuan, waktu])).toEqual({ kind: 'order' });
});

const document = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  .chain((titles) =>
    fc
      .array(fc.constantFrom('1', '2', '3'), { minLength: titles.length, maxLength: titles.length })
      .map((texts) => titles.map((title, i): Clause => ({ title, text: [texts[i] ?? '1'] }))),
  );

test('whatever three texts: nothing is invented, nothing lost, and one side alone decides', () => {
  fc.assert(
    fc.property(document, document, document, (was, mine, theirs) => {
      expect(mergeClauses(was, mine, was)).toEqual({ kind: 'merged', clauses: mine });
      expect(mergeClauses(was, was, theirs)).toEqual({ kind: 'merged', clauses: theirs });
      const merged = mergeClauses(was, mine, theirs);
      if (merged.kind !== 'merged') return;
      const textOf = (list: readonly Clause[], title: string) => list.find((each) => each.title === title)?.text[0];
      expect(new Set(merged.clauses.map(({ title }) => title)).size).toBe(merged.clauses.length);
      for (const title of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const [b, m, t] = [was, mine, theirs].map((list) => textOf(list, title));
        expect(textOf(merged.clauses, title)).toBe(m === b ? t : m);
      }
    }),
    { numRuns: 1000 },
  );
});
