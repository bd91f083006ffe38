import { expect, test } from 'vitest';
import { diffParagraphs, diffWords } from './diff.ts';

test('words that were put in are told apart from those that stayed', () => {
  expect(diffWords('mencantumkan asal templat.', 'mencantumkan asal templat dan memberi tahu perbaikan.')).toEqual([
    { kind: 'same', text: 'mencantumkan asal ' },
    { kind: 'removed', text: 'templat.' },
    { kind: 'added', text: 'templat dan memberi tahu perbaikan.' },
  ]);
});

test('both wordings can be put together again from the runs', () => {
  const [before, after] = ['satu dua tiga empat', 'nol satu tiga lima empat'];
  const runs = diffWords(before, after);
  const without = (kind: string) =>
    runs
      .filter((run) => run.kind !== kind)
      .map(({ text }) => text.trim())
      .join(' ');
  expect([without('added'), without('removed')]).toEqual([before, after]);
});

test('paragraphs that stayed are not compared with others', () => {
  expect(
    diffParagraphs(['a', 'b lama', 'c'], ['a', 'b baru', 'c', 'd']).map((runs) => runs.map(({ kind }) => kind)),
  ).toEqual([['same'], ['same', 'removed', 'added'], ['same'], ['added']]);
});

test('a wording of thousands of words is compared as a whole', () => {
  const long = 'kata '.repeat(2_000);
  expect(diffWords(long, `${long}lagi`)).toHaveLength(2);
});
