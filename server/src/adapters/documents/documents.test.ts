import { PDF } from '@libpdf/core';
import { afterAll, describe, expect, test } from 'vitest';
import { createDocuments, type PageSource } from './index.ts';
import { sampleJpeg, samplePng } from './testing.ts';

const documents = createDocuments();
afterAll(() => documents.close());

const upright = (bytes: Uint8Array): PageSource => ({ bytes, rotate: 0 });

async function pdfOf(...texts: string[]): Promise<Buffer> {
  const document = PDF.create();
  for (const text of texts) document.addPage({ width: 300, height: 400 }).drawText(text, { x: 20, y: 200, size: 12 });
  return Buffer.from(await document.save());
}

describe('the pages of a letter', () => {
  test('one PDF stays byte for byte', async () => {
    const pdf = await pdfOf('Satu');
    expect((await documents.assemble([upright(pdf)])).equals(pdf)).toBe(true);
  });

  test('photographs and PDFs become one PDF in the order given; a JPEG keeps its bytes', async () => {
    const jpeg = sampleJpeg();
    const made = await documents.assemble([
      upright(jpeg),
      upright(await pdfOf('Dua', 'Tiga')),
      upright(samplePng(30, 60)),
    ]);
    const pages = (await PDF.load(made)).getPages();
    expect(pages.map((page) => [Math.round(page.width), Math.round(page.height)])).toEqual([
      [842, 421],
      [300, 400],
      [300, 400],
      [421, 842],
    ]);
    expect(pages[1]?.extractText().text).toBe('Dua');
    expect(made.includes(jpeg)).toBe(true);
  });

  test('a camera’s note of how it was held is honoured, and a turn by hand comes on top', async () => {
    const turns = async (orientation: number, rotate: PageSource['rotate']) => {
      const made = await documents.assemble([{ bytes: sampleJpeg(orientation), rotate }]);
      return (await PDF.load(made)).getPages()[0]?.rotation;
    };
    expect(await turns(1, 0)).toBe(0);
    expect(await turns(6, 0)).toBe(90);
    expect(await turns(3, 0)).toBe(180);
    expect(await turns(8, 0)).toBe(270);
    expect(await turns(8, 180)).toBe(90);
    const turned = await documents.assemble([{ bytes: await pdfOf('Miring'), rotate: 90 }]);
    expect((await PDF.load(turned)).getPages()[0]?.rotation).toBe(90);
  });

  test('what cannot be a page is named by its place', async () => {
    const fault = async (...sources: PageSource[]) =>
      documents.assemble(sources).then(
        () => 'made',
        (error: { fault: string; index: number }) => [error.fault, error.index],
      );
    const good = upright(samplePng(10, 10));
    expect(await fault(good, upright(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])))).toEqual(['not_readable', 1]);
    expect(await fault(upright(Buffer.from('%PDF-1.7 tidak ada apa-apa')), good)).toEqual(['not_readable', 0]);
    const signed = Buffer.concat([await pdfOf('Ttd'), Buffer.from('/ByteRange [0 1 2 3]')]);
    expect(await fault(good, good, upright(signed))).toEqual(['signed', 2]);
    const bomb = samplePng(10, 10);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await fault(upright(bomb), good)).toEqual(['too_large', 0]);
  });
});

describe('text of files', () => {
  test('is found in a PDF that has text, page by page', async () => {
    const found = await documents.extractText(await pdfOf('Undangan rapat', 'Lampiran'), 'application/pdf');
    expect(found).toEqual({ text: 'Undangan rapat\fLampiran', pages: 2, state: 'extracted' });
  });

  test('a scan says that it has none, and what is no document that it cannot be read', async () => {
    const scan = await documents.assemble([upright(sampleJpeg())]);
    expect(await documents.extractText(scan, 'application/pdf')).toEqual({ text: '', pages: 1, state: 'no_text' });
    expect(await documents.extractText(sampleJpeg(), 'image/jpeg')).toMatchObject({ state: 'no_text' });
    const broken = await documents.extractText(Buffer.from('%PDF-1.4 rusak'), 'application/pdf');
    expect(broken).toEqual({ text: '', pages: null, state: 'unreadable' });
  });

  test('stops at the limits and says so', async () => {
    const long = await pdfOf(...Array.from({ length: 320 }, (_, index) => `Halaman ${index + 1}`));
    const found = await documents.extractText(long, 'application/pdf');
    expect([found.state, found.pages]).toEqual(['partial', 320]);
    expect(found.text.split('\f')).toHaveLength(300);
  });
});
