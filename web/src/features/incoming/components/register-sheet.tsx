import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { registerLetter } from '../api/register-letter.ts';
import { routesOptions } from '../api/routes.ts';
import { Duplicates } from './duplicates.tsx';
import styles from './incoming.module.css';

type RegisterSheetProps = {
  opened: boolean;
  letter: { id: string; subject: string; version?: number | undefined };
  onClose: () => void;
  onRegistered: () => void;
};

/** Agenda number and route in one go. */
export function RegisterSheet({ opened, letter, onClose, onRegistered }: RegisterSheetProps) {
  const { t } = useTranslation('incoming');
  const [chosen, setChosen] = useState<ChosenPosition[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const [to, ...others] = chosen;
  const { data: known } = useQuery({ ...routesOptions(letter.id), enabled: opened });
  const names = chosen.map((one) => one.holder ?? one.name).join(', ');

  async function register(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!to) {
      setError(t('register.missing'));
      return document.getElementById('route-to')?.focus();
    }
    setRunning(true);
    setError(null);
    try {
      const { agendaNumber } = await registerLetter(
        letter,
        to.id,
        others.map(({ id }) => id),
      );
      showToast(t('register.done', { number: agendaNumber, name: names }));
      onRegistered();
      onClose();
      setChosen([]);
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened={opened} onClose={onClose} title={t('register.title')} closable={!running}>
      <form className={styles.form} noValidate onSubmit={(event) => void register(event)}>
        <p className={styles.what}>{letter.subject}</p>
        <Duplicates items={known?.duplicates ?? []} />
        <PositionField
          id="route-to"
          label={t('register.to')}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next);
            setError(null);
          }}
          error={error}
          autoFocus
        />
        <p className={styles.text}>{to ? t('register.consequence', { name: names }) : t('register.consequenceOpen')}</p>
        <Button
          type="submit"
          size="lg"
          loading={running}
          leftSection={<IconInbox size={20} stroke={1.75} aria-hidden />}
        >
          {t('register.act')}
        </Button>
      </form>
    </Sheet>
  );
}
