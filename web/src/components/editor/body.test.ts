import { expect, test } from 'vitest';
import { type Body, type BodyNode, isMissing, listAskedVariables, listVariables, setVariable } from './body.ts';
import { chipWords, storedForm } from './printed.ts';

const place = (name: string, kind: string, value: unknown = null, more: object = {}): BodyNode => ({
  type: 'variable',
  attrs: { name, label: name, kind, value, required: true, ...more },
});
const p = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
const doc = (...content: BodyNode[]): Body => ({ type: 'doc', content });
const when = (variable: string, values: string[], ...content: BodyNode[]): BodyNode => ({
  type: 'conditional',
  attrs: { condition: { match: 'all', tests: [{ variable, test: values.length > 0 ? 'one_of' : 'filled', values }] } },
  content,
});

test('a variable is listed once and filled everywhere', () => {
  const body = doc(p(place('hari', 'date')), p(place('hari', 'date')));
  expect(listVariables(body)).toHaveLength(1);
  const filled = setVariable(body, 'hari', '2026-11-30');
  expect(JSON.stringify(filled).match(/2026-11-30/g)).toHaveLength(2);
  expect(listVariables(filled)[0]?.value).toBe('2026-11-30');
});

test('fields of a part appear when its condition is met, and are missing only then', () => {
  const body = doc(
    p(place('cara', 'choice', null, { options: ['Luring', 'Daring'] })),
    when('cara', ['Daring'], p(place('tautan', 'text'))),
  );
  const asked = (cara: string | null) => listAskedVariables(setVariable(body, 'cara', cara)).map(({ name }) => name);
  expect(asked(null)).toEqual(['cara']);
  expect(asked('Luring')).toEqual(['cara']);
  expect(asked('Daring')).toEqual(['cara', 'tautan']);
  expect(listAskedVariables(setVariable(body, 'cara', 'Daring')).filter(isMissing)).toHaveLength(1);
});

test('what may stay empty is not missing; a table misses its least rows', () => {
  const table: BodyNode = {
    type: 'variableTable',
    attrs: { name: 'rincian', label: 'Rincian', columns: [{ label: 'a', kind: 'text' }], minRows: 2, value: [['x']] },
  };
  const [optional, rows] = listVariables(doc(p(place('a', 'text', null, { required: false })), table));
  expect([optional && isMissing(optional), rows && isMissing(rows)]).toEqual([false, true]);
});

test.each([
  ['date', '2026-11-30', 'Senin, 30 November 2026'],
  ['time', '09:00', '09.00'],
  ['money', '12500000', 'Rp12.500.000,00'],
  ['text', 'Aula Tampomas', 'Aula Tampomas'],
])('%s %s shows as %s, and its words are read back', (kind, stored, words) => {
  expect(chipWords(kind, stored, null)).toBe(words);
  expect(storedForm(kind, words)).toBe(stored);
});

test('a part of a person that is empty prints a dash', () => {
  const siti = { name: 'Siti', nip: '', rank: '', position: '', unit: '' };
  expect([chipWords('person', siti, null), chipWords('person', siti, 'nip'), chipWords('person', null, 'nip')]).toEqual(
    ['Siti', '-', null],
  );
});
