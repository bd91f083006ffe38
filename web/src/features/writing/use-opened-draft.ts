import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../lib/problem.ts';
import { type OpenedDraft, openDraft } from './api/together.ts';

/**
 * The body that the editor starts from, asked for once: from then on the editor is what counts, and takes in the rest
 * by itself.
 */
export function useOpenedDraft(letterId: string): {
  opened: OpenedDraft | null;
  error: Problem | null;
  reopen: () => void;
} {
  const [opened, setOpened] = useState<OpenedDraft | null>(null);
  const [error, setError] = useState<Problem | null>(null);
  const ask = useCallback(() => {
    setError(null);
    openDraft(letterId).then(setOpened, (thrown: unknown) => setError(asProblem(thrown)));
  }, [letterId]);
  useEffect(ask, [ask]);
  return { opened, error, reopen: ask };
}
