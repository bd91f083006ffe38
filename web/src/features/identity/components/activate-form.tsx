import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { activate } from '../api/activate.ts';
import styles from './identity.module.css';

/** Shortest password the form lets through; the server may ask for more. */
const minimumLength = 12;

/** One field: it can be shown, so it need not be typed twice. */
export function ActivateForm({ token, onActivated }: { token: string; onActivated: (username: string) => void }) {
  const { t } = useTranslation('identity');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);

  async function submit(): Promise<void> {
    setAttempt((before) => before + 1);
    if (password.length < minimumLength) return setError(t('activate.short', { count: minimumLength }));
    setError(null);
    setRunning(true);
    try {
      onActivated((await activate({ token, password })).username);
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Form
      className={styles.form}
      errors={error ? [{ fieldId: 'new-password', message: error }] : []}
      attempt={attempt}
      onSubmit={submit}
    >
      <PasswordInput
        id="new-password"
        name="new-password"
        label={t('activate.password')}
        description={t('activate.hint', { count: minimumLength })}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
      />
      <Button type="submit" size="lg" fullWidth loading={running}>
        {t('activate.submit')}
      </Button>
    </Form>
  );
}
