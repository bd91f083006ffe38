import type { ReactNode } from 'react';
import { ErrorSummary, type FormError } from './error-summary.tsx';

type FormProps = {
  className?: string | undefined;
  /** What is wrong, told at the top. */
  errors: FormError[];
  /** Grows with each submit, so that the summary takes the focus again. */
  attempt: number;
  onSubmit: () => Promise<unknown>;
  children: ReactNode;
};

/** A form that we check ourselves: its errors first, then its fields. */
export function Form({ className, errors, attempt, onSubmit, children }: FormProps) {
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {children}
    </form>
  );
}
