import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyText, checkLetterBody, missingVariables } from './body.ts';
import { conditionTests } from './body-condition.ts';
import { readBody } from './body-reader.ts';
import { columnKinds } from './body-variable-table.ts';
import { variableKinds } from './body-variables.ts';
import * as samples from './testing.ts';
import { details, doc, p, table } from './testing.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

const v = (name: string, kind: string, value: unknown, more: object = {}) => ({
  type: 'variable',
  attrs: { name, label: name, kind, value, required: true, ...more },
});
const when = (tests: object[], content: object[], match = 'all') => ({
  type: 'conditional',
  attrs: { condition: { match, tests } },
  content,
});
const is = (variable: string, ...values: string[]) => ({
  variable,
  test: values.length === 1 ? 'equals' : values.length === 0 ? 'filled' : 'one_of',
  values,
});
const people = (value: unknown, more: object = {}) => ({
  type: 'variableTable',
  attrs: {
    name: 'rincian',
    label: 'Rincian',
    columns: [
      { label: 'Uraian', kind: 'text' },
      { label: 'Biaya', kind: 'money' },
    ],
    minRows: 1,
    maxRows: 3,
    numbered: true,
    total: 1,
    value,
    ...more,
  },
});
const siti = {
  name: 'Siti Aminah, S.Sos.',
  nip: '19800101 200501 2 001',
  rank: 'Penata (III/c)',
  position: '',
  unit: 'Diskominfo',
};
const paths = (body: unknown) => checkLetterBody(body).map(({ path }) => path.join('.'));
const at = 'content.0.content.0.attrs.value';

describe('what a place prints', () => {
  it.each([
    ['text', 'Aula\nbesar', {}, 'Aula besar'],
    ['paragraph', 'Baris satu\nBaris dua', {}, 'Baris satu Baris dua'],
    ['date', '2026-11-30', {}, 'Senin, 30 November 2026'],
    ['date', '2026-11-30', { format: 'long' }, '30 November 2026'],
    ['date', 'Kamis s.d. Jumat, 2–3 Mei 2026', {}, 'Kamis s.d. Jumat, 2–3 Mei 2026'],
    ['time', '09:00', {}, '09.00'],
    ['money', '1250000', {}, 'Rp1.250.000,00'],
    ['money', 'Rp1.250.000,00', { format: 'words' }, 'satu juta dua ratus lima puluh ribu rupiah'],
    ['number', '12.5', {}, '12,5'],
    ['number', '3', { format: 'amount_words' }, '3 (tiga)'],
    ['choice', 'Luring', { options: ['Luring', 'Daring'] }, 'Luring'],
    ['person', siti, {}, 'Siti Aminah, S.Sos.'],
    ['person', siti, { format: 'nip' }, '19800101 200501 2 001'],
    ['person', siti, { format: 'position' }, '-'],
    ['text', '#eval("1+1") $x$ {{nama}}', {}, '#eval("1+1") $x$ {{nama}}'],
  ])('%s %s %o → %s', (kind, value, more, printed) => {
    const body = doc(p(v('a', kind, value, more)));
    expect(checkLetterBody(body)).toEqual([]);
    expect(bodyText(body)).toBe(printed);
  });

  it('has one value however often it stands there', () => {
    const body = doc(
      p(v('a', 'money', null)),
      p(v('a', 'money', '5000')),
      p(v('a', 'money', '7000', { format: 'words' })),
    );
    expect(bodyText(body)).toBe('Rp5.000,00\nRp5.000,00\nlima ribu rupiah');
  });

  it('an optional place may stay empty, a hidden one is asked for and not printed', () => {
    const body = doc(p('x', v('a', 'text', null, { required: false }), v('b', 'text', null, { hidden: true })));
    expect(missingVariables(body)).toEqual(['b']);
    expect(bodyText(body)).toBe('x');
    expect(bodyText(doc(p('x', v('b', 'text', 'rahasia', { hidden: true }))))).toBe('x');
  });

  it.each([
    ['money', '-5'],
    ['money', 5],
    ['date', '2026-02-30'],
    ['time', '25:00'],
    ['number', '1,5'],
    ['choice', 'Lain', { options: ['Luring'] }],
    ['person', { name: '', nip: '1' }],
    ['person', { name: 'a', nip: 4 }],
    ['text', { name: 'a' }],
  ] as [string, unknown, object?][])('refuses %s %o with its path', (kind, value, more = {}) => {
    // A person without a name is nothing filled in, unless something else is wrong with it.
    const found = paths(doc(p(v('a', kind, value, more))));
    if (kind === 'person' && Object.hasOwn(value as object, 'nip') && (value as { name: string }).name === '')
      expect(missingVariables(doc(p(v('a', kind, value, more))))).toEqual(['a']);
    else expect(found).toEqual([at]);
  });
});

