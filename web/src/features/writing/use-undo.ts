import { useCallback, useRef, useState } from 'react';

/** Strokes closer than this are one step back. */
const oneStepMs = 1_200;
const longest = 60;

/** A value that can go back to what it was, in steps of a pause; `put` changes it without a step, for what others did. */
export function useUndo<T>(initial: () => T) {
  const [value, setValue] = useState(initial);
  const [past, setPast] = useState<readonly T[]>([]);
  const lastChange = useRef(0);
  const set = useCallback(
    (next: T) => {
      const now = Date.now();
      if (now - lastChange.current > oneStepMs) setPast((before) => [...before, value].slice(-longest));
      lastChange.current = now;
      setValue(next);
    },
    [value],
  );
  const undo = useCallback(() => {
    const before = past.at(-1);
    if (before === undefined) return;
    lastChange.current = 0;
    setPast(past.slice(0, -1));
    setValue(before);
  }, [past]);
  return { value, set, put: setValue, undo, canUndo: past.length > 0 };
}
