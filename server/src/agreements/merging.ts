import type { Clause } from './rules.ts';

/** One clause that two parties changed differently; null where it is not there. */
export interface ClauseConflict {
  title: string;
  base: string[] | null;
  mine: string[] | null;
  theirs: string[] | null;
}

export type Merged =
  | { kind: 'merged'; clauses: Clause[] }
  | { kind: 'conflict'; conflicts: ClauseConflict[] }
  /** Both put the clauses into another order. */
  | { kind: 'order' };

const same = (a: Clause | undefined, b: Clause | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    JSON.stringify([a.text, a.kinds ?? null]) === JSON.stringify([b.text, b.kinds ?? null]));

/** The clauses of `list` that `other` has too, as one word to compare orders by. */
const orderOf = (list: readonly Clause[], other: ReadonlyMap<string, Clause>): string =>
  JSON.stringify(list.filter(({ title }) => other.has(title)).map(({ title }) => title));

/**
 * Joins what one party wrote into what others saved since it read the text. A clause is known by its title. Clauses
 * that only one side changed come through; one that both changed differently is a conflict, with both wordings.
 * @param base what both started from
 * @param settled conflicts that were shown and decided for `mine`
 */
export function mergeClauses(
  base: readonly Clause[],
  mine: readonly Clause[],
  theirs: readonly Clause[],
  settled: readonly Pick<ClauseConflict, 'title' | 'theirs'>[] = [],
): Merged {
  // Only against the wording that was shown: a third one is a new conflict.
  const isSettled = (title: string, text: string[] | null) =>
    settled.some((each) => each.title === title && JSON.stringify(each.theirs) === JSON.stringify(text));
  const index = (list: readonly Clause[]) => new Map(list.map((clause) => [clause.title, clause]));
  const [inBase, inMine, inTheirs] = [index(base), index(mine), index(theirs)];
  const chosen = new Map<string, Clause | undefined>();
  const conflicts: ClauseConflict[] = [];
  for (const title of new Set([...inBase.keys(), ...inMine.keys(), ...inTheirs.keys()])) {
    const [b, m, t] = [inBase.get(title), inMine.get(title), inTheirs.get(title)];
    if (same(m, t) || same(t, b) || isSettled(title, t?.text ?? null)) chosen.set(title, m);
    else if (same(m, b)) chosen.set(title, t);
    else conflicts.push({ title, base: b?.text ?? null, mine: m?.text ?? null, theirs: t?.text ?? null });
  }
  if (conflicts.length > 0) return { kind: 'conflict', conflicts };
  const movedByMe = orderOf(mine, inBase) !== orderOf(base, inMine);
  const movedByThem = orderOf(theirs, inBase) !== orderOf(base, inTheirs);
  if (movedByMe && movedByThem && orderOf(mine, inTheirs) !== orderOf(theirs, inMine)) return { kind: 'order' };
  const [frame, other] = movedByMe ? [mine, theirs] : [theirs, mine];
  const titles = frame.map(({ title }) => title);
  // What only the other side has stands behind the clause it stood behind there.
  for (const [at, { title }] of other.entries()) {
    if (titles.includes(title)) continue;
    const before = other
      .slice(0, at)
      .map((each) => titles.indexOf(each.title))
      .findLast((place) => place >= 0);
    titles.splice((before ?? -1) + 1, 0, title);
  }
  return { kind: 'merged', clauses: titles.flatMap((title) => chosen.get(title) ?? []) };
}
