import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import type { FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { type Agreement, recordCouncil } from '../../../lib/calls/agreements.ts';
import { shortDay } from '../../../lib/dates.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { councilStateOf } from '../rules.ts';
import styles from './agreements.module.css';

const chips = {
  missing: 'tunggu',
  waiting: 'tunggu',
  approved: 'selesai',
  unneeded: 'selesai',
  skipped: 'proses',
} as const;

/** What each party says of its council, where the plan is a burden; signing waits for all of them. */
export function Council({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const [opened, setOpened] = useState(false);
  if (!agreement.burdens) return null;
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{t('council.title')}</h2>
        {agreement.signedAt === null && (
          <ActButton reason={agreement.acts.council.reason} reasonPlace="heard" onClick={() => setOpened(true)}>
            {t('council.record')}
          </ActButton>
        )}
      </div>
      <ul>
        {agreement.parties.map((party) => {
          const said = agreement.council.find(({ by }) => by.slug === party.slug);
          const state = councilStateOf(said);
          return (
            <li key={party.slug} className={styles.clauseFields}>
              <div className={styles.clauseBar}>
                <strong>{party.name}</strong>
                <StatusChip status={chips[state]}>{t(`council.states.${state}`)}</StatusChip>
              </div>
              {said && (
                <p className={styles.meta}>
                  {[
                    said.reason,
                    said.letterNumber && said.letterDate
                      ? t('council.letter', { number: said.letterNumber, date: shortDay(said.letterDate) })
                      : null,
                    said.skippedReason ? t('council.skippedBecause', { reason: said.skippedReason }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <Sheet opened={opened} onClose={() => setOpened(false)} title={t('council.title')}>
        <CouncilForm agreement={agreement} onDone={() => setOpened(false)} />
      </Sheet>
    </section>
  );
}

type Answer = 'unneeded' | 'approved' | 'waiting' | 'skipped';

function CouncilForm({ agreement, onDone }: { agreement: Agreement; onDone: () => void }) {
  const { t } = useTranslation('agreements');
  const us = agreement.parties.find(({ isUs }) => isUs);
  const said = agreement.council.find(({ by }) => by.slug === us?.slug);
  const was = councilStateOf(said);
  const [answer, setAnswer] = useState<Answer>(was === 'missing' ? 'unneeded' : was);
  const [reason, setReason] = useState(said?.reason ?? '');
  const [number, setNumber] = useState(said?.letterNumber ?? '');
  const [date, setDate] = useState(said?.letterDate ?? '');
  const [skipped, setSkipped] = useState(said?.skippedReason ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);

  async function send(): Promise<void> {
    const found: FormError[] = [
      ...(reason.trim().length < 3 ? [{ fieldId: 'reason', message: t('council.missing.reason') }] : []),
      ...(answer === 'approved' && number.trim() === ''
        ? [{ fieldId: 'letterNumber', message: t('council.missing.letterNumber') }]
        : []),
      ...(answer === 'approved' && date === ''
        ? [{ fieldId: 'letterDate', message: t('council.missing.letterDate') }]
        : []),
      ...(answer === 'skipped' && skipped.trim().length < 3
        ? [{ fieldId: 'skippedReason', message: t('council.missing.skippedReason') }]
        : []),
    ];
    setErrors(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) return;
    setRunning(true);
    try {
      await recordCouncil(agreement.id, {
        needed: answer !== 'unneeded',
        reason: reason.trim(),
        letterNumber: answer === 'approved' ? number.trim() : null,
        letterDate: answer === 'approved' ? date : null,
        skippedReason: answer === 'skipped' ? skipped.trim() : null,
      });
      onDone();
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
  const errorOf = (field: string) => errors.find(({ fieldId }) => fieldId === field)?.message ?? null;

  return (
    <Form className={styles.form} errors={errors} attempt={attempt} onSubmit={send}>
      <Choice
        label={t('council.question')}
        value={answer}
        options={(['unneeded', 'approved', 'waiting', 'skipped'] as const).map((value) => ({
          value,
          label: t(`council.answers.${value}`),
        }))}
        onChange={setAnswer}
      />
      <Textarea
        id="reason"
        label={t('council.reason')}
        value={reason}
        maxLength={2000}
        error={errorOf('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {answer === 'approved' && (
        <>
          <TextInput
            id="letterNumber"
            label={t('council.letterNumber')}
            value={number}
            maxLength={120}
            error={errorOf('letterNumber')}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            id="letterDate"
            type="date"
            label={t('council.letterDate')}
            value={date}
            error={errorOf('letterDate')}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        </>
      )}
      {answer === 'skipped' && (
        <Textarea
          id="skippedReason"
          label={t('council.skippedReason')}
          value={skipped}
          maxLength={2000}
          error={errorOf('skippedReason')}
          onChange={(event) => setSkipped(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={running}>
        {t('council.save')}
      </Button>
    </Form>
  );
}
