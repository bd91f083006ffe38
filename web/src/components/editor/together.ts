import { type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { insertPoint, Mapping, ReplaceStep, Step, type StepMap, Transform } from '@tiptap/pm/transform';

/** A step as the server orders it. */
export type RemoteStep = { step: Step; clientId: string };
type Unsent = { step: Step; inverted: Step };
/** As prosemirror-collab uses it too; the types leave it out. */
type Mirroring = Mapping & { setMirror(step: number, mirror: number): void };
type Together = { version: number; unsent: readonly Unsent[] };

const key = new PluginKey<Together>('together');

/**
 * Keeps, beside the editor's document, the version that the server has and the steps that it does not have yet. The
 * server orders the steps of all pages; `receive` puts one's own on top of theirs.
 * @param unsent steps that are in the document already, from before a reload
 */
export function together(version: number, unsent: readonly Unsent[] = []): Plugin<Together> {
  return new Plugin<Together>({
    key,
    state: {
      init: () => ({ version, unsent }),
      apply(transaction, before) {
        const given = transaction.getMeta(key) as Together | undefined;
        if (given) return given;
        if (!transaction.docChanged) return before;
        const own = transaction.steps.map((step, index) => ({
          step,
          inverted: step.invert(docAt(transaction, index)),
        }));
        return { ...before, unsent: [...before.unsent, ...own] };
      },
    },
    // prosemirror-history keeps what it needs to rebase undo steps.
    historyPreserveItems: true,
  } as ConstructorParameters<typeof Plugin<Together>>[0]);
}

function docAt(transform: Transform, index: number): Node {
  const doc = transform.docs[index];
  if (!doc) throw new Error('a step without its document');
  return doc;
}

/** @throws Error in an editor without the plugin */
export function togetherState(state: EditorState): Together {
  const found = key.getState(state);
  if (!found) throw new Error('this editor does not write together');
  return found;
}

/** What is to be sent now: own steps in order, and the version that they start from; null when all is there. */
export function sendable(state: EditorState, most = 200): { version: number; steps: Step[] } | null {
  const { version, unsent } = togetherState(state);
  return unsent.length === 0 ? null : { version, steps: unsent.slice(0, most).map(({ step }) => step) };
}

/** The document without what was not sent yet: what the server has at `togetherState(state).version`. */
export function sentDoc(state: EditorState): Node {
  const back = new Transform(state.doc);
  for (const { inverted } of [...togetherState(state).unsent].reverse()) back.step(inverted);
  return back.doc;
}

/** A stretch with words that must not vanish because two people wrote at once. */
type Words = { from: number; to: number; text: string };
export type Received = {
  transaction: Transaction;
  /** Dispatch after `transaction`: puts words back that fell into the other's deletion unseen; null if none did. */
  rescue: (state: EditorState) => Transaction | null;
};

/**
 * Takes over steps that the server has ordered after `togetherState(state).version`, and rebases one's own unsent ones.
 * Nobody deletes words that they have not seen: one's own that stood in what another deleted, and the other's that stood
 * in what one deleted oneself, are put back by `rescue`.
 * @param reached the version after them, where they stand for a body that was replaced as a whole
 */
export function receive(state: EditorState, remotes: readonly RemoteStep[], ownId: string, reached?: number): Received {
  const before = togetherState(state);
  const version = reached ?? before.version + remotes.length;
  const firstForeign = remotes.findIndex(({ clientId }) => clientId !== ownId);
  const confirmed = firstForeign < 0 ? remotes.length : firstForeign;
  const unsent = before.unsent.slice(confirmed);
  const foreign = remotes.slice(confirmed);
  const transaction = state.tr;
  if (foreign.length === 0) {
    transaction.setMeta(key, { version, unsent }).setMeta('addToHistory', false);
    return { transaction, rescue: () => null };
  }
  const ownWords = insertedWords(
    state.doc,
    unsent.map(({ step }) => step.getMap()),
  );
  for (const { inverted } of [...unsent].reverse()) transaction.step(inverted);
  for (const { step } of foreign) transaction.step(step);
  const foreignEnd = transaction.steps.length;
  const foreignWords = insertedWords(
    transaction.doc,
    foreign.map(({ step }) => step.getMap()),
  );
  const rebased: Unsent[] = [];
  let mapFrom = unsent.length;
  for (const { step } of unsent) {
    const mapped = step.map(transaction.mapping.slice(mapFrom));
    mapFrom -= 1;
    if (!mapped) continue;
    const doc = transaction.doc;
    if (transaction.maybeStep(mapped).failed) continue;
    (transaction.mapping as Mirroring).setMirror(mapFrom, transaction.steps.length - 1);
    rebased.push({ step: mapped, inverted: mapped.invert(doc) });
  }
  transaction
    .setMeta(key, { version, unsent: rebased })
    .setMeta('rebased', unsent.length)
    .setMeta('addToHistory', false);
  const lost = [
    ...lostWords(ownWords, transaction.doc, transaction.mapping),
    ...lostWords(foreignWords, transaction.doc, transaction.mapping.slice(foreignEnd)),
  ];
  return { transaction, rescue: (after) => putBack(after, lost) };
}

/** The words that stand in a document and were inserted by the steps that led to it. */
function insertedWords(doc: Node, maps: readonly StepMap[]): Words[] {
  const ranges: { from: number; to: number }[] = [];
  for (const [index, map] of maps.entries()) {
    const later = new Mapping(maps.slice(index + 1));
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const from = later.map(newStart, 1);
      const to = later.map(newEnd, -1);
      if (from < to) ranges.push({ from, to });
    });
  }
  ranges.sort((one, other) => one.from - other.from);
  const merged: { from: number; to: number }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged.flatMap(({ from, to }) => wordsBetween(doc, from, to));
}

