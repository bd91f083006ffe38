import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../../lib/problem.ts';
import { saveLetter } from './api/acts.ts';
import { changeOf, type Draft, type Letter } from './rules.ts';

/** Rest after the last stroke before a draft is saved. */
const restMs = 800;

export type SaveState = {
  kind: 'saved' | 'saving' | 'waiting' | 'failed' | 'stale';
  at: Date;
  problem: Problem | null;
};

/**
 * Saves the draft a moment after each change, one request at a time, each naming the version seen.
 * `flush` waits until all is saved and answers the version; it throws what stood in the way.
 */
export function useAutosave(letter: Letter, draft: Draft, onSaved: (letter: Letter) => void) {
  const version = useRef(letter.version);
  const wanted = useRef(draft);
  const saved = useRef(draft);
  const running = useRef<Promise<void> | null>(null);
  const report = useRef(onSaved);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: new Date(letter.updatedAt), problem: null });
  useEffect(() => {
    report.current = onSaved;
  });

  const saveOnce = useCallback(async (): Promise<void> => {
    while (wanted.current !== saved.current) {
      const current = wanted.current;
      setState((before) => ({ ...before, kind: 'saving' }));
      try {
        const answer = await saveLetter(letter.id, { ...changeOf(current), version: version.current });
        version.current = answer.version;
        saved.current = current;
        report.current(answer);
        setState({ kind: 'saved', at: new Date(), problem: null });
      } catch (error) {
        const problem = asProblem(error);
        const kind = problem.code === 'stale_version' ? 'stale' : 'failed';
        setState((before) => ({ kind, at: before.at, problem }));
        throw problem;
      }
    }
  }, [letter.id]);

  const flush = useCallback(async (): Promise<number> => {
    running.current ??= saveOnce().finally(() => {
      running.current = null;
    });
    await running.current;
    return version.current;
  }, [saveOnce]);

  useEffect(() => {
    wanted.current = draft;
    if (draft === saved.current) return;
    setState((before) => (before.kind === 'stale' ? before : { ...before, kind: 'waiting' }));
    const timer = setTimeout(() => {
      // What went wrong is in the state already.
      flush().catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, [draft, flush]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (wanted.current !== saved.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      // Leaving the page takes the last strokes along.
      flush().catch(() => undefined);
    };
  }, [flush]);

  /** Keeps what stands here over what was saved elsewhere. */
  const overwrite = useCallback(
    (newest: number) => {
      version.current = newest;
      return flush();
    },
    [flush],
  );
  return { state, flush, overwrite };
}
