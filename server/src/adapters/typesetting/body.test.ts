import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../core/paths.ts';
import { bodyText, checkLetterBody, letterBodySchema, missingVariables } from './body.ts';
import { placeCells } from './body-table.ts';
import { details, doc, li, p, sampleLongLetter, t, table, variable } from './testing.ts';

const paths = (body: unknown): string[] => checkLetterBody(body).map((issue) => issue.path.join('.'));

describe('letterBodySchema', () => {
  it('takes every node and mark of a letter', () => {
    expect(checkLetterBody(sampleLongLetter.body)).toEqual([]);
    expect(letterBodySchema.safeParse(sampleLongLetter.body).success).toBe(true);
  });

  it('takes the bodies of the templates that come with the product', () => {
    const folder = join(projectRoot, 'tenants', 'templates');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const template: { body?: unknown } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      expect({ name, issues: checkLetterBody(template.body) }).toEqual({ name, issues: [] });
    }
  });

  it.each([
    ['an unknown node', doc(p('a'), { type: 'iframe' }), 'content.1'],
    ['an unknown inline node', doc(p({ type: 'image', attrs: { src: 'x' } })), 'content.0.content.0'],
    ['an unknown mark', doc(p(t('a', 'blink'))), 'content.0.content.0.marks.0'],
    ['a mark named like an object property', doc(p(t('a', 'constructor'))), 'content.0.content.0.marks.0'],
    ['a block where a list item belongs', doc({ type: 'bulletList', content: [p('a')] }), 'content.0.content.0'],
    ['a level out of range', doc({ type: 'heading', attrs: { level: 9 } }), 'content.0.attrs.level'],
    ['a text that is none', doc(p({ type: 'text', text: 4 })), 'content.0.content.0.text'],
    ['content that is no list', { type: 'doc', content: 'a' }, 'content'],
    ['no document', 'a', ''],
  ])('refuses %s with its path', (_, body, path) => {
    expect(paths(body)).toEqual([path]);
    expect(letterBodySchema.safeParse(body).success).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/letters',
    'JAVASCRIPT:x',
    '',
  ])('refuses the link %s', (href) => {
    const body = doc(p({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }));
    expect(paths(body)).toEqual(['content.0.content.0.marks.0.attrs.href']);
  });

  it.each(['https://a.example/b', 'http://a.example', 'mailto:surat@a.example'])('takes the link %s', (href) => {
    expect(checkLetterBody(doc(p({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] })))).toEqual(
      [],
    );
  });

  it('refuses what is too deep, too many or too long', () => {
    let deep: Record<string, unknown> = p('a');
    for (let i = 0; i < 5000; i++) deep = { type: 'blockquote', content: [deep] };
    expect(checkLetterBody(doc(deep))[0]?.message).toContain('terlalu dalam');
    expect(
      checkLetterBody(doc({ type: 'bulletList', content: Array.from({ length: 20_001 }, () => li()) }))[0]?.message,
    ).toContain('terlalu besar');
    expect(checkLetterBody(doc(p('a'.repeat(300_001))))[0]?.message).toContain('terlalu panjang');
    const wide = { type: 'tableCell', attrs: { colspan: 16, rowspan: 1000 }, content: [] };
    expect(
      checkLetterBody(doc({ type: 'table', content: [{ type: 'tableRow', content: [wide] }] }))[0]?.message,
    ).toContain('terlalu besar');
  });

  it('tells which variables wait for a value, and gives the text', () => {
    const body = doc(
      details(['acara', variable('a', 'acara', ' ')], ['waktu', variable('w', 'waktu', 'pagi')]),
      p('Demi', t('kian', 'bold')),
    );
    expect(missingVariables(body)).toEqual(['acara']);
    expect(
      bodyText(
        doc(details(['waktu', variable('w', 'waktu', 'pagi')]), p('Demi', t('kian', 'bold')), table(['x', 'y'])),
      ),
    ).toBe('waktu: pagi\nDemikian\nx\ny');
  });
});

describe('placeCells', () => {
  const cell = (colspan = 1, rowspan = 1, isHeader = false) => ({ colspan, rowspan, isHeader, widths: [] });

  it('lays cells around those that reach down, and cuts what reaches below the table', () => {
    const grid = placeCells([[cell(1, 9), cell()], [cell()], []]);
    expect(grid?.columns).toBe(2);
    expect(grid?.cells.map(({ x, y, h }) => [x, y, h])).toEqual([
      [0, 0, 3],
      [1, 0, 1],
      [1, 1, 1],
    ]);
  });

  it('answers null for cells on top of each other', () => {
    expect(placeCells([[cell(), cell(1, 2)], [cell(2)]])).toBeNull();
  });

  it('repeats only whole leading rows of headers', () => {
    expect(placeCells([[cell(1, 1, true)], [cell()]])?.headerRows).toBe(1);
    expect(placeCells([[cell(1, 2, true), cell(1, 1, true)], [cell()]])?.headerRows).toBe(0);
  });
});
