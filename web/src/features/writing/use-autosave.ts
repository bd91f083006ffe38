import { useCallback, useEffect, useRef, useState } from 'react';
import { letterOptions } from '../../lib/calls/get-letter.ts';
import { asProblem, type Problem } from '../../lib/problem.ts';
import { queryClient } from '../../lib/query-client.ts';
import { saveLetter } from './api/acts.ts';
import {
  changedFields,
  collides,
  type Draft,
  draftOf,
  type Fields,
  fieldsOf,
  type Letter,
  mergeFields,
} from './rules.ts';

/** Rest after the last stroke before a draft is saved. */
const restMs = 800;
const retryMs = 5_000;

export type SaveState = {
  kind: 'saved' | 'saving' | 'waiting' | 'failed' | 'stale';
  at: Date;
  problem: Problem | null;
};

const worst = ['stale', 'failed', 'saving', 'waiting', 'saved'] as const;

/** One sentence for the fields and the words together: the one that matters more. */
export function joinStates(one: SaveState, other: SaveState): SaveState {
  const isSame = one.kind === other.kind;
  if (isSame) return one.at > other.at ? one : other;
  return worst.indexOf(one.kind) < worst.indexOf(other.kind) ? one : other;
}

type Autosave = {
  state: SaveState;
  /** Waits until all is saved and answers the version. @throws Problem what stood in the way */
  flush: () => Promise<number>;
  /** Keeps what stands here over what was saved elsewhere. */
  overwrite: (newest: number) => Promise<number>;
  /** Takes in what others saved meanwhile. */
  meet: (newest: Letter) => void;
};

/**
 * Saves the fields of a draft a moment after each change, those that changed, one request at a time, each naming the
 * version seen. Where somebody else saved meanwhile, other fields are taken over and only one field that both changed is
 * asked about.
 */
export function useAutosave(
  letter: Letter,
  draft: Draft,
  onMerged: (draft: Draft) => void,
  onSaved: (letter: Letter) => void,
): Autosave {
  const version = useRef(letter.version);
  const wanted = useRef(draft);
  const before = useRef<Fields>(fieldsOf(draftOf(letter)));
  const running = useRef<Promise<void> | null>(null);
  const reports = useRef({ onMerged, onSaved });
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: new Date(letter.updatedAt), problem: null });
  useEffect(() => {
    reports.current = { onMerged, onSaved };
  });
  const unsaved = useCallback(() => changedFields(fieldsOf(wanted.current), before.current), []);
  const isUnsaved = useCallback(() => Object.keys(unsaved()).length > 0, [unsaved]);

  const meet = useCallback((newest: Letter): void => {
    if (newest.version <= version.current) return;
    const merged = mergeFields(wanted.current, before.current, draftOf(newest));
    version.current = newest.version;
    before.current = fieldsOf(draftOf(newest));
    if (merged === wanted.current) return;
    wanted.current = merged;
    reports.current.onMerged(merged);
  }, []);

  const saveOnce = useCallback(async (): Promise<void> => {
    for (let mine = unsaved(); Object.keys(mine).length > 0; mine = unsaved()) {
      setState((last) => ({ ...last, kind: 'saving' }));
      try {
        const answer = await saveLetter(letter.id, { ...mine, version: version.current });
        version.current = answer.version;
        before.current = { ...before.current, ...mine };
        reports.current.onSaved(answer);
        setState({ kind: 'saved', at: new Date(), problem: null });
      } catch (error) {
        const problem = asProblem(error);
        if (problem.code === 'stale_version') {
          const newest = await queryClient.fetchQuery({ ...letterOptions(letter.id), staleTime: 0 });
          if (!collides(mine, fieldsOf(draftOf(newest)), before.current)) {
            meet(newest);
            continue;
          }
        }
        const kind = problem.code === 'stale_version' ? 'stale' : 'failed';
        setState((last) => ({ kind, at: last.at, problem }));
        throw problem;
      }
    }
  }, [letter.id, unsaved, meet]);

  const flush = useCallback(async (): Promise<number> => {
    running.current ??= saveOnce().finally(() => {
      running.current = null;
    });
    await running.current;
    return version.current;
  }, [saveOnce]);

  useEffect(() => {
    wanted.current = draft;
    if (!isUnsaved()) return;
    setState((last) => (last.kind === 'stale' ? last : { ...last, kind: 'waiting' }));
    const timer = setTimeout(() => {
      // What went wrong is in the state already.
      flush().catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, [draft, flush, isUnsaved]);

  // A line that comes back brings the rest along.
  useEffect(() => {
    if (state.kind !== 'failed') return;
    const again = () => void flush().catch(() => undefined);
    const timer = setTimeout(again, retryMs);
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [state, flush]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      // Leaving the page takes the last strokes along.
      flush().catch(() => undefined);
    };
  }, [flush, isUnsaved]);

  const overwrite = useCallback(
    (newest: number) => {
      version.current = newest;
      return flush();
    },
    [flush],
  );
  return { state, flush, overwrite, meet };
}
