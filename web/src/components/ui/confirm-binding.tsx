import { Button, PasswordInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, problemMessage } from '../../lib/problem.ts';
import styles from './confirm-binding.module.css';
import { Sheet } from './sheet.tsx';

type ConfirmBindingProps = {
  opened: boolean;
  onClose: () => void;
  /** The act itself: "Tanda tangani 1 surat". */
  title: string;
  /** What will happen and cannot be undone. */
  consequence: ReactNode;
  /** The verb on the button: "Tanda tangani". */
  act: string;
  icon?: ReactNode;
  /** Asks for the signing passphrase and hands it over; it is forgotten when the sheet closes. */
  withPassphrase?: boolean;
  passphraseHelp?: ReactNode;
  /** Does it; a thrown Problem is shown at the field. Resolving closes the sheet. */
  onConfirm: (passphrase: string) => Promise<unknown>;
  /** Between the sentence and the field: what is signed. */
  children?: ReactNode;
};

/** Asks once, and only for what binds. The title is the act, the sentence names its consequence. */
export function ConfirmBinding(props: ConfirmBindingProps) {
  const { opened, onClose, title, consequence, act, icon, withPassphrase = false, passphraseHelp, onConfirm } = props;
  const { t } = useTranslation();
  const fieldId = useId();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  function close(): void {
    if (running) return;
    setPassphrase('');
    setError(null);
    onClose();
  }

  async function confirm(): Promise<void> {
    if (withPassphrase && passphrase === '') {
      setError(t('passphrase.missing'));
      document.getElementById(fieldId)?.focus();
      return;
    }
    setRunning(true);
    setError(null);
    try {
      await onConfirm(passphrase);
      setPassphrase('');
      setRunning(false);
      onClose();
    } catch (thrown) {
      setRunning(false);
      setError(problemMessage(asProblem(thrown)));
      requestAnimationFrame(() => document.getElementById(fieldId)?.focus());
    }
  }

  return (
    <Sheet opened={opened} onClose={close} title={title} closable={!running}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <div className={styles.consequence}>{consequence}</div>
        {props.children}
        {withPassphrase && (
          <PasswordInput
            id={fieldId}
            data-autofocus
            label={t('passphrase.label')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            error={error}
            autoComplete="off"
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
          />
        )}
        {!withPassphrase && error && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
        {passphraseHelp}
        <div className={styles.acts}>
          <Button variant="default" onClick={close} disabled={running}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={running} leftSection={icon}>
            {act}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
