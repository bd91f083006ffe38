import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import type { Answer } from '../../../lib/api.ts';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { dispose, suggestionsOptions } from '../api/dispositions.ts';
import { type DueWord, dueDate, dueWords } from '../rules.ts';
import styles from './dispositions.module.css';

/** Said where the office has not set its own instructions yet. */
const usual = ['followUp', 'answer', 'represent', 'know'] as const;
/** Chips shown; an office may have forty instructions, the rest is written. */
const shownInstructions = 6;
const own = 'own';

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
  const [chosen, setInstruction] = useState<string | null>(null);
  const [written, setWritten] = useState('');
  const [due, setDue] = useState<DueWord>('friday');
  const [picked, setPicked] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);

  const { data: proposed } = useQuery({ ...suggestionsOptions(letter.id, parentId), enabled: opened });
  const offered = proposed?.instructions.slice(0, shownInstructions) ?? [];
  const instructions = offered.length > 0 ? offered : usual.map((key) => t(`instructions.${key}`));
  const instruction = chosen ?? instructions[0] ?? own;

  const dueOn = dueDate(due, picked);
  const words = instruction === own ? written.trim() : instruction;
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
        <Suggestions
          items={(proposed?.items ?? []).filter((one) => !to.some(({ id }) => id === one.to.positionId)).slice(0, 3)}
          onChoose={(one) => {
            setTo([...to, { id: one.to.positionId, name: one.to.title, holder: one.to.holder }]);
            if (one.instruction && instructions.includes(one.instruction)) setInstruction(one.instruction);
          }}
        />
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
          options={[
            ...instructions.map((value) => ({ value, label: value })),
            { value: own, label: t('instructions.own') },
          ]}
        />
        {instruction === own && (
          <TextInput
            id="dispose-own"
            label={t('ownInstruction')}
            value={written}
            maxLength={500}
            error={errorOf('dispose-own')}
            onChange={(event) => setWritten(event.currentTarget.value)}
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

type Suggested = Answer<'/dispositions/suggestions'>['items'][number];

/** People this person usually chooses, one touch each. */
function Suggestions({ items, onChoose }: { items: Suggested[]; onChoose: (one: Suggested) => void }) {
  const { t } = useTranslation('dispositions');
  if (items.length === 0) return null;
  return (
    <div>
      <p className="meta">{t('usually')}</p>
      <ul className={styles.suggestions}>
        {items.map((one) => (
          <li key={one.to.positionId}>
            <button type="button" className={styles.suggestion} onClick={() => onChoose(one)}>
              <Avatar name={one.to.holder ?? one.to.title} />
              <span className={styles.suggestedWords}>
                <span className={styles.name}>{one.to.holder ?? one.to.title}</span>
                <span className="meta">{[one.to.title, one.instruction].filter(Boolean).join(' · ')}</span>
              </span>
              <IconPlus size={20} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
