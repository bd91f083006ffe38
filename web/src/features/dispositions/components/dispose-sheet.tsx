import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast, showUndo } from '../../../components/ui/toast.tsx';
import type { Answer } from '../../../lib/api.ts';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { cancelDisposition, dispose, suggestionsOptions } from '../api/dispositions.ts';
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
  const [isSecret, setSecret] = useState(false);
  const [ownWords, setOwnWords] = useState<Record<string, string>>({});
  const queryClient = useQueryClient();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });

  const { data: proposed } = useQuery({ ...suggestionsOptions(letter.id, parentId), enabled: opened });
  const offered = proposed?.instructions.slice(0, shownInstructions) ?? [];
  const instructions = offered.length > 0 ? offered : usual.map((key) => t(`instructions.${key}`));
  const instruction = chosen ?? instructions[0] ?? own;

  const dueOn = dueDate(due, picked);
  const words = instruction === own ? written.trim() : instruction;
  /** What this giver usually asks of this person, unless a chip was chosen for all. */
  const wordsFor = (one: Suggested): string =>
    chosen === null && instructions.includes(one.instruction) ? one.instruction : words;
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
    await give(
      to,
      words,
      to.flatMap(({ id }) => {
        const instruction = ownWords[id]?.trim();
        return instruction ? [{ to: id, instruction }] : [];
      }),
    );
  }

  /** One may have sent it to the wrong person by a slip of the thumb: as long as nobody read it, it can be undone. */
  function undo(ids: string[]): void {
    Promise.all(ids.map((id) => cancelDisposition(id)))
      .then(() => showToast(t('undone')))
      .catch((error: unknown) => showToast(problemMessage(error), 'failed'))
      .finally(() => {
        for (const topic of ['dispositions', 'tasks', 'letters'])
          void queryClient.invalidateQueries({ queryKey: [topic] });
      });
  }

  async function give(
    receivers: readonly ChosenPosition[],
    instruction: string,
    each: { to: string; instruction: string }[] = [],
  ): Promise<void> {
    setRunning(true);
    try {
      const { items } = await dispose(letter.id, {
        to: receivers.map(({ id }) => id),
        instruction,
        isSecret,
        ...(each.length > 0 ? { each } : {}),
        ...(dueOn ? { dueOn } : {}),
        ...(parentId ? { parentId } : {}),
      });
      showUndo(t('done', { name: receivers.map((one) => one.holder ?? one.name).join(', ') }), () =>
        undo(items.map(({ id }) => id)),
      );
      setTo([]);
      setOwnWords({});
      onDisposed();
      onClose();
    } catch (thrown) {
      setErrors([{ message: problemMessage(thrown) }]);
      setAttempt((before) => before + 1);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened={opened} onClose={onClose} title={t('disposeTitle')} closable={!running} width={520}>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary errors={errors} attempt={attempt} />
        <Suggestions
          running={running}
          items={(proposed?.items ?? []).filter((one) => !to.some(({ id }) => id === one.to.positionId)).slice(0, 3)}
          summaryOf={(one) => [wordsFor(one), dueOn ? longDate(dueOn) : null].filter(Boolean).join(' · ')}
          onChoose={(one) => {
            setTo([...to, asChosen(one)]);
            if (one.instruction && instructions.includes(one.instruction)) setInstruction(one.instruction);
          }}
          onSend={words === '' ? null : (one) => void give([asChosen(one)], wordsFor(one))}
        />
        <PositionField
          id="dispose-to"
          label={t('to')}
          chosen={to}
          onChange={setTo}
          error={errorOf('dispose-to')}
          // On a phone the keyboard would cover what one usually taps.
          autoFocus={!phone}
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
        {to.length > 1 && (
          <details>
            <summary className={styles.fold}>{t('eachOwn')}</summary>
            {to.map((one) => (
              <TextInput
                key={one.id}
                label={t('ownFor', { name: one.holder ?? one.name })}
                placeholder={words}
                maxLength={1000}
                value={ownWords[one.id] ?? ''}
                onChange={(event) => setOwnWords({ ...ownWords, [one.id]: event.currentTarget.value })}
              />
            ))}
          </details>
        )}
        <Checkbox
          label={t('secret')}
          description={t('secretHelp')}
          checked={isSecret}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
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

const asChosen = ({ to }: Suggested): ChosenPosition => ({ id: to.positionId, name: to.title, holder: to.holder });

type SuggestionsProps = {
  items: Suggested[];
  /** What sending to this person at once would ask, until when. */
  summaryOf: (one: Suggested) => string;
  running: boolean;
  onChoose: (one: Suggested) => void;
  /** Null while the instruction is not written yet. */
  onSend: ((one: Suggested) => void) | null;
};

/** People this person usually chooses: one touch adds, one touch sends. */
function Suggestions({ items, summaryOf, running, onChoose, onSend }: SuggestionsProps) {
  const { t } = useTranslation('dispositions');
  if (items.length === 0) return null;
  return (
    <div>
      <p className="meta">{t('usually')}</p>
      <ul className={styles.suggestions}>
        {items.map((one) => {
          const name = one.to.holder ?? one.to.title;
          return (
            <li key={one.to.positionId} className={styles.suggestedRow}>
              <button type="button" className={styles.suggestion} onClick={() => onChoose(one)}>
                <Avatar name={name} />
                <span className={styles.suggestedWords}>
                  <span className={styles.name}>{name}</span>
                  <span className="meta">{one.to.title}</span>
                </span>
                <IconPlus size={20} stroke={1.75} aria-hidden />
              </button>
              {onSend && (
                <Button
                  variant="light"
                  className={styles.sendNow ?? ''}
                  disabled={running}
                  leftSection={<IconSend size={20} stroke={1.75} aria-hidden />}
                  aria-label={t('sendNow', { name, summary: summaryOf(one) })}
                  onClick={() => onSend(one)}
                >
                  {t('sendShort', { summary: summaryOf(one) })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
