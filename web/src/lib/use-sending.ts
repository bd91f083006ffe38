import { useState } from 'react';
import type { FormError } from '../components/ui/error-summary.tsx';
import { asProblem, problemMessage } from './problem.ts';

/** Sending a small form: what the server refused, by the id of its field, and whether it runs. */
export function useSending(fieldOf: (path: string) => string | undefined = (path) => path) {
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  return {
    errors,
    attempt,
    running,
    errorOf: (fieldId: string): string | null => errors.find((one) => one.fieldId === fieldId)?.message ?? null,
    /** Shows faults found here; answers whether there are any. */
    refuse(found: FormError[]): boolean {
      setErrors(found);
      setAttempt((before) => before + 1);
      return found.length > 0;
    },
    async send(act: () => Promise<unknown>): Promise<boolean> {
      setErrors([]);
      setRunning(true);
      try {
        await act();
        return true;
      } catch (thrown) {
        const problem = asProblem(thrown);
        setErrors(
          problem.errors.length > 0
            ? problem.errors.map(({ path, message }) => ({ fieldId: fieldOf(path), message }))
            : [{ message: problemMessage(problem) }],
        );
        setAttempt((before) => before + 1);
        return false;
      } finally {
        setRunning(false);
      }
    },
  };
}