describe('a table that the drafter fills', () => {
  const rows = [
    ['Transportasi', '150000'],
    ['Uang harian', '1250000'],
  ];

  it('prints its rows, numbers them and adds up exactly', () => {
    expect(bodyText(doc(people(rows))).split('\n')).toEqual([
      'No.',
      'Uraian',
      'Biaya',
      '1.',
      'Transportasi',
      'Rp150.000,00',
      '2.',
      'Uang harian',
      'Rp1.250.000,00',
      'Jumlah',
      'Rp1.400.000,00',
    ]);
    const decimals = people([['0.1'], ['0.2']], {
      columns: [{ label: 'n', kind: 'number' }],
      total: 0,
      numbered: false,
    });
    expect(bodyText(doc(decimals))).toContain('Jumlah 0,3');
  });

  it('waits for its least rows and refuses more than its most', () => {
    expect(missingVariables(doc(people(null)))).toEqual(['Rincian']);
    expect(missingVariables(doc(people(null, { required: false })))).toEqual([]);
    expect(paths(doc(people([...rows, ...rows])))).toEqual(['content.0.attrs.value']);
    expect(paths(doc(people([['a', 'banyak']])))).toEqual(['content.0.attrs.value.0.1']);
    expect(paths(doc(people([['a', '1', 'c']])))).toEqual(['content.0.attrs.value.0']);
    expect(paths(doc(people(null, { total: 0 })))).toEqual(['content.0.attrs.total']);
    expect(paths(doc(people(null, { columns: [] })))).toContain('content.0.attrs.columns');
    expect(paths(doc(people(null, { minRows: 4 })))).toEqual(['content.0.attrs.maxRows']);
  });
});

describe('a part under a condition', () => {
  const body = (kind: string, value: unknown, tests: object[], match = 'all') =>
    doc(p(v('a', kind, value, { required: false })), when(tests, [p('bagian ', v('b', 'text', null))], match));

  it.each([
    ['text', 'ya', [is('a', 'ya')], 'all', true],
    ['text', 'Ya', [is('a', 'ya')], 'all', false],
    ['text', null, [is('a')], 'all', false],
    ['text', 'x', [is('a')], 'all', true],
    ['text', null, [{ variable: 'a', test: 'empty' }], 'all', true],
    ['text', 'x', [{ variable: 'a', test: 'differs', values: ['y'] }], 'all', true],
    ['money', 'Rp1.000,00', [is('a', '1000')], 'all', true],
    ['choice', 'b', [is('a', 'a', 'b')], 'all', true],
    ['text', 'x', [is('a', 'x'), is('tak ada')], 'all', false],
    ['text', 'x', [is('a', 'x'), is('tak ada')], 'any', true],
  ])('%s %s under %o (%s): %s', (kind, value, tests, match, printed) => {
    const read = body(kind, value, tests, match);
    expect(checkLetterBody(read)).toEqual([]);
    expect(bodyText(read).includes('bagian')).toBe(printed);
    expect(missingVariables(read)).toEqual(printed ? ['b'] : []);
  });

  it('is checked though it is not printed', () => {
    const hidden = when([is('a')], [{ type: 'iframe' }]);
    expect(paths(doc(hidden))).toEqual(['content.0.content.0']);
  });

  it.each([
    ['no condition', undefined, 'content.0.attrs.condition'],
    [
      'code',
      { match: 'all', tests: [{ variable: 'a', test: 'eval', values: ['1'] }] },
      'content.0.attrs.condition.tests.0',
    ],
    [
      'too many questions',
      { match: 'all', tests: Array.from({ length: 5 }, () => is('a')) },
      'content.0.attrs.condition.tests',
    ],
    ['nesting', { match: 'all', tests: [{ match: 'any', tests: [is('a')] }] }, 'content.0.attrs.condition.tests.0'],
    ['another joint', { match: 'xor', tests: [is('a')] }, 'content.0.attrs.condition.match'],
  ])('refuses %s', (_, condition, path) => {
    expect(paths(doc({ type: 'conditional', attrs: { condition }, content: [p('x')] }))).toEqual([path]);
  });

  it('nests three deep and no deeper', () => {
    const nest = (depth: number): object => (depth === 0 ? p('x') : when([is('a')], [nest(depth - 1)]));
    expect(paths(doc(nest(3) as never))).toEqual([]);
    expect(paths(doc(nest(4) as never))).toEqual(['content.0.content.0.content.0.content.0']);
  });
});

