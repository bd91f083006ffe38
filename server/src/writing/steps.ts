import type { Node } from 'prosemirror-model';
import { Mapping, Step, type StepMap, Transform } from 'prosemirror-transform';
import { bodySchema } from './body-schema.ts';

/** Steps as they travel; only `stepType` is ours to rely on. */
export type StepJson = Record<string, unknown>;
export type Applied = { doc: Node; maps: StepMap[] };
/** A stretch of the body; places are counted as ProseMirror counts them. */
export type Span = { from: number; to: number };

/**
 * Applies steps in order. Takes whatever a client sends.
 * @returns null when one of them does not read, does not fit the document, or leaves one that the schema refuses
 */
export function applySteps(doc: Node, steps: readonly StepJson[]): Applied | null {
  const transform = new Transform(doc);
  try {
    for (const json of steps) if (transform.maybeStep(Step.fromJSON(bodySchema, json)).failed) return null;
    transform.doc.check();
  } catch (error) {
    // ProseMirror says so of what a client made up; anything else is our fault.
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
  return { doc: transform.doc, maps: transform.mapping.maps.slice() };
}

/** Where a stretch stands after changes; null when nothing of it is left. */
export function mapSpan(span: Span, maps: readonly StepMap[]): Span | null {
  const mapping = new Mapping(maps.slice());
  const from = mapping.map(span.from, 1);
  const to = mapping.map(span.to, -1);
  return from < to ? { from, to } : null;
}

/** The maps of stored steps, to bring a place of an older body to the present one. */
export const mapsOf = (steps: readonly StepJson[]): StepMap[] =>
  steps.map((json) => Step.fromJSON(bodySchema, json).getMap());

/** The words of a stretch as people read them; null when the document is shorter. */
export function wordsOf(doc: Node, { from, to }: Span): string | null {
  if (from < 0 || to > doc.content.size || from >= to) return null;
  return doc.textBetween(from, to, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : (leaf.type.spec.leafText?.(leaf) ?? ''),
  );
}

/** Finds words again after a body was replaced as a whole: the place nearest to the old one; null when they are gone. */
export function findWords(doc: Node, quote: string, near: number): Span | null {
  let best: Span | null = null;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    // One character for each place in the block, so that what is found in the text is found in the document.
    const text = node.textBetween(0, node.content.size, '\n', '\uFFFC');
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      const from = position + 1 + at;
      if (best === null || Math.abs(from - near) < Math.abs(best.from - near)) best = { from, to: from + quote.length };
    }
    return false;
  });
  return best;
}

/** Whether a stretch lies within one paragraph, cell line or row: what a suggestion may change. */
export const isWithinOneBlock = (doc: Node, { from, to }: Span): boolean => {
  const start = doc.resolve(from);
  return start.parent.isTextblock && start.sameParent(doc.resolve(to));
};

/** The steps that put `words` in place of a stretch, in the hand of its first word; empty words take it out. */
export function replaceWords(doc: Node, { from, to }: Span, words: string): StepJson[] {
  const transform = new Transform(doc);
  if (words === '') transform.delete(from, to);
  else {
    const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? doc.resolve(from).marks();
    transform.replaceWith(from, to, bodySchema.text(words, marks));
  }
  return transform.steps.map((step) => step.toJSON() as StepJson);
}
