import type { BlockData, InlineData } from './body-data.ts';

type Details = Extract<BlockData, { k: 'details' }>;
type Row = Details['rows'][number];

const wordsOf = (items: readonly InlineData[]): string =>
  items.map((item) => (item.k === 't' ? item.t : item.k === 'var' ? item.value || item.label : '\n')).join('');

const isOpen = (row: Row | undefined): row is Row =>
  row !== undefined && row.b.length === 0 && wordsOf(row.c).trim() === '';

/** Considerations are lettered, everything else that is listed behind a label is numbered: UU 12/2011, lampiran II. */
const styleFor = (label: string, list: BlockData): BlockData =>
  list.k === 'ol' && list.style === '' && /^menimbang$/i.test(label.trim()) ? { ...list, style: 'a' } : list;

/**
 * A row of details without words takes the lists behind it as its content, and details that follow each other become
 * one block, so that "Menimbang : a. bahwa …" and "Mengingat : 1. …" stand in the same two columns. In the editor a row
 * holds one line only; there the list simply stands below its label.
 */
export function joinDetails(blocks: readonly BlockData[]): BlockData[] {
  const joined: BlockData[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.k !== 'details') {
      joined.push(block);
      continue;
    }
    const open = last.rows.at(-1);
    if (block.k === 'details') joined[joined.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
    else if ((block.k === 'ol' || block.k === 'ul') && isOpen(open)) {
      const filled = { ...open, b: [styleFor(open.label, block)] };
      joined[joined.length - 1] = { ...last, rows: [...last.rows.slice(0, -1), filled] };
    } else joined.push(block);
  }
  return joined;
}

/**
 * Cuts a body at its annexes: a heading of the first level that begins with LAMPIRAN starts one on a page of its own; what
 * follows a line break in the heading is the annex's title.
 */
export function splitAnnexes(blocks: readonly BlockData[]): {
  main: BlockData[];
  annexes: { label: string; title: string; body: BlockData[] }[];
} {
  const main: BlockData[] = [];
  const annexes: { label: string; title: string; body: BlockData[] }[] = [];
  for (const block of blocks) {
    const words = block.k === 'h' && block.level === 1 ? wordsOf(block.c).trim() : '';
    if (/^LAMPIRAN\b/.test(words)) {
      const [label = 'LAMPIRAN', ...title] = words.split('\n');
      annexes.push({ label: titleCase(label), title: title.join(' ').trim(), body: [] });
    } else (annexes.at(-1)?.body ?? main).push(block);
  }
  return { main, annexes: annexes.map((annex) => ({ ...annex, body: joinDetails(annex.body) })) };
}

/** A paragraph that goes on with a sentence ("dengan ini menerangkan bahwa …") has no indent. */
export const markContinued = (blocks: readonly BlockData[]): (BlockData & { flush?: boolean })[] =>
  blocks.map((block) =>
    block.k === 'p' && /^\p{Ll}/u.test(wordsOf(block.c).trim()) ? { ...block, flush: true } : block,
  );

const capitals = (item: InlineData): InlineData =>
  item.k === 't'
    ? { ...item, t: item.t.toUpperCase() }
    : item.k === 'var'
      ? { ...item, value: item.value.toUpperCase() }
      : item;

/** What is laid down stands in capitals behind Menetapkan: UU 12/2011, lampiran II. */
export const raiseDictum = (blocks: readonly BlockData[]): BlockData[] =>
  blocks.map((block) =>
    block.k === 'details'
      ? {
          ...block,
          rows: block.rows.map((row) =>
            /^menetapkan$/i.test(row.label.trim()) ? { ...row, c: row.c.map(capitals) } : row,
          ),
        }
      : block,
  );

/** "LAMPIRAN II" → "Lampiran II": decisions print it in capitals again. */
const titleCase = (label: string): string => label.replace(/^LAMPIRAN/, 'Lampiran');
