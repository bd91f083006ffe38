import { expect, test } from 'vitest';
import { type Body, listVariables, setVariable } from '../../components/editor/body.ts';
import { type Draft, faultsOf, inputValue, printedValue } from './rules.ts';

const body: Body = {
  type: 'doc',
  content: [
    {
      type: 'details',
      content: [
        {
          type: 'detailsRow',
          attrs: { label: 'hari, tanggal' },
          content: [
            { type: 'variable', attrs: { name: 'hari', label: 'Hari', kind: 'date', value: null, required: true } },
          ],
        },
      ],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'variable', attrs: { name: 'hari', label: 'Hari', kind: 'date', value: null, required: true } },
      ],
    },
  ],
};

test.each([
  ['date', '2026-11-30', 'Senin, 30 November 2026'],
  ['time', '09:00', '09.00'],
  ['money', '12500000', 'Rp12.500.000,00'],
  ['text', 'Aula Tampomas', 'Aula Tampomas'],
] as const)('%s %s is printed as %s, and read back', (kind, input, printed) => {
  expect(printedValue(kind, input)).toBe(printed);
  expect(inputValue(kind, printed)).toBe(input);
});

test('a variable is listed once and filled everywhere', () => {
  expect(listVariables(body)).toHaveLength(1);
  const filled = setVariable(body, 'hari', 'Senin, 30 November 2026');
  expect(JSON.stringify(filled).match(/Senin/g)).toHaveLength(2);
  expect(listVariables(filled)[0]?.value).toBe('Senin, 30 November 2026');
});

test('what is missing is named with its field', () => {
  const draft: Draft = {
    subject: ' ',
    body,
    recipients: [],
    copies: [],
    classification: { code: '000.1.5', name: null },
    secrecy: 'biasa',
    urgency: 'biasa',
    attachmentNote: '',
    dueOn: '',
  };
  expect(faultsOf(draft, true, null).map((fault) => fault.fieldId)).toEqual(['hal', 'isian-hari', 'tujuan']);
  expect(faultsOf(draft, false, { approvers: [], signer: null }).map((fault) => fault.key)).toContain('faults.signer');
});
