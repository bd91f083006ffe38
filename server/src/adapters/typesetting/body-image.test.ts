import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLetterBody } from './body.ts';
import { doc, p, sampleLetter } from './testing.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

const fileId = '0190a000-0000-7000-8000-000000000001';
const image = (attrs: object = {}) => ({ type: 'image', attrs: { fileId, alt: 'Peta lokasi', width: 60, ...attrs } });
// A PNG of one red dot.
const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';
const known = { folder: 'uji', sha256: 'a'.repeat(64), mediaType: 'image/png' as const, width: 400, height: 300 };

describe('pictures in a body', () => {
  let typesetter: Typesetter;
  beforeAll(() => {
    typesetter = createTypesetter({ threads: 1 });
  });
  afterAll(() => typesetter.close());

  it('are printed from their bytes and described for those who cannot see', async () => {
    const body = doc(p('Lokasi:'), image(), p('Demikian.'));
    const pdf = await typesetter.letter({ ...sampleLetter, body, images: { [fileId]: { ...known, base64 } } });
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toMatch(/\/Subtype\s*\/Image/);
    const bare = await typesetter.letterPreview({ ...sampleLetter, body });
    const full = await typesetter.letterPreview({ ...sampleLetter, body, images: { [fileId]: { ...known, base64 } } });
    expect(full.pages.map((page) => page.svg).join('')).toContain('<image');
    expect(bare.pages).toHaveLength(full.pages.length);
  });

  it('name a file, say what they show, and fit the line; every fault has its path', () => {
    expect(checkLetterBody(doc(image()))).toEqual([]);
    const faults = checkLetterBody(doc(image({ fileId: '../etc/passwd', alt: ' ', width: 101 })));
    expect(faults.map((issue) => issue.path.join('.'))).toEqual([
      'content.0.attrs.fileId',
      'content.0.attrs.alt',
      'content.0.attrs.width',
    ]);
    expect(checkLetterBody(doc({ type: 'paragraph', content: [image()] }))).toHaveLength(1);
  });
});