function wordsBetween(doc: Node, from: number, to: number): Words[] {
  const found: Words[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return;
    const start = Math.max(from, position);
    const text = (node.text ?? '').slice(start - position, to - position);
    for (const match of text.matchAll(/\S+/g)) {
      found.push({ from: start + match.index, to: start + match.index + match[0].length, text: match[0] });
    }
  });
  return found;
}

/** Those of the words that a mapping has led out of the document, at the place where they stood; neighbours together. */
function lostWords(words: readonly Words[], doc: Node, mapping: Mapping): { at: number; text: string }[] {
  const lost: { at: number; text: string; end: number }[] = [];
  for (const word of words) {
    const from = mapping.map(word.from, 1);
    const to = mapping.map(word.to, -1);
    if (from < to && holds(doc.textBetween(from, to), word.text)) continue;
    const at = mapping.map(word.from, -1);
    const last = lost.at(-1);
    if (last && last.at === at && word.from - last.end <= 1) {
      last.text += (word.from > last.end ? ' ' : '') + word.text;
      last.end = word.to;
    } else lost.push({ at, text: word.text, end: word.to });
  }
  return lost;
}

/** Whether the letters of a word stand there in order; others may have been written in between. */
function holds(text: string, word: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === word[at]) at += 1;
  return at >= word.length;
}

function putBack(state: EditorState, lost: readonly { at: number; text: string }[]): Transaction | null {
  if (lost.length === 0) return null;
  const { tr, schema } = state;
  for (const { at, text } of lost) {
    const position = tr.doc.resolve(tr.mapping.map(at));
    if (position.parent.inlineContent) {
      tr.insert(position.pos, schema.text(`${position.parentOffset > 0 ? ' ' : ''}${text} `));
      continue;
    }
    const { paragraph } = schema.nodes;
    if (!paragraph) throw new Error('a schema without paragraphs');
    const place = insertPoint(tr.doc, position.pos, paragraph) ?? tr.doc.content.size;
    tr.insert(place, paragraph.create(null, schema.text(text)));
  }
  return tr.setMeta('addToHistory', false);
}

/** One step from a document to another, for a body that was replaced as a whole; null when they are equal. */
export function stepBetween(before: Node, after: Node): Step | null {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return null;
  // Where the same words stand on both sides of a change, start and end cross over.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const whole = new ReplaceStep(0, before.content.size, new Slice(after.content, 0, 0));
  const close = new ReplaceStep(start, end.a + overlap, after.slice(start, end.b + overlap));
  const result = close.apply(before);
  return result.doc?.eq(after) ? close : whole;
}

/** What a page keeps through a reload: the document that the server has, and the steps that it does not. */
export type Kept = { clientId: string; version: number; doc: unknown; steps: unknown[]; now: unknown };

/** What to keep now; null when the server has it all. */
export function keptOf(state: EditorState, clientId: string): Kept | null {
  const { version, unsent } = togetherState(state);
  if (unsent.length === 0) return null;
  const steps = unsent.map(({ step }) => step.toJSON());
  return { clientId, version, doc: sentDoc(state).toJSON(), steps, now: state.doc.toJSON() };
}

/** The document and unsent steps of what was kept. @throws RangeError when it does not fit the schema any more */
export function restoreKept(schema: Node['type']['schema'], kept: Kept): { doc: Node; unsent: Unsent[] } {
  const transform = new Transform(schema.nodeFromJSON(kept.doc));
  const unsent = kept.steps.map((json) => {
    const step = Step.fromJSON(schema, json);
    const { doc } = transform;
    transform.step(step);
    return { step, inverted: step.invert(doc) };
  });
  return { doc: transform.doc, unsent };
}
