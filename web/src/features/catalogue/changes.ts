import { type Body, type BodyNode, listVariables } from '../../components/editor/body.ts';

/** One line of what changed; the words are in namespace `catalogue`. */
export type Change = { kind: 'added' | 'removed' | 'changed'; key: string; values: Record<string, string | number> };

function isBody(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && 'content' in body && Array.isArray(body.content);
}

function textOf(node: BodyNode): string {
  if (node.type === 'variable') return `[${String(node.attrs?.name ?? '')}]`;
  const own = node.type === 'detailsRow' ? String(node.attrs?.label ?? '') : '';
  return own + (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}

/** Paragraphs, rows and cells as plain text, so that moving one is no change of its words. */
function blocksOf(body: Body): string[] {
  const leaves = new Set(['paragraph', 'heading', 'detailsRow']);
  const visit = (node: BodyNode): string[] =>
    leaves.has(node.type) ? [textOf(node)] : (node.content ?? []).flatMap(visit);
  return body.content.flatMap(visit).filter((text) => text !== '');
}

/** What a newer version changed, in the few lines one reads before deciding: fields that came or went, text. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  if (!isBody(before) || !isBody(after)) return [];
  const old = new Map(listVariables(before).map(({ name, label }) => [name, label]));
  const now = new Map(listVariables(after).map(({ name, label }) => [name, label]));
  const changes: Change[] = [];
  for (const [name, label] of now)
    if (!old.has(name)) changes.push({ kind: 'added', key: 'changes.fieldAdded', values: { label } });
  for (const [name, label] of old)
    if (!now.has(name)) changes.push({ kind: 'removed', key: 'changes.fieldRemoved', values: { label } });
  const oldBlocks = blocksOf(before);
  const newBlocks = blocksOf(after);
  const added = newBlocks.filter((text) => !oldBlocks.includes(text)).length;
  const removed = oldBlocks.filter((text) => !newBlocks.includes(text)).length;
  const rewritten = Math.min(added, removed);
  if (rewritten > 0) changes.push({ kind: 'changed', key: 'changes.rewritten', values: { count: rewritten } });
  if (added > rewritten)
    changes.push({ kind: 'added', key: 'changes.textAdded', values: { count: added - rewritten } });
  if (removed > rewritten)
    changes.push({ kind: 'removed', key: 'changes.textRemoved', values: { count: removed - rewritten } });
  return changes;
}

/** A place of a text, or one value of the defaults, as lines to read. */
export function linesOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [typeof value === 'string' ? value : JSON.stringify(value)];
  return blocksOf({ type: 'doc', content: value as BodyNode[] });
}

/** Labels of the fields of a text, in reading order. */
export const fieldsOf = (body: unknown): string[] =>
  isBody(body) ? listVariables(body).map(({ label }) => label) : [];
