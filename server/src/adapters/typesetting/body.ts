import { z } from 'zod';
import type { BlockData, BodyReading } from './body-data.ts';
import { readBody } from './body-reader.ts';
import type { TypesettingIssue } from './errors.ts';

/** A ProseMirror document as the API takes and stores it. */
export type LetterBody = { type: 'doc'; content: Record<string, unknown>[] };

/**
 * The body of a letter: Tiptap's starter kit and tables, plus our `details`/`detailsRow` and the inline atom `variable`.
 * Anything else is refused with its path. Usable in routes: it has a JSON schema, the tree check runs on top of it.
 */
export const letterBodySchema = z
  .object({ type: z.literal('doc'), content: z.array(z.record(z.string(), z.unknown())).max(4000) })
  .superRefine((body, ctx) => {
    for (const issue of readBody(body).issues)
      ctx.addIssue({ code: 'custom', path: issue.path, message: issue.message });
  });

/** All faults of a body with their paths, empty if it can be typeset. Takes anything. */
export const checkLetterBody = (body: unknown): TypesettingIssue[] => readBody(body).issues;

/** Labels of the variables that have no value yet, in reading order, each once. */
export const missingVariables = (body: unknown): string[] => [...new Set(readBody(body).missing)];

/** The body as plain text, one line per block; for search and summaries. Faulty parts are left out. */
export function bodyText(body: unknown): string {
  const lines: string[] = [];
  const visit = (blocks: BlockData[]): void => {
    for (const block of blocks) {
      if (block.k === 'p' || block.k === 'h') lines.push(block.c.map(inlineText).join(''));
      else if (block.k === 'ul' || block.k === 'ol') block.items.forEach(visit);
      else if (block.k === 'quote') visit(block.c);
      else if (block.k === 'code') lines.push(block.t);
      else if (block.k === 'table') for (const cell of block.cells) visit(cell.c);
      else if (block.k === 'details') {
        for (const row of block.rows) {
          lines.push(`${row.label}: ${row.c.map(inlineText).join('')}`.trimEnd());
          visit(row.b);
        }
      }
    }
  };
  visit(readBody(body).blocks);
  return lines.filter((line) => line !== '').join('\n');
}

const inlineText = (item: BodyReading['inlines'][number]): string =>
  item.k === 'br' ? ' ' : item.k === 'var' ? item.value : item.t;
