import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireTool } from '../../testing/tools.ts';
import {
  createTypesetter,
  type FontFamily,
  type LetterDocument,
  letterLayouts,
  type Typesetter,
  TypesettingError,
} from './index.ts';
import * as samples from './testing.ts';
import { details, doc, li, p, t, table, variable } from './testing.ts';

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = createTypesetter({ threads: 1 });
  await typesetter.warm();
}, 30_000);
afterAll(() => typesetter.close());

function tool(command: string, args: string[], pdf: Uint8Array): string {
  const { stdout, stderr, status } = spawnSync(command, args, { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
const textOf = (pdf: Uint8Array): string => tool('pdftotext', ['-layout', '-', '-'], pdf);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ');
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
const withBody = (...content: Record<string, unknown>[]): LetterDocument => ({
  ...samples.sampleLetter,
  body: doc(...content),
});
const hostile = [
  '#panic("x")',
  '$x$',
  ']]',
  '#{sys.inputs}',
  '*bold* _em_ `raw` <b>',
  '\\u{41} // comment',
  '#import "/etc/passwd"',
];

describe('letters', () => {
  it('gives equal bytes for an equal letter', async () => {
    const [first, second] = await Promise.all([
      typesetter.letter(samples.sampleLetter),
      typesetter.letter(samples.sampleLetter),
    ]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const later = await typesetter.letter({ ...samples.sampleLetter, createdAt: '2026-11-25T00:00:00Z' });
    expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false);
  });

  it.skipIf(!requireTool('pdftotext'))('prints what was given (pdftotext)', async () => {
    const text = squeeze(textOf(await typesetter.letter(samples.sampleLetter)));
    for (const part of [
      'PEMERINTAH KABUPATEN SUMEDANG',
      'SEKRETARIAT DAERAH',
      '000.1.5/1204/Setda',
      'Sumedang, 24 November 2026',
      'Undangan Rapat Koordinasi',
      '2. Kepala Badan Perencanaan Pembangunan Daerah',
      'di Tempat',
      'hari, tanggal : Senin, 30 November 2026',
      'SEKRETARIS DAERAH,',
      'Dr. LARAS WIRADINATA, M.Si.',
      'NIP 19720000 000000 0 000',
      'Kode K7QF-2M9D.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.skipIf(!requireTool('pdftotext'))('prints code in texts as it stands (pdftotext)', async () => {
    const everywhere: LetterDocument = {
      ...samples.sampleLetter,
      subject: hostile.join(' '),
      addressees: hostile,
      copies: hostile,
      number: '#panic("number")',
      signer: { lines: ['a.n. #panic("signer")', '$x$'], name: ']] #eval("1")' },
      body: doc(
        ...hostile.map((text) => p(text)),
        details(['#panic("label")', t('$cell$')]),
        table(['#panic("head")', ']]'], ['#panic("cell")', '#x']),
        { type: 'codeBlock', content: [t('#panic("code")\n  ]]')] },
      ),
    };
    const text = squeeze(textOf(await typesetter.letter(everywhere)));
    for (const part of [
      ...hostile,
      '#panic("number")',
      '#panic("label")',
      '#panic("cell")',
      '#panic("code")',
      ']] #eval("1")',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.skipIf(!requireTool('pdfinfo'))('is tagged, sized and described (pdfinfo)', async () => {
    const long = tool('pdfinfo', ['-'], await typesetter.letter(samples.sampleLongLetter));
    expect(long).toMatch(/Pages:\s+2\n/);
    expect(long).toMatch(/Page size:\s+595\.\d+ x 935\.\d+ pts/);
    expect(long).toMatch(/Tagged:\s+yes/);
    expect(long).toMatch(/Title:\s+Undangan Rapat Koordinasi Layanan Digital Desa/);
    expect(long).toMatch(/Author:\s+Sekretariat Daerah Kabupaten Sumedang/);
    expect(tool('pdfinfo', ['-meta', '-'], await typesetter.letter(samples.sampleLetter))).toMatch(
      /pdfaid:part>2<[\s\S]*pdfaid:conformance>B</,
    );
  });

  it.skipIf(!requireTool('pdftotext'))(
    'numbers continuation pages, repeats table heads, marks secrecy (pdftotext)',
    async () => {
      const pages = textOf(await typesetter.letter(samples.sampleLongLetter)).split('\f');
      for (const page of pages.slice(0, 2)) {
        expect(page).toContain('RAHASIA');
        expect(page).toContain('Perangkat Daerah');
      }
      expect(pages[0]).toContain('Halaman 1 dari 2');
      expect(pages[1]).toMatch(/– ?2 ?–/);
      expect(pages[1]).toMatch(/a\.n\.\s+BUPATI SUMEDANG\s+SEKRETARIS DAERAH,\s+u\.b\.\s+ASISTEN/);
      expect(pages[1]).toMatch(/Tembusan:\s+1\. Bupati Sumedang;/);
    },
  );

  it.skipIf(!requireTool('pdftotext'))('never leaves a signature alone on a page (pdftotext)', async () => {
    for (let lines = 14; lines < 26; lines++) {
      const body = Array.from({ length: lines }, (_, i) => p(`Alinea ${i}.`));
      const pages = textOf(await typesetter.letter(withBody(...body)))
        .split('\f')
        .filter((page) => page.trim() !== '');
      expect(pages.at(-1)).toContain('SEKRETARIS DAERAH,');
      expect(pages.at(-1)).toContain(`Alinea ${lines - 1}.`);
    }
  });

  it.skipIf(!requireTool('pdftotext'))('says on drafts what is missing (pdftotext)', async () => {
    const text = squeeze(textOf(await typesetter.letter(samples.sampleDraft)));
    for (const part of [
      'diisi saat ditandatangani',
      'tanggal penandatanganan',
      'acara belum diisi',
      'Tempat tanda tangan dan kode QR',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.skipIf(!requireTool('pdftotext'))('moves many addressees to a list and prints annexes (pdftotext)', async () => {
    const addressees = Array.from({ length: 26 }, (_, i) => `Camat Contoh ${i + 1}`);
    const annexes = [{ title: 'RENCANA KERJA', body: doc(p('Tahap pertama.')) }];
    const pages = textOf(await typesetter.letter({ ...samples.sampleLetter, addressees, annexes })).split('\f');
    expect(pages[0]).toContain('Daftar tujuan terlampir');
    expect(pages[1]).toContain('26. Camat Contoh 26');
    expect(pages[2]).toMatch(/RENCANA KERJA\s+Tahap pertama\./);
  });

  it.skipIf(!requireTool('qpdf'))('passes qpdf --check in every shape (qpdf)', async () => {
    const made = await Promise.all([
      typesetter.letter(samples.sampleLetter),
      typesetter.letter(samples.sampleLongLetter),
      typesetter.agreement(samples.sampleAgreement),
      typesetter.report(samples.sampleReport(60)),
    ]);
    for (const pdf of made) {
      const folder = mkdtempSync(join(tmpdir(), 'typesetting-')); // qpdf reads files only
      writeFileSync(join(folder, 'a.pdf'), pdf);
      expect(tool('qpdf', ['--check', join(folder, 'a.pdf')], pdf)).toContain(
        'No syntax or stream encoding errors found',
      );
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(!requireTool('pdftotext'))('prints number, date and signer in every layout (pdftotext)', async () => {
    for (const layout of letterLayouts) {
      const pdf = await typesetter.letter({
        ...samples.sampleLetter,
        layout,
        title: layout === 'korespondensi' ? null : `JUDUL ${layout.toUpperCase()}`,
        from: 'Kepala Bidang',
        subject: `Perihal ${layout}`,
      });
      const text = squeeze(textOf(pdf));
      if (layout !== 'korespondensi') expect(text).toContain(`JUDUL ${layout.toUpperCase()}`);
      expect(text).toContain('000.1.5/1204/Setda');
      expect(text).toContain('24 November 2026');
      expect(text).toContain('LARAS WIRADINATA');
    }
  });

  it.skipIf(!requireTool('pdftotext'))(
    'prints one to ten signers, each with all of their own (pdftotext)',
    async () => {
      for (let count = 1; count <= 10; count++) {
        const cosigners = Array.from({ length: count - 1 }, (_, i) => ({
          role: `PIHAK KE-${i + 2}`,
          lines: [`KEPALA BAGIAN ${i + 2},`],
          name: `NAMA KE-${i + 2}`,
          rank: `Pangkat ke-${i + 2}`,
          nip: `1972000000000000${i + 10}`,
          signature: samples.sampleLetter.signature,
        }));
        const letter = { ...samples.sampleAssignment, cosigners, signerRole: count > 1 ? 'PIHAK KE-1' : null };
        const text = squeeze(textOf(await typesetter.letter(letter)));
        expect(text).toContain('LARAS WIRADINATA');
        for (const { role, lines, name, rank, nip } of cosigners) {
          for (const part of [`${role},`, ...lines, name, rank, `NIP ${nip}`]) expect(text).toContain(part);
        }
        expect(text.split('Ditandatangani secara elektronik').length - 1).toBe(count);
      }
    },
  );

  it.skipIf(!requireTool('pdffonts'))(
    'sets the face that is asked for, embedded, with all of Latin-1 (pdffonts)',
    async () => {
      const latin = Array.from({ length: 0xff - 0x20 }, (_, i) => String.fromCodePoint(0x21 + i))
        .filter((c) => !/[\u007f-\u00a0\u00ad]/.test(c))
        .join(' ');
      for (const [font, name] of Object.entries({ arimo: 'Arimo', tinos: 'Tinos', bonum: 'TeXGyreBonum' })) {
        const paper = { font: font as FontFamily };
        const body = doc(p(latin), p(t(latin, 'bold')), p(t(latin, 'italic')), p(t(latin, 'bold', 'italic')));
        const fonts = tool('pdffonts', ['-'], await typesetter.letter({ ...samples.sampleLetter, paper, body }));
        const rows = fonts
          .split('\n')
          .slice(2)
          .filter((row) => row !== '');
        expect(rows.length).toBeGreaterThan(3);
        for (const row of rows) expect(row).toMatch(new RegExp(`\\+${name}.* yes yes yes`));
      }
    },
  );

  it.skipIf(!requireTool('pdftotext'))(
    'puts what is listed behind its label, annexes on pages of their own (pdftotext)',
    async () => {
      const list = (...items: string[]) => ({ type: 'orderedList', content: items.map((item) => li(p(item))) });
      const row = (label: string, ...content: Record<string, unknown>[]) => details([label, ...content]);
      const pages = textOf(
        await typesetter.letter({
          ...samples.sampleLetter,
          layout: 'penetapan',
          title: 'KEPUTUSAN BUPATI SUMEDANG',
          authority: 'BUPATI SUMEDANG',
          letterhead: { kind: 'regent', office: 'BUPATI SUMEDANG' },
          body: doc(
            row('Menimbang'),
            list('bahwa satu;', 'bahwa dua;'),
            row('Mengingat'),
            list('Undang-Undang;', 'Peraturan;'),
            { type: 'heading', attrs: { level: 1 }, content: [t('MEMUTUSKAN:')] },
            row('Menetapkan', t('KEPUTUSAN BUPATI')),
            row('KESATU', t('Menetapkan susunan tim.')),
            {
              type: 'heading',
              attrs: { level: 1 },
              content: [t('LAMPIRAN I'), { type: 'hardBreak' }, t('SUSUNAN TIM')],
            },
            p('Ketua: Kepala Dinas.'),
          ),
        }),
      ).split('\f');
      expect(pages[0]).toMatch(/Menimbang +: +a\. +bahwa satu;\s+b\. +bahwa dua;\s+Mengingat +: +1\. +Undang-Undang;/);
      expect(pages[0]).toMatch(/BUPATI SUMEDANG,\s+Menimbang/);
      expect(pages[0]).not.toContain('SUSUNAN TIM');
      expect(pages[1]).toMatch(/LAMPIRAN I\s+KEPUTUSAN BUPATI SUMEDANG\s+NOMOR 000\.1\.5/);
      expect(pages[1]).toMatch(/SUSUNAN TIM\s+Ketua: Kepala Dinas\./);
      expect(pages[1]).toContain('LARAS WIRADINATA');
    },
  );

  it.skipIf(!requireTool('pdfinfo'))(
    'turns a certificate on its side, and a journey has a back (pdfinfo)',
    async () => {
      const certificate = await typesetter.letter({
        ...samples.sampleLetter,
        layout: 'sertifikat',
        title: 'SERTIFIKAT',
      });
      expect(tool('pdfinfo', ['-'], certificate)).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts/);
      const journey = await typesetter.letter({
        ...samples.sampleAssignment,
        layout: 'perjalanan_dinas',
        title: 'SPD',
      });
      expect(tool('pdfinfo', ['-'], journey)).toMatch(/Pages:\s+2\n/);
    },
  );
});

describe('refusals', () => {
  it('refuses an unknown node before it draws, with the path', async () => {
    const error = await errorOf(typesetter.letter(withBody({ type: 'iframe' })));
    expect(error).toBeInstanceOf(TypesettingError);
    expect(error).toMatchObject({ code: 'unsupported_body', issues: [{ path: ['body', 'content', 0] }] });
  });

  it('names the characters the font cannot draw; a preview shows the rest', async () => {
    const letter = withBody(p('Nama 漢字 dan 😀 serta "ا"'));
    expect(await errorOf(typesetter.letter(letter))).toMatchObject({
      code: 'missing_glyph',
      characters: ['漢', '字', '😀', 'ا'],
    });
    expect((await typesetter.letterPreview(letter)).undrawable).toEqual(['漢', '字', '😀', 'ا']);
  });

  it.each(['"', '\\', '\u0007', '\u{10ffff}', 'u{41}'])('finds a glyph or names the character: %j', async (text) => {
    const error = await errorOf(typesetter.letter(withBody(p(`x${text}x`))));
    if (error !== null) expect(error).toMatchObject({ code: 'missing_glyph', characters: [text] });
  });

  it('refuses a final letter that is not complete', async () => {
    expect(await errorOf(typesetter.letter({ ...samples.sampleLetter, number: null }))).toMatchObject({
      code: 'invalid_document',
      issues: [{ path: ['number'] }],
    });
    expect(await errorOf(typesetter.letter(withBody(p(variable('a', 'acara', null)))))).toMatchObject({
      code: 'missing_value',
    });
  });

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    'kein Bild',
  ])('refuses the mark %s', async (mark) => {
    const letterhead = { kind: 'unit' as const, mark, lines: ['A'] };
    expect(await errorOf(typesetter.letter({ ...samples.sampleLetter, letterhead }))).toMatchObject({
      code: 'invalid_document',
    });
  });

  it('refuses a mark that cannot be drawn, and goes on', async () => {
    const letterhead = { kind: 'unit' as const, mark: '<svg><unclosed', lines: ['A'] };
    expect(await errorOf(typesetter.letter({ ...samples.sampleLetter, letterhead }))).toMatchObject({
      code: 'typesetting_failed',
    });
    expect((await typesetter.letter(samples.sampleLetter)).length).toBeGreaterThan(1000);
  });

  it('refuses more than it may keep waiting, and everything once closed', async () => {
    const small = createTypesetter({ threads: 1, maxQueue: 1 });
    const jobs = Array.from({ length: 3 }, () => errorOf(small.letter(samples.sampleLetter)));
    expect(await Promise.all(jobs)).toMatchObject([null, null, { code: 'typesetting_busy' }]);
    const open = errorOf(small.letter(samples.sampleLetter));
    await new Promise((resolve) => setImmediate(resolve));
    await small.close();
    expect([null, 'typesetting_closed']).toContain(
      await open.then((e) => (e instanceof TypesettingError ? e.code : e)),
    );
    expect(await errorOf(small.letter(samples.sampleLetter))).toMatchObject({ code: 'typesetting_closed' });
  });
});

describe('agreements and reports', () => {
  it.skipIf(!requireTool('pdftotext'))('prints an agreement with all parties (pdftotext)', async () => {
    const pdf = await typesetter.agreement(samples.sampleAgreement);
    const text = squeeze(textOf(pdf));
    for (const part of [
      'PERJANJIAN KERJA SAMA ANTARA PEMERINTAH KABUPATEN SUMEDANG DENGAN PEMERINTAH KABUPATEN LEBAK TENTANG',
      'Nomor PIHAK KEDUA : 100.2.2.3/77/Setda',
      'Pasal 5 JANGKA WAKTU',
      'sampai dengan tanggal 31 Desember 2029.',
      'BUPATI SUMEDANG, BUPATI LEBAK,',
    ]) {
      expect(text).toContain(part);
    }
    expect(Buffer.from(await typesetter.agreement(samples.sampleAgreement)).equals(Buffer.from(pdf))).toBe(true);
  });

  it('refuses a final agreement where a party has no number', async () => {
    const parties = samples.sampleAgreement.parties.map((party, i) => (i === 1 ? { ...party, number: null } : party));
    expect(await errorOf(typesetter.agreement({ ...samples.sampleAgreement, parties }))).toMatchObject({
      code: 'invalid_document',
      issues: [{ path: ['parties', 1, 'number'] }],
    });
  });

  it.skipIf(!requireTool('pdftotext'))(
    'prints a report with totals and without the subject of secret letters (pdftotext)',
    async () => {
      const text = squeeze(textOf(await typesetter.report(samples.sampleReport(120))));
      expect(text).toContain('Jumlah 43 24');
      expect(text).toContain('000.1.5/1319/Setda');
      expect(text).toContain('—');
      expect(squeeze(textOf(await typesetter.report(samples.sampleReport(0))))).toContain(
        'Tidak ada surat pada masa ini.',
      );
    },
  );
});

describe('previews', () => {
  it('gives one self-contained SVG per page', async () => {
    const { pages, undrawable } = await typesetter.letterPreview(samples.sampleLongLetter);
    expect(undrawable).toEqual([]);
    expect(pages).toHaveLength(2);
    for (const { svg } of pages) {
      const defined = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      const used = [...svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map((match) => match[1]);
      expect(used.length).toBeGreaterThan(100);
      expect(used.filter((id) => !defined.has(id))).toEqual([]);
      expect(svg).not.toMatch(/<script|\bon\w+=/);
    }
  });
});

describe('any body', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(...hostile),
  );
  const marks = fc.uniqueArray(
    fc.constantFrom('bold', 'italic', 'underline', 'strike', 'code').map((type) => ({ type })),
    { maxLength: 3 },
  );
  const inline = fc.oneof(
    fc.record({ type: fc.constant('text'), text, marks }),
    fc.constant({ type: 'hardBreak' }),
    text.map((value) => variable('v', 'isian', value)),
  );
  const { block } = fc.letrec<{ block: Record<string, unknown>; blocks: Record<string, unknown>[] }>((tie) => ({
    blocks: fc.array(tie('block'), { maxLength: 3 }),
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.array(inline, { maxLength: 4 }).map((content) => ({ type: 'paragraph', content })),
      fc.array(inline, { maxLength: 2 }).map((content) => ({ type: 'heading', attrs: { level: 2 }, content })),
      text.map((code) => ({ type: 'codeBlock', content: [t(code)] })),
      fc.constant({ type: 'horizontalRule' }),
      tie('blocks').map((content) => ({ type: 'blockquote', content })),
      fc
        .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(tie('blocks'), { maxLength: 3 }))
        .map(([type, items]) => ({
          type,
          content: items.map((content) => li(...content)),
        })),
      fc
        .array(fc.tuple(text, tie('blocks')), { maxLength: 3 })
        .map((rows) => details(...rows.map(([label, b]): [string, ...Record<string, unknown>[]] => [label, ...b]))),
      fc
        .array(
          fc.array(
            fc.record({
              colspan: fc.integer({ min: 1, max: 3 }),
              rowspan: fc.integer({ min: 1, max: 3 }),
              content: tie('blocks'),
              head: fc.boolean(),
            }),
            { maxLength: 3 },
          ),
          { maxLength: 3 },
        )
        .map((rows) => ({
          type: 'table',
          content: rows.map((row) => ({
            type: 'tableRow',
            content: row.map(({ colspan, rowspan, content, head }) => ({
              type: head ? 'tableHeader' : 'tableCell',
              attrs: { colspan, rowspan },
              content,
            })),
          })),
        })),
    ),
  }));

  it('is typeset, or refused with a reason', async () => {
    const reasons = new Set(['unsupported_body', 'missing_glyph']);
    let drawn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), async (content) => {
        const error = await errorOf(typesetter.letter({ ...samples.sampleDraft, body: doc(...content) }));
        if (error === null) drawn += 1;
        else if (!(error instanceof TypesettingError && reasons.has(error.code))) throw error;
      }),
      { numRuns: 150 },
    );
    expect(drawn).toBeGreaterThan(10);
  }, 60_000);

  it('is typeset at the greatest depth', async () => {
    const kinds = [
      (inner: Record<string, unknown>) => ({ type: 'blockquote', content: [inner] }),
      (inner: Record<string, unknown>) => ({ type: 'orderedList', content: [li(inner)] }),
      (inner: Record<string, unknown>) => details(['a', inner]),
      (inner: Record<string, unknown>) => ({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [inner] }] }],
      }),
    ];
    for (const wrap of kinds) {
      let inner: Record<string, unknown> = p('dalam');
      let accepted = 0;
      for (let depth = 0; depth < 20; depth++) {
        inner = wrap(inner);
        const error = await errorOf(typesetter.letter(withBody(inner)));
        if (error === null) accepted += 1;
        else expect(error).toMatchObject({ code: 'unsupported_body' });
      }
      expect(accepted).toBeGreaterThanOrEqual(3);
    }
  });
});
