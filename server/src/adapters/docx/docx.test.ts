import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { letterBodySchema } from '../typesetting/index.ts';
import { convertDocx } from './convert.ts';
import { createDocxImporter, DocxError, docxLimits } from './index.ts';
import { docxOf, docxParts, numbered, paragraph, run, tableOf } from './testing.ts';
import { readDocxParts, writeZip } from './zip.ts';

const t = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const bodyOf = async (body: string) => (await convertDocx(docxOf(body))).body.content;
const variables = (nodes: unknown): { name: string; label: string; kind: string }[] =>
  [...JSON.stringify(nodes).matchAll(/"type":"variable","attrs":(\{[^}]*\})/g)].map((match) =>
    JSON.parse(match[1] ?? ''),
  );
const messageOf = (bytes: Uint8Array) =>
  convertDocx(bytes).then(
    () => null,
    (error: unknown) => (error instanceof DocxError ? error.message : `other: ${String(error)}`),
  );

describe('a Word document', () => {
  it('keeps headings, marks, alignment, lists and tables', async () => {
    const content = await bodyOf(
      paragraph('Dasar', '<w:pStyle w:val="H1"/>') +
        paragraph(
          run('tebal', '<w:b/>') + run(' miring', '<w:i/>') + run(' garis', '<w:u w:val="single"/>'),
          '<w:jc w:val="center"/>',
        ) +
        numbered('satu', 1) +
        numbered('dua', 1) +
        numbered('anak', 2, 1) +
        numbered('tiga', 1) +
        tableOf(['No', 'Nama'], ['1', 'Siti']),
    );
    expect(content.slice(0, 2)).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [t('Dasar')] },
      {
        type: 'paragraph',
        attrs: { textAlign: 'center' },
        content: [t('tebal', 'bold'), t(' miring', 'italic'), t(' garis', 'underline')],
      },
    ]);
    const item = (text: string, ...more: object[]) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [t(text)] }, ...more],
    });
    expect(content[2]).toEqual({
      type: 'orderedList',
      content: [item('satu'), item('dua', { type: 'bulletList', content: [item('anak')] }), item('tiga')],
    });
    expect(content[3]).toMatchObject({ type: 'table', content: [{ type: 'tableRow' }, { type: 'tableRow' }] });
    expect(letterBodySchema.safeParse({ type: 'doc', content }).success).toBe(true);
  });

  it('turns placeholders into fields, also those that Word has broken into runs', async () => {
    const dollar = '$';
    const content = await bodyOf(
      paragraph(
        run('Kepada ') + run('{{na', '<w:b/>') + run('ma}}', '<w:b/>') + run(` pada ${dollar}{tanggal_mulai}.`),
      ) +
        paragraph('Biaya «Biaya» dan lagi {{ nama }}') +
        paragraph('Tempat : [..........]') +
        paragraph('Tempat : [……]'),
    );
    expect(variables(content).map(({ name, label, kind }) => [name, label, kind])).toEqual([
      ['nama', 'Nama', 'text'],
      ['tanggal_mulai', 'Tanggal mulai', 'date'],
      ['biaya', 'Biaya', 'money'],
      ['nama', 'Nama', 'text'],
      ['tempat', 'Tempat', 'text'],
      ['tempat_2', 'Tempat', 'text'],
    ]);
    expect(JSON.stringify(content)).toContain('"marks":[{"type":"bold"}]');
  });

  it('drops what the letter prints by itself, and what cannot be carried over, and says so', async () => {
    const dollar = '$';
    const { body, notices } = await convertDocx(
      docxOf(
        paragraph(`Nomor ${dollar}{nomor_naskah} ${dollar}{ttd_pengirim}`) +
          tableOf(Array.from({ length: 17 }, () => 'x')),
        [
          { name: 'word/header1.xml', bytes: Buffer.from('<w:hdr/>') },
          { name: 'word/vbaProject.bin', bytes: Buffer.from('x') },
        ],
      ),
    );
    expect(variables(body.content)).toEqual([]);
    expect(notices.join('\n')).toMatch(/nomor naskah[\s\S]*|Kepala dan kaki/);
    expect(notices).toHaveLength(5);
  });

  it('prints hostile words as they stand', async () => {
    const words = '<script>#panic("x")</script> {{constructor}} {{__proto__}}';
    const content = await bodyOf(paragraph(run(words)));
    expect(JSON.stringify(content)).toContain('<script>#panic(\\"x\\")</script>');
    expect(variables(content).map(({ name }) => name)).toEqual(['constructor', 'proto']);
  });
});

