import { Button, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { dispose } from '../api/dispositions.ts';
import { type DueWord, dueDate, dueWords } from '../rules.ts';
import styles from './dispositions.module.css';

const instructions = ['followUp', 'answer', 'represent', 'know', 'own'] as const;

type DisposeSheetProps = {
  opened: boolean;
  letter: { id: string; subject: string };
  /** The disposition it hangs below, where one passes on what one was given. */
  parentId?: string | undefined;
  onClose: () => void;
  onDisposed: () => void;
};

/** To whom, what to do, until when; a sentence says what will happen before it does. */
export function DisposeSheet({ opened, letter, parentId, onClose, onDisposed }: DisposeSheetProps) {
  const { t } = useTranslation('dispositions');
  const [to, setTo] = useState<ChosenPosition[]>([]);
  const [instruction, setInstruction] = useState<(typeof instructions)[number]>('followUp');
  const [own, setOwn] = useState('');
  const [due, setDue] = useState<DueWord>('friday');
  const [picked, setPicked] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);

  const dueOn = dueDate(due, picked);
  const words = instruction === 'own' ? own.trim() : t(`instructions.${instruction}`);
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message ?? null;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing: FormError[] = [
      ...(to.length === 0 ? [{ fieldId: 'dispose-to', message: t('missing.to') }] : []),
      ...(words === '' ? [{ fieldId: 'dispose-own', message: t('missing.instruction') }] : []),
      ...(due === 'date' && dueOn === null ? [{ fieldId: 'dispose-date', message: t('missing.date') }] : []),
    ];
    setErrors(missing);
    setAttempt((before) => before + 1);
    if (missing.length > 0) return;
    setRunning(true);
    try {
      await dispose(letter.id, {
        to: to.map(({ id }) => id),
        instruction: words,
        ...(dueOn ? { dueOn } : {}),
        ...(parentId ? { parentId } : {}),
      });
      showToast(t('done', { name: to.map((one) => one.holder ?? one.name).join(', ') }));
      setTo([]);
      onDisposed();
      onClose();
    } catch (thrown) {
      setErrors([{ message: problemMessage(thrown) }]);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened={opened} onClose={onClose} title={t('disposeTitle')} closable={!running} width={520}>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary errors={errors} attempt={attempt} />
        <PositionField
          id="dispose-to"
          label={t('to')}
          chosen={to}
          onChange={setTo}
          error={errorOf('dispose-to')}
          autoFocus
        />
        <Choice
          label={t('instruction')}
          value={instruction}
          onChange={setInstruction}
          options={instructions.map((value) => ({ value, label: t(`instructions.${value}`) }))}
        />
        {instruction === 'own' && (
          <TextInput
            id="dispose-own"
            label={t('ownInstruction')}
            value={own}
            maxLength={500}
            error={errorOf('dispose-own')}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        )}
        <Choice
          label={t('due')}
          value={due}
          onChange={setDue}
          options={dueWords.map((value) => ({ value, label: t(`dueWords.${value}`) }))}
        />
        {due === 'date' && (
          <TextInput
            id="dispose-date"
            type="date"
            label={t('dueDate')}
            value={picked}
            error={errorOf('dispose-date')}
            onChange={(event) => setPicked(event.currentTarget.value)}
          />
        )}
        {to.length > 0 && (
          <p className={styles.consequence}>
            {t(dueOn ? 'consequenceDue' : 'consequence', {
              name: to.map((one) => one.holder ?? one.name).join(', '),
              date: dueOn ? longDate(dueOn) : '',
            })}
          </p>
        )}
        <Button
          type="submit"
          size="lg"
          loading={running}
          leftSection={<IconSend size={20} stroke={1.75} aria-hidden />}
        >
          {t('send')}
        </Button>
      </form>
    </Sheet>
  );
}
