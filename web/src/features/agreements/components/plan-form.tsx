import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import styles from './agreements.module.css';

type PlanFormProps = {
  opened: boolean;
  title: string;
  submit: string;
  onClose: () => void;
  /** What is missing, by field; nothing is sent while there is something. */
  faults: () => FormError[];
  onSend: () => Promise<unknown>;
  children: (errorOf: (field: string) => string | null) => ReactNode;
};

/** A short form in a sheet: checked here, then by the server, both told at the fields. */
export function PlanForm({ opened, title, submit, onClose, faults, onSend, children }: PlanFormProps) {
  const { t } = useTranslation('agreements');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  async function send(): Promise<void> {
    const found = faults();
    setErrors(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) return;
    setRunning(true);
    try {
      await onSend();
      onClose();
    } catch (thrown) {
      const problem = asProblem(thrown);
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: path, message }))
          : [{ message: problemMessage(problem) }],
      );
      setAttempt((before) => before + 1);
    } finally {
      setRunning(false);
    }
  }
  return (
    <Sheet opened={opened} onClose={onClose} title={title} closable={!running}>
      <Form className={styles.form} errors={errors} attempt={attempt} onSubmit={send}>
        {children((field) => errors.find(({ fieldId }) => fieldId === field)?.message ?? null)}
        <div className={styles.formActs}>
          <Button type="submit" loading={running}>
            {submit}
          </Button>
          <Button variant="subtle" onClick={onClose} disabled={running}>
            {t('cancel')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