describe('a file that is none', () => {
  const doctype = (declaration: string) =>
    docxParts(paragraph('x')).map((part) =>
      part.name === 'word/document.xml'
        ? { ...part, bytes: Buffer.from(part.bytes.toString().replace('?>\n', `?>\n${declaration}`)) }
        : part,
    );

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('halo')],
    ['an old .doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['a zip of something else', writeZip([{ name: 'a.txt', bytes: Buffer.from('a') }])],
    ['half a document', docxOf(paragraph('x')).subarray(0, 900)],
    ['a document without words', docxOf('')],
    ['XML that is none', writeZip(docxParts('<w:p><w:r>'))],
    ['entities that grow', writeZip(doctype('<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>'))],
    ['a file of the server', writeZip(doctype('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'))],
    ['the same part twice', writeZip([...docxParts(paragraph('a')), ...docxParts(paragraph('b')).slice(-1)])],
  ])('%s is refused with a reason', async (_, bytes) => {
    const message = await messageOf(bytes);
    expect(message).toMatch(/dokumen|berkas/i);
    expect(message).not.toContain('other:');
  });

  it('a zip bomb is stopped while it is unzipped, whatever it says of its size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(docxLimits.partBytes * 4, 0x20));
    const file = writeZip([{ name: 'word/document.xml', bytes: bomb }]);
    // The entry's method: deflated; its size: a lie.
    for (const [signature, method] of [
      [0x04034b50, 8],
      [0x02014b50, 10],
    ] as const) {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(signature);
      file.writeUInt16LE(8, file.indexOf(bytes) + method);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(await messageOf(file)).toContain('terlalu besar');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(docxLimits.partBytes * 3);
    expect(await messageOf(Buffer.alloc(docxLimits.fileBytes + 1))).toContain('terlalu besar');
    const many = writeZip(
      Array.from({ length: 2001 }, (__, index) => ({ name: `word/a${index}.xml`, bytes: Buffer.alloc(0) })),
    );
    expect(await messageOf(many)).toContain('terlalu besar');
  });

  it('any bytes, and any change of a good file, are read or refused', async () => {
    const good = docxOf(paragraph('Kepada {{nama}}') + tableOf(['a', 'b']));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => {
            const changed = Buffer.from(good);
            changed[at] = value;
            return changed;
          }),
        ),
        async (bytes) => {
          const message = await messageOf(bytes);
          if (message?.startsWith('other:')) throw new Error(message);
        },
      ),
      { numRuns: 300 },
    );
    expect(readDocxParts(good).parts.map(({ name }) => name)).toContain('word/document.xml');
  });
});

describe('the thread', () => {
  const importer = createDocxImporter();
  afterAll(() => importer.close());

  it('converts, refuses, and goes on after a document too deep for it', async () => {
    expect((await importer.convert(docxOf(paragraph('Isi')))).body.content).toHaveLength(1);
    await expect(importer.convert(Buffer.from('x'))).rejects.toBeInstanceOf(DocxError);
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(30_000)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(30_000)}`;
    await expect(importer.convert(docxOf(deep))).rejects.toBeInstanceOf(DocxError);
    expect((await importer.convert(docxOf(paragraph('Lagi')))).body.content).toHaveLength(1);
  }, 60_000);
});
