import type { LetterDocument } from './letter-document.ts';

/** A small letter that touches every font and block, drawn once per thread to fill its caches. */
export const warmingLetter: LetterDocument = {
  mode: 'draft',
  createdAt: '2026-01-01T00:00:00Z',
  letterhead: { kind: 'unit', mark: null, lines: ['PEMERINTAH KABUPATEN', 'SEKRETARIAT DAERAH'] },
  layout: 'korespondensi',
  number: null,
  place: 'Tempat',
  date: null,
  subject: 'Contoh',
  addressees: ['Kepala Dinas', 'Camat'],
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Contoh', marks: [{ type: 'italic' }, { type: 'bold' }] }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ],
  },
  signer: { lines: ['SEKRETARIS DAERAH,'], name: 'Nama' },
  signature: { kind: 'electronic', verifyUrl: 'https://contoh.example/v/AAAA-AAAA' },
  author: 'Contoh',
};
