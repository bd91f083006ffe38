import { TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import type { FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import type { Delivery } from '../api/deliveries.ts';
import styles from './delivery.module.css';

type ResendSheetProps = { of: Delivery; onClose: () => void; onSend: (email: string) => Promise<unknown> };

/** The address as it was, to be corrected, and what the mail server said about it. */
export function ResendSheet({ of, onClose, onSend }: ResendSheetProps) {
  const { t } = useTranslation('delivery');
  const [email, setEmail] = useState(of.email ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const fail = (next: FormError[]): void => {
    setErrors(next);
    setAttempt((before) => before + 1);
  };

  async function send(): Promise<void> {
    if (!email.includes('@')) return fail([{ fieldId: 'resend-email', message: t('resendSheet.missing') }]);
    setRunning(true);
    try {
      await onSend(email.trim());
      onClose();
    } catch (thrown) {
      const isField = asProblem(thrown).errors.some(({ path }) => path === 'email');
      fail([{ ...(isField ? { fieldId: 'resend-email' } : {}), message: problemMessage(thrown) }]);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened onClose={onClose} title={t('resendSheet.title')} closable={!running}>
      <Form className={styles.form} errors={errors} attempt={attempt} onSubmit={send}>
        <p>{t('resendSheet.text', { name: of.name })}</p>
        {of.failure && <p className={styles.failure}>{of.failure}</p>}
        <TextInput
          id="resend-email"
          type="email"
          data-autofocus
          autoComplete="off"
          label={t('resendSheet.email')}
          value={email}
          error={errors.find(({ fieldId }) => fieldId === 'resend-email')?.message ?? null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ActButton
          type="submit"
          variant="primary"
          size="lg"
          loading={running}
          leftSection={<IconSend size={20} stroke={1.75} aria-hidden />}
        >
          {t('resend')}
        </ActButton>
      </Form>
    </Sheet>
  );
}
