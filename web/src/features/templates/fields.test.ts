import { expect, test } from 'vitest';
import type { Body } from '../../components/editor/body.ts';
import {
  conditionFault,
  draftOfNode,
  fieldFault,
  fieldNode,
  freeName,
  newField,
  optionsOf,
  wordingOf,
} from './fields.ts';

test('a field becomes a node and is read back', () => {
  const money = { ...newField, label: ' Biaya ', kind: 'money' as const, format: 'words' };
  const node = fieldNode(money, 'biaya');
  expect(node).toEqual({
    type: 'variable',
    attrs: {
      name: 'biaya',
      label: 'Biaya',
      required: true,
      value: null,
      kind: 'money',
      hidden: false,
      format: 'words',
      options: null,
    },
  });
  expect(draftOfNode('variable', node.attrs ?? {})).toMatchObject({ label: 'Biaya', kind: 'money', format: 'words' });
  const table = {
    ...newField,
    label: 'Rincian',
    kind: 'table' as const,
    columns: [{ label: 'Uang', kind: 'money' as const }],
    total: 0,
  };
  const tableNode = fieldNode(table, 'rincian');
  expect(tableNode.type).toBe('variableTable');
  expect(draftOfNode('variableTable', tableNode.attrs ?? {})).toMatchObject({
    kind: 'table',
    total: 0,
    columns: table.columns,
  });
});

test.each([
  [{ label: '12' }, 'label'],
  [{ label: 'Cara', kind: 'choice' as const, options: 'a\na\n ' }, 'choices'],
  [{ label: 'Cara', kind: 'choice' as const, options: 'a\nb' }, null],
  [{ label: 'Rincian', kind: 'table' as const }, 'columns'],
  [
    {
      label: 'Rincian',
      kind: 'table' as const,
      columns: [{ label: 'a', kind: 'text' as const }],
      minRows: 3,
      maxRows: 2,
    },
    'rows',
  ],
])('%o lacks %s', (change, fault) => expect(fieldFault({ ...newField, ...change })).toBe(fault));

test('the same label twice is two fields', () => {
  const body: Body = { type: 'doc', content: [{ type: 'variable', attrs: { name: 'nama', label: 'Nama' } }] };
  expect(freeName('Nama', body)).toBe('nama_2');
  expect(optionsOf('a\n b \na')).toEqual(['a', 'b']);
});

test('a condition asks about a field, and compares with something', () => {
  const ask = (variable: string, test: 'filled' | 'equals', values: string[]) =>
    conditionFault({ match: 'all', tests: [{ variable, test, values }] });
  expect([ask('', 'filled', []), ask('a', 'equals', [' ']), ask('a', 'equals', ['x']), ask('a', 'filled', [])]).toEqual(
    ['field', 'value', null, null],
  );
});

test('versions are compared by what people read', () => {
  const body: Body = {
    type: 'doc',
    content: [
      {
        type: 'conditional',
        attrs: { condition: null },
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Isi ' },
              { type: 'variable', attrs: { label: 'Nama' } },
            ],
          },
        ],
      },
      { type: 'variableTable', attrs: { label: 'Rincian', columns: [{ label: 'a', kind: 'text' }] } },
    ],
  };
  expect(wordingOf(body, () => 'Dicetak bila …')).toEqual(['Dicetak bila …', 'Isi [Nama]', '[Rincian: a]']);
});
