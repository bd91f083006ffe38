import { expect, test } from 'vitest';
import { changesBetween, fieldsOf } from './changes.ts';

const variable = (name: string) => ({ type: 'variable', attrs: { name, label: `Isian ${name}` } });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const text = (words: string) => ({ type: 'text', text: words });
const doc = (...content: object[]) => ({ type: 'doc', content });

test('fields that came and went are named, rewritten text is counted', () => {
  const before = doc(paragraph(text('Dasar '), variable('dasar')), paragraph(text('Naik '), variable('kendaraan')));
  const after = doc(paragraph(text('Dasar '), variable('dasar')), paragraph(text('Untuk '), variable('tugas')));
  expect(changesBetween(before, after)).toEqual([
    { kind: 'added', key: 'changes.fieldAdded', values: { label: 'Isian tugas' } },
    { kind: 'removed', key: 'changes.fieldRemoved', values: { label: 'Isian kendaraan' } },
    { kind: 'changed', key: 'changes.rewritten', values: { count: 1 } },
  ]);
});

test('what moved only is no change', () => {
  const one = paragraph(text('satu'));
  const two = paragraph(text('dua'));
  expect(changesBetween(doc(one, two), doc(two, one))).toEqual([]);
});

test('more and fewer paragraphs are told apart', () => {
  const one = paragraph(text('satu'));
  const two = paragraph(text('dua'));
  expect(changesBetween(doc(one), doc(one, two))).toEqual([
    { kind: 'added', key: 'changes.textAdded', values: { count: 1 } },
  ]);
  expect(changesBetween(doc(one, two), doc(one))[0]?.kind).toBe('removed');
});

test('a text that cannot be read has neither fields nor changes', () => {
  expect(fieldsOf(null)).toEqual([]);
  expect(changesBetween(null, doc())).toEqual([]);
});
