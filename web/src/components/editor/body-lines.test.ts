import { expect, test } from 'vitest';
import { bodyLines } from './body.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('every paragraph, row and cell is a line; a variable gives its value', () => {
  const body = {
    type: 'doc',
    content: [
      paragraph('Satu'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Dua')] }] },
      {
        type: 'details',
        content: [
          {
            type: 'detailsRow',
            attrs: { label: 'hari' },
            content: [{ type: 'variable', attrs: { name: 'h', label: 'Hari', value: 'Senin' } }],
          },
        ],
      },
      { type: 'image', attrs: { fileId: 'x', alt: 'Peta' } },
      { type: 'paragraph' },
    ],
  };
  expect(bodyLines(body)).toEqual(['Satu', 'Dua', 'hari: Senin', '[Peta]']);
  expect(bodyLines(null)).toEqual([]);
});
