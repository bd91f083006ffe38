import fc from 'fast-check';
import { type Node, Slice } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import {
  type Kept,
  keptOf,
  receive,
  restoreKept,
  sendable,
  sentDoc,
  stepBetween,
  together,
  togetherState,
} from '../../../web/src/components/editor/together.ts';
import { bodySchema } from '../../src/writing/body-schema.ts';
import { applySteps, type StepJson } from '../../src/writing/steps.ts';

const text = (words: string) => bodySchema.text(words);
const paragraph = (words: string) => bodySchema.node('paragraph', null, words === '' ? [] : [text(words)]);
const firstDoc = bodySchema.node('doc', null, [
  paragraph('Dengan hormat kami sampaikan bahwa rapat'),
  bodySchema.node('bulletList', null, [
    bodySchema.node('listItem', null, [paragraph('butir satu')]),
    bodySchema.node('listItem', null, [paragraph('butir dua')]),
  ]),
  bodySchema.node('table', null, [
    bodySchema.node('tableRow', null, [
      bodySchema.node('tableCell', null, [paragraph('sel')]),
      bodySchema.node('tableCell', null, [paragraph('')]),
    ]),
  ]),
  paragraph('Demikian disampaikan'),
]);

/** The server's part, with its own functions: orders steps, and tells a page what it missed. */
class Server {
  doc = firstDoc;
  readonly log: ({ step: StepJson; clientId: string } | null)[] = [];
  get version() {
    return this.log.length + 1;
  }
  post(version: number, clientId: string, steps: StepJson[]): 'taken' | 'behind' {
    if (version !== this.version) return 'behind';
    const applied = applySteps(this.doc, steps);
    if (!applied) throw new Error(`a good page sent steps that do not fit: ${JSON.stringify(steps)}`);
    this.doc = applied.doc;
    this.log.push(...steps.map((step) => ({ step, clientId })));
    return 'taken';
  }
  /** A whole new body by another way (PATCH): no steps lead there. */
  replace(doc: Node): void {
    this.doc = doc;
    this.log.push(null);
  }
  since(version: number): { step: StepJson; clientId: string }[] | null {
    const missed = this.log.slice(version - 1);
    return missed.some((each) => each === null) ? null : missed.filter((each) => each !== null);
  }
}

let words = 0;
const newWord = () => {
  words += 1;
  return `kata${words}x`;
};

class Page {
  state: EditorState;
  constructor(
    readonly clientId: string,
    readonly server: Server,
    readonly inserted: Set<string>,
    readonly deleted: Set<string>,
  ) {
    this.state = EditorState.create({ doc: server.doc, plugins: [together(server.version)] });
  }
  /** Half a word that was sent may be taken out as seen; so what was typed letter by letter is sent to its end. */
  private typedSlowly = false;
  /** Types a word of its own at a place that takes text, at once or letter by letter. */
  type(where: number, slowly = false): void {
    const spots: number[] = [];
    this.state.doc.descendants((node, at) => {
      if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset += 1) spots.push(at + 1 + offset);
    });
    const spot = spots[where % spots.length];
    if (spot === undefined) return;
    const word = newWord();
    this.forgetCut(spot, spot);
    this.inserted.add(word);
    if (!slowly) {
      this.state = this.state.apply(this.state.tr.insertText(` ${word} `, spot));
      return;
    }
    this.typedSlowly = true;
    for (const [offset, letter] of [...` ${word} `].entries()) {
      this.state = this.state.apply(this.state.tr.insertText(letter, spot + offset));
    }
  }
  remove(where: number, length: number): void {
    const size = this.state.doc.content.size;
    const from = where % size;
    const to = Math.min(size, from + 1 + length);
    const tr = this.state.tr.deleteRange(from, to);
    if (tr.docChanged) this.applyRemoving(tr);
  }
  newParagraph(where: number): void {
    const at = where % (this.state.doc.childCount + 1);
    let position = 0;
    for (let index = 0; index < at; index += 1) position += this.state.doc.child(index).nodeSize;
    const word = newWord();
    this.inserted.add(word);
    this.state = this.state.apply(this.state.tr.insert(position, paragraph(word)));
  }
  bold(where: number, length: number): void {
    const size = this.state.doc.content.size;
    const from = where % size;
    const mark = bodySchema.marks.bold;
    if (mark) this.state = this.state.apply(this.state.tr.addMark(from, Math.min(size, from + length), mark.create()));
  }
  split(where: number): void {
    const from = where % this.state.doc.content.size;
    const $from = this.state.doc.resolve(from);
    if (!$from.parent.isTextblock || $from.depth !== 1) return;
    this.forgetCut(from, from);
    this.state = this.state.apply(this.state.tr.split(from));
  }
  /** Words that this page itself takes out or cuts in two, having seen them. */
  private applyRemoving(tr: EditorState['tr']): void {
    const before = this.seen(this.state.doc);
    this.state = this.state.apply(tr);
    const after = this.seen(this.state.doc);
    for (const word of before) if (!after.has(word)) this.deleted.add(word);
  }
  private forgetCut(from: number, to: number): void {
    const $at = this.state.doc.resolve(from);
    const start = $at.start();
    for (const match of $at.parent.textContent.matchAll(/kata\d+x/g)) {
      if (start + match.index < to && start + match.index + match[0].length > from) this.deleted.add(match[0]);
    }
  }
  private seen(doc: Node): Set<string> {
    return new Set(doc.textContent.match(/kata\d+x/g) ?? []);
  }
  pull(): void {
    const { version } = togetherState(this.state);
    const missed = this.server.since(version);
    if (missed === null) this.takeWhole();
    else if (missed.length > 0)
      this.take(missed.map(({ step, clientId }) => ({ step: Step.fromJSON(bodySchema, step), clientId })));
  }
  private take(remotes: { step: Step; clientId: string }[], version?: number): void {
    const { transaction, rescue } = receive(this.state, remotes, this.clientId, version);
    this.state = this.state.apply(transaction);
    const saved = rescue(this.state);
    if (saved) this.state = this.state.apply(saved);
  }
  private takeWhole(): void {
    const step = stepBetween(sentDoc(this.state), this.server.doc);
    this.take(step ? [{ step, clientId: 'server' }] : [], this.server.version);
  }
  /** @param answer whether the page hears what became of it */
  push(most: number, answer: boolean): void {
    const sent = sendable(this.state, this.typedSlowly ? 100_000 : most);
    if (!sent) return;
    const json = sent.steps.map((step) => JSON.parse(JSON.stringify(step.toJSON())) as StepJson);
    this.server.post(sent.version, this.clientId, json);
    if (answer) this.pull();
  }
  /** The page is gone without warning and opens again from what it keeps. */
  crash(): void {
    const kept = JSON.parse(JSON.stringify(keptOf(this.state, this.clientId))) as Kept | null;
    if (kept === null) {
      this.state = EditorState.create({ doc: this.server.doc, plugins: [together(this.server.version)] });
      return;
    }
    const { doc, unsent } = restoreKept(bodySchema, kept);
    this.state = EditorState.create({ doc, plugins: [together(kept.version, unsent)] });
  }
}

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('type' as const), where: fc.nat(4000), slowly: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), where: fc.nat(40) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), where: fc.nat(4000), length: fc.nat(60) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('bold' as const), where: fc.nat(4000), length: fc.nat(30) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('split' as const), where: fc.nat(4000) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pull' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('push' as const),
      most: fc.integer({ min: 1, max: 200 }),
      answer: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(page: Page, one: Act): void {
  if (one.kind === 'type') page.type(one.where, one.slowly);
  else if (one.kind === 'paragraph') page.newParagraph(one.where);
  else if (one.kind === 'remove') page.remove(one.where, one.length);
  else if (one.kind === 'bold') page.bold(one.where, one.length);
  else if (one.kind === 'split') page.split(one.where);
  else if (one.kind === 'push') page.push(one.most, one.answer);
  else if (one.kind === 'pull') page.pull();
  else page.crash();
}

