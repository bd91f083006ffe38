import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTemplates, sameValue, type TemplateContent } from './merge.ts';

const words = fc.constantFrom('satu', 'dua', 'tiga', 'empat', 'lima');
const paragraph = words.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
const row = fc.record({ label: words, text: words }).map(({ label, text }) => ({
  type: 'detailsRow',
  attrs: { label },
  content: [{ type: 'text', text }],
}));
const details = fc.array(row, { minLength: 1, maxLength: 4 }).map((content) => ({ type: 'details', content }));
const conditional = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content) => ({
  type: 'conditional',
  attrs: { condition: { match: 'all', tests: [] } },
  content,
}));
const content: fc.Arbitrary<TemplateContent> = fc.record({
  body: fc
    .array(fc.oneof(paragraph, details, conditional), { maxLength: 7 })
    .map((blocks) => ({ type: 'doc' as const, content: blocks as Record<string, unknown>[] })),
  defaults: fc.record(
    { subject: words, classification: fc.constantFrom('000.1', '400.3'), urgency: fc.constantFrom('biasa', 'segera') },
    { requiredKeys: [] },
  ) as fc.Arbitrary<TemplateContent['defaults']>,
});

const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const texts = (...list: string[]): TemplateContent => ({ body: { type: 'doc', content: list.map(p) }, defaults: {} });
const wordsOf = ({ body }: TemplateContent): string[] =>
  [...JSON.stringify(body).matchAll(/"text":"([^"]*)"/g)]
    .map((match) => match[1] ?? '')
    .filter((each) => each !== 'text');

describe('bringing a newer version into a changed copy', () => {
  test('what nobody changed there leaves ours as it is', () => {
    fc.assert(
      fc.property(content, content, (base, mine) => {
        const merged = mergeTemplates(base, base, mine);
        expect(merged.content).toEqual(mine);
        expect(merged.conflicts).toEqual([]);
      }),
    );
  });

  test('an unchanged copy becomes the newer version', () => {
    fc.assert(
      fc.property(content, content, (base, theirs) => {
        const merged = mergeTemplates(base, theirs, base);
        expect(merged.content).toEqual(theirs);
        expect(merged.conflicts).toEqual([]);
      }),
    );
  });

  test('the same change on both sides is no conflict', () => {
    fc.assert(
      fc.property(content, content, (base, both) => {
        expect(mergeTemplates(base, both, both)).toEqual({ content: both, conflicts: [] });
      }),
    );
  });

  test('no block that only we have disappears, and none of theirs is lost without a conflict', () => {
    fc.assert(
      fc.property(content, content, fc.array(fc.nat(6), { maxLength: 4 }), content, (base, theirs, places, edits) => {
        // Ours: the base with blocks of our own put in, and some of its blocks replaced.
        const mineBlocks = base.body.content.map((block, index) => edits.body.content[index * 2] ?? block);
        for (const [index, place] of places.entries()) {
          mineBlocks.splice(Math.min(place, mineBlocks.length), 0, p(`milik kami ${index}`));
        }
        const mine = { body: { type: 'doc' as const, content: mineBlocks }, defaults: edits.defaults };
        const { content: merged, conflicts } = mergeTemplates(base, theirs, mine);
        const kept = wordsOf(merged);
        for (const index of places.keys()) expect(kept).toContain(`milik kami ${index}`);
        // Everything of ours that the base does not have.
        for (const word of wordsOf(mine)) if (!wordsOf(base).includes(word)) expect(kept).toContain(word);
        const offered = JSON.stringify([merged, conflicts]);
        for (const word of wordsOf(theirs)) expect(offered).toContain(word);
      }),
    );
  });

  test('choosing theirs at every conflict loses nothing that the newer version brought', () => {
    fc.assert(
      fc.property(content, content, content, (base, theirs, mine) => {
        const { conflicts } = mergeTemplates(base, theirs, mine);
        const chosen = (choice: 'theirs' | 'mine') =>
          mergeTemplates(base, theirs, mine, Object.fromEntries(conflicts.map(({ key }) => [key, choice])));
        expect(chosen('theirs').conflicts.map(({ key }) => key)).toEqual(conflicts.map(({ key }) => key));
        expect(new Set(conflicts.map(({ key }) => key)).size).toBe(conflicts.length);
        for (const { key, theirs: value } of conflicts.filter(({ kind }) => kind === 'default')) {
          const name = key.replace('defaults.', '') as 'subject';
          expect(chosen('theirs').content.defaults[name]).toEqual(value);
        }
        expect(chosen('mine').content).toEqual(mergeTemplates(base, theirs, mine).content);
      }),
    );
  });

  test('changes in different places come together; in one place they are shown side by side', () => {
    const base = texts('pembuka', 'isi', 'penutup');
    const clean = mergeTemplates(
      base,
      texts('pembuka baru', 'isi', 'penutup'),
      texts('pembuka', 'isi', 'kami', 'penutup'),
    );
    expect(clean).toEqual({ content: texts('pembuka baru', 'isi', 'kami', 'penutup'), conflicts: [] });
    const both = mergeTemplates(
      base,
      texts('pembuka', 'isi mereka', 'penutup'),
      texts('pembuka', 'isi kami', 'penutup'),
    );
    expect(both.content).toEqual(texts('pembuka', 'isi kami', 'penutup'));
    const [conflict] = both.conflicts;
    expect(conflict).toMatchObject({ base: [p('isi')], theirs: [p('isi mereka')], mine: [p('isi kami')] });
    const resolve = (choice: 'theirs' | 'both') =>
      mergeTemplates(base, texts('pembuka', 'isi mereka', 'penutup'), texts('pembuka', 'isi kami', 'penutup'), {
        [conflict?.key ?? '']: choice,
      }).content;
    expect(resolve('theirs')).toEqual(texts('pembuka', 'isi mereka', 'penutup'));
    expect(resolve('both')).toEqual(texts('pembuka', 'isi kami', 'isi mereka', 'penutup'));
  });

  test('rows of a list of details are told apart', () => {
    const rows = (...list: [string, string][]): TemplateContent => ({
      body: {
        type: 'doc',
        content: [
          {
            type: 'details',
            content: list.map(([label, text]) => ({
              type: 'detailsRow',
              attrs: { label },
              content: [{ type: 'text', text }],
            })),
          },
        ],
      },
      defaults: {},
    });
    const merged = mergeTemplates(
      rows(['hari', 'senin'], ['waktu', 'pagi'], ['tempat', 'aula']),
      rows(['hari', 'selasa'], ['waktu', 'pagi'], ['tempat', 'aula']),
      rows(['hari', 'senin'], ['waktu', 'pagi'], ['tempat', 'pendopo'], ['busana', 'batik']),
    );
    expect(merged).toEqual({
      content: rows(['hari', 'selasa'], ['waktu', 'pagi'], ['tempat', 'pendopo'], ['busana', 'batik']),
      conflicts: [],
    });
  });

  test('members in another order are the same value', () => {
    expect(sameValue({ a: 1, b: [1, { c: 2, d: 3 }] }, { b: [1, { d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
  });
});