describe('any variables and conditions', () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'b', '__proto__', 'constructor', '#panic("x")', '\u202e{{nama}}'),
    fc.string(),
  );
  const value = fc.oneof(
    word,
    fc.constant(null),
    fc.constant(siti),
    fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 3 }),
    fc.anything(),
  );
  const inline = fc
    .tuple(word, fc.constantFrom(...variableKinds, 'x'), value, fc.constantFrom(undefined, 'words', 'nip', 'long'))
    .map(([name, kind, given, format]) => v(name, kind, given, { format, required: name.length % 2 === 0 }));
  const condition = fc.record({
    match: fc.constantFrom('all', 'any', 'none'),
    tests: fc.array(
      fc.record({
        variable: word,
        test: fc.constantFrom(...conditionTests, 'x'),
        values: fc.array(word, { maxLength: 3 }),
      }),
      { maxLength: 5 },
    ),
  });
  const { block } = fc.letrec<{ block: object }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 4 },
      fc.array(inline, { maxLength: 4 }).map((content) => ({ type: 'paragraph', content })),
      fc
        .tuple(
          word,
          fc.array(fc.record({ label: word, kind: fc.constantFrom(...columnKinds, 'x') }), { maxLength: 4 }),
          value,
        )
        .map(([name, columns, given]) => people(given, { name, columns, total: null })),
      fc
        .tuple(fc.oneof(condition, fc.anything()), fc.array(tie('block'), { maxLength: 3 }))
        .map(([asked, content]) => ({ type: 'conditional', attrs: { condition: asked }, content })),
    ),
  }));

  it('never breaks the reader, and what it takes says the same twice', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (content) => {
        const body = doc(...(content as Record<string, unknown>[]));
        expect(readBody(body)).toEqual(readBody(structuredClone(body)));
      }),
      { numRuns: 300 },
    );
  });

  let typesetter: Typesetter;
  beforeAll(() => {
    typesetter = createTypesetter({ threads: 1 });
  });
  afterAll(() => typesetter.close());

  it('draws what the reader takes, letter by letter', async () => {
    let drawn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 4 }), async (content) => {
        const body = doc(...(content as Record<string, unknown>[]));
        if (checkLetterBody(body).length > 0) return;
        await typesetter.letterPreview({ ...samples.sampleDraft, body });
        drawn += 1;
      }),
      { numRuns: 120 },
    );
    expect(drawn).toBeGreaterThan(10);
    const hostile = '#panic("x") $a$ {{nama}} \\u{0}';
    const body = doc(p(v(hostile, 'text', hostile)), people([[hostile, '1']]), when([is(hostile)], [p('tampak')]));
    expect((await typesetter.letterPreview({ ...samples.sampleDraft, body })).undrawable).toEqual([]);
    expect(bodyText(body)).toContain('tampak');
  }, 60_000);

  it('takes time in proportion to what it reads', () => {
    const many = (count: number) =>
      doc(
        ...Array.from({ length: count }, (_, index) =>
          when(
            [is('v0'), is(`v${index % 190}`, 'x')],
            [p(v(`v${index % 190}`, 'text', index < 190 ? null : 'x'))],
            'any',
          ),
        ).slice(0, 100),
        ...Array.from({ length: count }, (_, index) => p(v(`v${index % 190}`, 'text', null))),
        details(['a', p('b')]),
        table(['x']),
      );
    const cost = (count: number): number => {
      const body = many(count);
      const times = Array.from({ length: 9 }, () => {
        const start = performance.now();
        readBody(body);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    cost(4000);
    // Eight times as much: linear is eight, quadratic sixty-four; shared cores make it uneven.
    expect(cost(16_000)).toBeLessThan(30 * cost(2000));
    expect(paths(doc(p(v('a', 'paragraph', 'a'.repeat(20_001)))))).toEqual([at]);
    // One long value in very many places is refused, not multiplied.
    const long = doc(p(...Array.from({ length: 15_000 }, () => v('a', 'paragraph', 'x'.repeat(20_000)))));
    expect(checkLetterBody(long)[0]?.message).toContain('terlalu panjang');
  });
});
