import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { type EvaluationBody, evaluateAgreement, type Plan } from '../../../lib/calls/agreement-plans.ts';
import type { Agreement } from '../../../lib/calls/agreements.ts';
import { dayOf } from '../../../lib/dates.ts';
import styles from './agreements.module.css';
import { PlanForm } from './plan-form.tsx';

const advices: EvaluationBody['advice'][] = ['continue', 'amend', 'end'];

type EvaluationsProps = { agreement: Agreement; plan: Plan; reason: string | null };

/** What the coordinating team found each half-year: one's own, and what partners share. */
export function Evaluations({ agreement, plan, reason }: EvaluationsProps) {
  const { t } = useTranslation('agreements');
  const [writing, setWriting] = useState(false);
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{t('evaluation.title')}</h2>
        <ActButton reason={reason} onClick={() => setWriting(true)}>
          {t('evaluation.write')}
        </ActButton>
      </div>
      {plan.evaluations.length === 0 && <p className={styles.below}>{t('evaluation.empty')}</p>}
      <ul>
        {plan.evaluations.map((each) => (
          <li key={`${each.by.slug}-${each.year}-${each.half}`} className={styles.clauseFields}>
            <div className={styles.clauseBar}>
              <strong>{t('evaluation.of', { half: each.half, year: each.year, name: each.by.name })}</strong>
              <StatusChip status={each.sharedAt ? 'selesai' : 'proses'}>
                {t(each.sharedAt ? 'evaluation.shared' : 'evaluation.own')}
              </StatusChip>
            </div>
            <p className={styles.remarkText}>{t('evaluation.doneText', { text: each.done })}</p>
            <p className={styles.remarkText}>{t('evaluation.obstaclesText', { text: each.obstacles })}</p>
            <p className={styles.meta}>
              {t('evaluation.adviceText', { advice: t(`evaluation.advices.${each.advice}`), author: each.author })}
            </p>
          </li>
        ))}
      </ul>
      {writing && <EvaluationForm agreement={agreement} plan={plan} onClose={() => setWriting(false)} />}
    </section>
  );
}

function EvaluationForm({
  agreement,
  plan,
  onClose,
}: Pick<EvaluationsProps, 'agreement' | 'plan'> & { onClose: () => void }) {
  const { t } = useTranslation('agreements');
  const today = dayOf(new Date(), agreement.timeZone);
  const year = Number(today.slice(0, 4));
  const half = Number(today.slice(5, 7)) <= 6 ? 1 : 2;
  const known = plan.evaluations.find((each) => each.isUs && each.year === year && each.half === half);
  const [done, setDone] = useState(known?.done ?? '');
  const [obstacles, setObstacles] = useState(known?.obstacles ?? '');
  const [advice, setAdvice] = useState<EvaluationBody['advice']>(known?.advice ?? 'continue');
  const [share, setShare] = useState(false);
  const missing = (field: string, text: string) =>
    text.trim().length < 3 ? [{ fieldId: field, message: t(`evaluation.missing.${field}`) }] : [];
  return (
    <PlanForm
      opened
      title={t('evaluation.heading', { half, year })}
      submit={t('plan.save')}
      onClose={onClose}
      faults={() => [...missing('done', done), ...missing('obstacles', obstacles)]}
      onSend={() =>
        evaluateAgreement(agreement.id, { year, half, done: done.trim(), obstacles: obstacles.trim(), advice, share })
      }
    >
      {(errorOf) => (
        <>
          <Textarea
            id="done"
            label={t('evaluation.done')}
            value={done}
            maxLength={4000}
            error={errorOf('done')}
            onChange={(event) => setDone(event.currentTarget.value)}
          />
          <Textarea
            id="obstacles"
            label={t('evaluation.obstacles')}
            value={obstacles}
            maxLength={4000}
            error={errorOf('obstacles')}
            onChange={(event) => setObstacles(event.currentTarget.value)}
          />
          <Choice
            label={t('evaluation.advice')}
            value={advice}
            options={advices.map((value) => ({ value, label: t(`evaluation.advices.${value}`) }))}
            onChange={setAdvice}
          />
          <Checkbox
            label={t('evaluation.share')}
            description={t('evaluation.shareHelp')}
            checked={share}
            onChange={(event) => setShare(event.currentTarget.checked)}
          />
        </>
      )}
    </PlanForm>
  );
}
