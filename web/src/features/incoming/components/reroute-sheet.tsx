import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import type { FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { type LetterRoutes, routeLetter } from '../api/routes.ts';
import styles from './incoming.module.css';

type RerouteSheetProps = {
  letterId: string;
  routes: LetterRoutes['items'];
  onClose: () => void;
  onRouted: () => void;
};

/** Where a registered letter goes instead, or as well. Who has read it keeps it. */
export function RerouteSheet({ letterId, routes, onClose, onRouted }: RerouteSheetProps) {
  const { t } = useTranslation('incoming');
  const standing = routes.filter((route) => route.withdrawnAt === null);
  const [to, setTo] = useState<ChosenPosition[]>(
    standing.map(({ positionId, title, holder }) => ({ id: positionId, name: title, holder })),
  );
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const fail = (next: FormError[]): void => {
    setErrors(next);
    setAttempt((before) => before + 1);
  };

  async function route(): Promise<void> {
    if (to.length === 0) return fail([{ fieldId: 'reroute-to', message: t('register.missing') }]);
    setRunning(true);
    try {
      await routeLetter(
        letterId,
        to.map(({ id }) => id),
        reason.trim(),
      );
      showToast(t('routes.rerouted', { name: to.map((one) => one.holder ?? one.name).join(', ') }));
      onRouted();
      onClose();
    } catch (error) {
      fail([{ message: problemMessage(error) }]);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened onClose={onClose} title={t('routes.acts.route')} closable={!running}>
      <Form className={styles.form} errors={errors} attempt={attempt} onSubmit={route}>
        <p className={styles.text}>{t('routes.rerouteText')}</p>
        <PositionField
          id="reroute-to"
          label={t('register.to')}
          chosen={to}
          onChange={setTo}
          error={errors.find(({ fieldId }) => fieldId === 'reroute-to')?.message ?? null}
          autoFocus
        />
        <TextInput
          id="reroute-reason"
          label={t('routes.reason')}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ActButton type="submit" variant="primary" size="lg" loading={running}>
          {t('routes.acts.route')}
        </ActButton>
      </Form>
    </Sheet>
  );
}