/** Whether a word stands there; another one may have been written right into it. */
function stands(word: string, words: string): boolean {
  if (words.includes(word)) return true;
  const others = words.replaceAll(/kata\d+x/g, ' ');
  return others.replaceAll(/\s+/g, '').includes(word);
}

/** Everybody gets a line again; whoever still has words sends them. */
function settle(pages: Page[]): void {
  for (let round = 0; round < 200; round += 1) {
    for (const page of pages) {
      page.pull();
      page.push(200, true);
    }
    if (pages.every((page) => togetherState(page.state).unsent.length === 0)) break;
  }
  for (const page of pages) page.pull();
}

describe('several people in one draft', () => {
  it('end with the same words, and nobody loses one that nobody took out on purpose', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((count) =>
          fc.record({
            count: fc.constant(count),
            acts: fc.array(fc.tuple(fc.nat(count - 1), act), { minLength: 10, maxLength: 120 }),
          }),
        ),
        ({ count, acts }) => {
          const server = new Server();
          const inserted = new Set<string>();
          const deleted = new Set<string>();
          const pages = Array.from({ length: count }, (_, at) => new Page(`p${at}`, server, inserted, deleted));
          for (const [who, one] of acts) {
            const page = pages[who];
            if (page) perform(page, one);
          }
          settle(pages);
          for (const page of pages) {
            expect(togetherState(page.state).unsent).toHaveLength(0);
            expect(page.state.doc.eq(server.doc)).toBe(true);
          }
          server.doc.check();
          const standing = server.doc.textContent;
          const lost = [...inserted].filter((word) => !deleted.has(word) && !stands(word, standing));
          expect(lost).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('take in a body that was replaced as a whole, and keep what they had not sent', () => {
    const server = new Server();
    const inserted = new Set<string>();
    const deleted = new Set<string>();
    const [one, two] = [new Page('satu', server, inserted, deleted), new Page('dua', server, inserted, deleted)];
    one.type(3);
    two.type(50);
    server.replace(bodySchema.node('doc', null, [paragraph('Isi baru dari luar')]));
    settle([one, two]);
    expect(one.state.doc.eq(server.doc)).toBe(true);
    expect(two.state.doc.eq(server.doc)).toBe(true);
    expect(server.doc.textContent).toContain('Isi baru dari luar');
    for (const word of inserted) expect(server.doc.textContent).toContain(word);
  });

  it('refuse what a client makes up', () => {
    const replace = { stepType: 'replace', from: 1, to: 1 };
    const bad: StepJson[] = [
      { stepType: 'unknown' },
      { stepType: 'replace', from: 'a', to: 2 },
      { ...replace, slice: { content: [{ type: 'iframe' }] } },
      { ...replace, to: 90_000, slice: { content: [] } },
      { stepType: 'replace', from: 0, to: firstDoc.content.size },
      { ...replace, slice: { content: [{ type: 'text', text: '' }] } },
    ];
    for (const step of bad) expect(applySteps(firstDoc, [step]), JSON.stringify(step)).toBeNull();
    expect(new Slice(firstDoc.content, 0, 0).size).toBeGreaterThan(0);
  });
});
