import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireTool } from '../../testing/tools.ts';
import { createTypesetter } from '../typesetting/index.ts';
import { sampleLetter } from '../typesetting/testing.ts';
import { testAuthorities, testPerson, testSigned } from './testing.ts';

// No validator of PDF/A-2 is to be had from npm or Debian (docs/decisions/0010). These are the rules of ISO 19005-2 that
// a signature could break; what the page itself owes, the typesetter checks while it writes.

let folder: string;
let files: Buffer[];
let unsigned: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madangan-pdfa-'));
  const authorities = await testAuthorities();
  const people = await Promise.all(['Ani', 'Budi', 'Cecep'].map((name) => testPerson(authorities, name)));
  const typesetter = createTypesetter({ threads: 1 });
  unsigned = Buffer.from(await typesetter.letter(sampleLetter).finally(() => typesetter.close()));
  files = (await testSigned(authorities, people, undefined, unsigned)).map((bytes) => Buffer.from(bytes));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What signatures added, as text, without the signatures themselves. */
const addedTo = (file: Buffer): string =>
  file
    .subarray(unsigned.length)
    .toString('latin1')
    .replaceAll(/<[0-9a-fA-F]{64,}>/g, '<…>');

describe.each([1, 3])('a letter with %s signatures', (count) => {
  const file = (): Buffer => files[count - 1] ?? Buffer.alloc(0);

  it('still declares PDF/A-2b: catalog, metadata and output intent are those of the letter (6.6.4, 6.2.3)', () => {
    const [metadata] = /\/Metadata \d+ 0 R/.exec(unsigned.toString('latin1')) ?? [];
    expect(metadata).toBeDefined();
    const catalogs = addedTo(file()).match(/\/Type\s*\/Catalog[\s\S]*?endobj/g) ?? [];
    // The first signature adds the form to the catalog; later ones change the form alone.
    expect(catalogs.length).toBeGreaterThan(0);
    for (const catalog of catalogs) {
      expect(catalog).toContain(metadata);
      expect(catalog).toMatch(/\/OutputIntents /);
      expect(catalog).not.toMatch(/\/(OpenAction|AA|JavaScript|NeedsRendering)\b/);
    }
    expect(file().toString('latin1')).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
  });

  it('signature fields are printed, not hidden, and of no size, so that they need no appearance (6.3.2, 6.3.3)', () => {
    const widgets = addedTo(file()).match(/<<(?:(?!>>)[\s\S])*\/Subtype\s*\/Widget(?:(?!>>)[\s\S])*>>/g) ?? [];
    expect(widgets.length).toBeGreaterThanOrEqual(count);
    for (const widget of widgets) {
      const flags = Number(/\/F (\d+)/.exec(widget)?.[1]);
      // Print (3) set; Invisible (1), Hidden (2), ToggleNoView (9) and NoView (6) clear.
      expect([flags & 4, flags & (1 | 2 | 32 | 256)]).toEqual([4, 0]);
      expect(widget).toMatch(/\/Rect \[0 0 0 0\]/);
    }
  });

  it('the form asks no viewer to make appearances, and nothing is encrypted or run (6.4.1, 6.1.3, 6.5.1)', () => {
    const added = addedTo(file());
    expect(added).not.toMatch(/\/NeedAppearances true/);
    expect(added).not.toMatch(/\/(Encrypt|JavaScript|Launch|EmbeddedFiles)\b/);
    expect(added).toMatch(/\/ID \[<[^>]+> <[^>]+>\]|\/ID \[/);
  });

  it('the last signature covers the whole file (6.4.3)', () => {
    const ranges = [
      ...file()
        .toString('latin1')
        .matchAll(/\/ByteRange \[\s*0 (\d+)\s+(\d+)\s+(\d+)/g),
    ];
    expect(ranges).toHaveLength(count);
    const [, , start, length] = ranges.at(-1)?.map(Number) ?? [];
    expect((start ?? 0) + (length ?? 0)).toBe(file().length);
  });

  it.skipIf(!requireTool('pdffonts'))('every font is embedded (6.2.11.4; pdffonts)', () => {
    const path = join(folder, `${count}.pdf`);
    writeFileSync(path, file());
    const rows = execFileSync('pdffonts', [path], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
      .split('\n');
    const fonts = rows.slice(2).map((row) => /\s(yes|no) (yes|no) (yes|no)\s+\d+\s+\d+$/.exec(row)?.[1]);
    expect(fonts.length).toBeGreaterThan(0);
    expect(new Set(fonts)).toEqual(new Set(['yes']));
  });
});
