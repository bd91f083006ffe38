import { expect, test } from 'vitest';
import type { Body } from '../../components/editor/body.ts';
import { type Draft, faultsOf } from './rules.ts';

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
  expect(faultsOf(draft, false, { stages: [], signers: [] }).map((fault) => fault.key)).toContain('faults.signer');
});
