import type { Clause } from './rules.ts';

/** A saved version as far as the comparison needs it, oldest first in lists. */
export interface VersionOfClauses {
  version: number;
  tenantSlug: string;
  author: string;
  isProposed: boolean;
  clauses: readonly Clause[];
}

export interface ClauseChange {
  kind: 'added' | 'changed';
  /** The version that brought the clause's present wording. */
  version: number;
  tenantSlug: string;
  author: string;
  /** The wording in the version compared with; null for an added clause. */
  before: string[] | null;
}

export interface Comparison {
  /** The version compared with: the last one proposed before this, else the first; null when there is none. */
  base: number | null;
  /** One per clause of the newest version; null where nothing changed. */
  changes: (ClauseChange | null)[];
  removed: Clause[];
}

const same = (a: Clause | undefined, b: Clause | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.text.length === b.text.length &&
  a.text.every((line, i) => line === b.text[i]);

const byTitle = (clauses: readonly Clause[], title: string) => clauses.find((clause) => clause.title === title);

/** What changed in the newest version since the one before it that the signers saw, and by whom. */
export function compareVersions(versions: readonly VersionOfClauses[]): Comparison {
  const newest = versions.at(-1);
  if (!newest) return { base: null, changes: [], removed: [] };
  const former = versions.slice(0, -1);
  const base = former.findLast((each) => each.isProposed) ?? former[0];
  if (!base) return { base: null, changes: newest.clauses.map(() => null), removed: [] };
  const since = versions.filter((each) => each.version > base.version);
  const changes = newest.clauses.map((clause): ClauseChange | null => {
    const before = byTitle(base.clauses, clause.title);
    if (same(before, clause)) return null;
    // The last step on which the wording became what it is now.
    const brought =
      since.findLast((each, i) => {
        const previous = since[i - 1] ?? base;
        return (
          same(byTitle(each.clauses, clause.title), clause) && !same(byTitle(previous.clauses, clause.title), clause)
        );
      }) ?? newest;
    return {
      kind: before ? 'changed' : 'added',
      version: brought.version,
      tenantSlug: brought.tenantSlug,
      author: brought.author,
      before: before?.text ?? null,
    };
  });
  return {
    base: base.version,
    changes,
    removed: base.clauses.filter((clause) => !byTitle(newest.clauses, clause.title)),
  };
}
