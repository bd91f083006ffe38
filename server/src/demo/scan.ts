import type { LetterDocument } from '../adapters/typesetting/index.ts';
import type { DemoLetter } from '../tenants/index.ts';

/** The paper that a demo letter from outside came on, as a scan would show it. */
export function demoScan(
  letter: Extract<DemoLetter, { direction: 'incoming' }>,
  date: string,
  now: Date,
): LetterDocument {
  return {
    mode: 'final',
    createdAt: now.toISOString(),
    letterhead: { kind: 'unit', mark: null, lines: [letter.from.name.toUpperCase()], address: [letter.from.address] },
    layout: 'korespondensi',
    number: letter.number,
    place: 'Contoh',
    date,
    subject: letter.subject,
    nature: 'Biasa',
    addressees: ['Bupati'],
    addressPlace: 'Tempat',
    body: {
      type: 'doc',
      content: letter.text.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
    signer: { lines: ['Pimpinan,'], name: 'Tanda tangan dan nama pengirim (rekaan)' },
    signature: { kind: 'blank' },
    author: letter.from.name,
  };
}
