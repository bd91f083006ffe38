import type { LetterBody } from '../adapters/typesetting/index.ts';
import type { TemplateDefaults } from './defaults.ts';

/** What a version of a template holds. */
export interface TemplateContent {
  body: LetterBody;
  defaults: TemplateDefaults;
}

type Block = Record<string, unknown>;

/** One place that both sides changed, each in its own way. Of the text: blocks; of the defaults: one value. */
export interface MergeConflict {
  /** Names the place within one merge, such as `body.3` or `defaults.subject`. */
  key: string;
  kind: 'blocks' | 'default';
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export type MergeChoice = 'mine' | 'theirs' | 'both';

export interface Merged {
  content: TemplateContent;
  conflicts: MergeConflict[];
}

/** Blocks whose children are blocks again and stand for themselves; the cells of a table do not. */
const containers: ReadonlySet<unknown> = new Set([
  'details',
  'conditional',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
]);

/** Equal for values that hold the same, in whatever order their members stand; a missing value is its own. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

/** For each item of `a` the item of `b` that it stands for, or -1: a longest common subsequence. */
function matchItems(a: readonly string[], b: readonly string[]): number[] {
  const matches = a.map(() => -1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    matches[start] = start;
    start++;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) matches[--endA] = --endB;
  const [rows, columns] = [endA - start, endB - start];
  if (rows === 0 || columns === 0) return matches;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] =
        a[start + row] === b[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[start + row] === b[start + column]) matches[start + row++] = start + column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return matches;
}

/** What one side or both changed, in a place between blocks that all three share. */
interface Hunk {
  base: Block[];
  theirs: Block[];
  mine: Block[];
}

type Part = { block: Block } | { hunk: Hunk };

/** Cuts three lists where all three agree; what lies between are the places somebody changed. */
function hunksOf(base: readonly Block[], theirs: readonly Block[], mine: readonly Block[]): Part[] {
  const keys = base.map(canonical);
  const [toTheirs, toMine] = [matchItems(keys, theirs.map(canonical)), matchItems(keys, mine.map(canonical))];
  const parts: Part[] = [];
  let [fromBase, fromTheirs, fromMine] = [0, 0, 0];
  const cut = (atBase: number, atTheirs: number, atMine: number): void => {
    const hunk = {
      base: base.slice(fromBase, atBase),
      theirs: theirs.slice(fromTheirs, atTheirs),
      mine: mine.slice(fromMine, atMine),
    };
    if (hunk.base.length + hunk.theirs.length + hunk.mine.length > 0) parts.push({ hunk });
  };
  for (const [index, block] of base.entries()) {
    const [atTheirs, atMine] = [toTheirs[index] ?? -1, toMine[index] ?? -1];
    if (atTheirs < 0 || atMine < 0) continue;
    cut(index, atTheirs, atMine);
    parts.push({ block });
    [fromBase, fromTheirs, fromMine] = [index + 1, atTheirs + 1, atMine + 1];
  }
  cut(base.length, theirs.length, mine.length);
  return parts;
}

const childrenOf = (block: Block): Block[] | null => (Array.isArray(block.content) ? (block.content as Block[]) : null);

/** Collects what both changed, and answers with what was chosen; without a choice, ours. */
class Conflicts {
  readonly found: MergeConflict[] = [];
  readonly #choices: Readonly<Record<string, MergeChoice>>;

  constructor(choices: Readonly<Record<string, MergeChoice>>) {
    this.#choices = choices;
  }

  blocks(key: string, hunk: Hunk): Block[] {
    this.found.push({ key, kind: 'blocks', ...hunk });
    const choice = this.#choices[key] ?? 'mine';
    return choice === 'both' ? [...hunk.mine, ...hunk.theirs] : hunk[choice];
  }

  value(key: string, base: unknown, theirs: unknown, mine: unknown): unknown {
    this.found.push({ key, kind: 'default', base, theirs, mine });
    return this.#choices[key] === 'theirs' ? theirs : mine;
  }
}

/** The side that changed a value; null when both did, each in its own way. */
function changedSide<T>(base: T, theirs: T, mine: T): { value: T } | null {
  if (sameValue(theirs, base) || sameValue(theirs, mine)) return { value: mine };
  return sameValue(mine, base) ? { value: theirs } : null;
}

function mergeBlocks(base: Block[], theirs: Block[], mine: Block[], key: string, conflicts: Conflicts): Block[] {
  const parts = hunksOf(base, theirs, mine);
  return parts.flatMap((part, index) => {
    if ('block' in part) return [part.block];
    const { hunk } = part;
    const side = changedSide(hunk.base, hunk.theirs, hunk.mine);
    if (side) return side.value;
    const place = `${key}.${index}`;
    return mergeInside(hunk, place, conflicts) ?? conflicts.blocks(place, hunk);
  });
}

/** Where all three have as many blocks of the same kinds, each is merged for itself. */
function mergeInside(hunk: Hunk, key: string, conflicts: Conflicts): Block[] | null {
  const { base, theirs, mine } = hunk;
  const isEven =
    base.length === theirs.length &&
    base.length === mine.length &&
    base.every(({ type }, index) => theirs[index]?.type === type && mine[index]?.type === type);
  if (!isEven) return null;
  return base.flatMap((block, index) => {
    const [other, own] = [theirs[index] as Block, mine[index] as Block];
    const side = changedSide(block, other, own);
    if (side) return [side.value];
    const place = base.length === 1 ? key : `${key}.${index}`;
    const merged = mergeBlock(block, other, own, place, conflicts);
    return merged ? [merged] : conflicts.blocks(place, { base: [block], theirs: [other], mine: [own] });
  });
}

/** A block that both changed, if its parts can be told apart; null when it is one conflict as a whole. */
function mergeBlock(base: Block, theirs: Block, mine: Block, key: string, conflicts: Conflicts): Block | null {
  const [baseInside, theirsInside, mineInside] = [childrenOf(base), childrenOf(theirs), childrenOf(mine)];
  if (!containers.has(base.type) || !baseInside || !theirsInside || !mineInside) return null;
  const shell = changedSide({ ...base, content: null }, { ...theirs, content: null }, { ...mine, content: null });
  if (!shell) return null;
  return { ...shell.value, content: mergeBlocks(baseInside, theirsInside, mineInside, key, conflicts) };
}

/**
 * Brings a partner's newer version into a copy that was changed here. What only one side changed is taken from it; what
 * both changed is a conflict, and stays ours unless `choices` say otherwise.
 * @param base the version that was adopted
 * @param theirs the newer version
 * @param mine our copy as it stands
 */
export function mergeTemplates(
  base: TemplateContent,
  theirs: TemplateContent,
  mine: TemplateContent,
  choices: Readonly<Record<string, MergeChoice>> = {},
): Merged {
  const conflicts = new Conflicts(choices);
  const content = mergeBlocks(base.body.content, theirs.body.content, mine.body.content, 'body', conflicts);
  const names = new Set([base, theirs, mine].flatMap((each) => Object.keys(each.defaults))) as Set<
    keyof TemplateDefaults
  >;
  const defaults = Object.fromEntries(
    [...names].flatMap((name) => {
      const values = [base.defaults[name], theirs.defaults[name], mine.defaults[name]] as const;
      const side = changedSide<unknown>(...values);
      const value = side ? side.value : conflicts.value(`defaults.${name}`, ...values);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as TemplateDefaults;
  return { content: { body: { type: 'doc', content }, defaults }, conflicts: conflicts.found };
}
