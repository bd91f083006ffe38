/** A run of words: kept, new, or gone. */
export type Run = { kind: 'same' | 'added' | 'removed'; text: string };

const mostWords = 1_500;

/**
 * What changed between two wordings, word by word (longest common subsequence). Wordings too long for that are told as
 * one gone and one new.
 */
export function diffWords(before: string, after: string): Run[] {
  const from = words(before);
  const to = words(after);
  if (from.length > mostWords || to.length > mostWords) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const lengths = commonLengths(from, to);
  const runs: Run[] = [];
  const push = (kind: Run['kind'], word: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += word;
    else runs.push({ kind, text: word });
  };
  let i = 0;
  let j = 0;
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  while (i < from.length || j < to.length) {
    const old = from[i];
    const next = to[j];
    if (old !== undefined && old === next) {
      push('same', old);
      i += 1;
      j += 1;
    } else if (next === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      push('removed', old ?? '');
      i += 1;
    } else {
      push('added', next);
      j += 1;
    }
  }
  return runs;
}

/** Words with the space after them, so that runs can be put together again. */
const words = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** `[i][j]`: how many words the rests from i and j have in common, in order. */
function commonLengths(from: string[], to: string[]): number[][] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      row[j] =
        from[i] === to[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Pairs the paragraphs of two wordings: equal ones keep their place, the rest is compared in order. */
export function diffParagraphs(before: string[], after: string[]): Run[][] {
  const rest = before.filter((paragraph) => !after.includes(paragraph));
  const paired = after.map((paragraph): Run[] => {
    if (before.includes(paragraph)) return [{ kind: 'same', text: paragraph }];
    const old = rest.shift();
    return old === undefined ? [{ kind: 'added', text: paragraph }] : diffWords(old, paragraph);
  });
  return [...paired, ...rest.map((paragraph): Run[] => [{ kind: 'removed', text: paragraph }])];
}
