import { Node } from 'prosemirror-model';
import type { LetterBody } from '../adapters/typesetting/index.ts';
import { bodySchema } from './body-schema.ts';

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string; marks?: Json[] };

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const childrenOf = (node: Json): Json[] => (Array.isArray(node.content) ? node.content.filter(isJson) : []);
const isInline = (node: Json): boolean => bodySchema.nodes[node.type]?.isInline ?? false;
const deepestHeading = 3;
const emptyParagraph: Json = { type: 'paragraph' };
const newLine: Json = { type: 'hardBreak' };

function inline(nodes: Json[]): Json[] {
  const found: Json[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && (node.text ?? '') === '') continue;
    if (isInline(node)) {
      const marks = (node.marks ?? []).filter((mark) => isJson(mark) && bodySchema.marks[mark.type] !== undefined);
      const { marks: _, ...rest } = node;
      found.push(marks.length > 0 ? { ...rest, marks } : rest);
    } else {
      // Blocks where only words may stand, as in a row of details: their words stay, a line each.
      const words = inline(childrenOf(node));
      if (words.length > 0) found.push(...(found.length > 0 ? [newLine] : []), ...words);
    }
  }
  return found;
}

const withContent = (node: Json, content: Json[]): Json => {
  const { content: _, ...rest } = node;
  return content.length > 0 ? { ...rest, content } : rest;
};
const lines = (node: Json): Json[] =>
  childrenOf(node)
    .map((child) => child.text ?? '')
    .join('')
    .split('\n')
    .map((text) => (text === '' ? emptyParagraph : { type: 'paragraph', content: [{ type: 'text', text }] }));

function blocks(nodes: Json[]): Json[] {
  const found: Json[] = [];
  let loose: Json[] = [];
  const close = (): void => {
    const words = inline(loose);
    if (words.length > 0) found.push({ type: 'paragraph', content: words });
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else {
      close();
      found.push(...block(node));
    }
  }
  close();
  return found;
}

const filled = (content: Json[]): Json[] => (content.length > 0 ? content : [emptyParagraph]);
const parts = (node: Json, read: (child: Json) => Json): Json[] => {
  const content = childrenOf(node).map(read);
  return content.length > 0 ? [{ ...node, content }] : [];
};

function item(node: Json): Json {
  const content = blocks(childrenOf(node));
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [emptyParagraph, ...content] };
}

function block(node: Json): Json[] {
  switch (node.type) {
    case 'paragraph':
      return [withContent(node, inline(childrenOf(node)))];
    case 'heading': {
      const level = Math.min(Number(node.attrs?.level ?? 1), deepestHeading);
      return [withContent({ ...node, attrs: { ...node.attrs, level } }, inline(childrenOf(node)))];
    }
    case 'codeBlock':
      return lines(node);
    case 'horizontalRule':
    case 'image':
    case 'variableTable':
      return [withContent(node, [])];
    case 'bulletList':
    case 'orderedList':
      return parts(node, item);
    case 'blockquote':
    case 'conditional': {
      const content = blocks(childrenOf(node));
      return content.length > 0 ? [{ ...node, content }] : [];
    }
    case 'details':
      return parts(node, (row) => withContent({ ...row, type: 'detailsRow' }, inline(childrenOf(row))));
    case 'table':
      return parts(node, (row) => ({
        type: 'tableRow',
        content: childrenOf(row).map((cell) => ({ ...cell, content: filled(blocks(childrenOf(cell))) })),
      }));
    default:
      // What the editor does not know gives its words.
      return blocks(childrenOf(node));
  }
}

/**
 * A stored body as the editor opens it. What the editor cannot hold (a link, a block of code, a heading below the third)
 * becomes what it can, and no word is left out. The same body always gives the same document.
 */
export function toEditorDoc(body: LetterBody | null): Node {
  const content = filled(blocks((body?.content ?? []).filter(isJson)));
  const doc = Node.fromJSON(bodySchema, { type: 'doc', content });
  doc.check();
  return doc;
}

function tidy(node: Json): Json {
  const attrs = Object.entries(node.attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const { attrs: _, content, ...rest } = node;
  return {
    ...rest,
    ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
    ...(content ? { content: content.map(tidy) } : {}),
  };
}

/** The document as it is stored and printed: attributes that say nothing are left out. */
export const toBody = (doc: Node): LetterBody => tidy(doc.toJSON() as Json) as unknown as LetterBody;
