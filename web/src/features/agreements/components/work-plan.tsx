import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import {
  type Activity,
  type ActivityState,
  dropActivity,
  type Plan,
  planActivity,
  reportProgress,
} from '../../../lib/calls/agreement-plans.ts';
import type { Agreement } from '../../../lib/calls/agreements.ts';
import { shortDay } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import styles from './agreements.module.css';
import { PlanForm } from './plan-form.tsx';

const chips = { planned: 'tunggu', running: 'proses', done: 'selesai', stopped: 'masalah' } as const;
const states: ActivityState[] = ['planned', 'running', 'done', 'stopped'];

type WorkPlanProps = { agreement: Agreement; plan: Plan; reason: string | null };

/** What is to be done, by when, and how far each party is with its own part. */
export function WorkPlan({ agreement, plan, reason }: WorkPlanProps) {
  const { t } = useTranslation('agreements');
  const [adding, setAdding] = useState(false);
  const [telling, setTelling] = useState<Activity | null>(null);
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{t('plan.title')}</h2>
        <ActButton variant="primary" reason={reason} onClick={() => setAdding(true)}>
          {t('plan.add')}
        </ActButton>
      </div>
      {plan.activities.length === 0 && <p className={styles.below}>{t('plan.empty')}</p>}
      <ul>
        {plan.activities.map((activity) => (
          <li key={activity.id} className={styles.clauseFields}>
            <div>
              <strong>{activity.activity}</strong>
              <p className={styles.meta}>{t('plan.due', { date: shortDay(activity.dueOn), name: activity.by.name })}</p>
            </div>
            <ul>
              {activity.progress.map(({ party, unit, state, result }) => (
                <li key={party.slug} className={styles.clauseBar}>
                  <span>
                    {party.name}
                    <span className={styles.meta}> {[unit, result].filter(Boolean).join(': ')}</span>
                  </span>
                  <StatusChip status={chips[state ?? 'planned']}>{t(`plan.states.${state ?? 'untold'}`)}</StatusChip>
                </li>
              ))}
            </ul>
            <div className={styles.formActs}>
              <ActButton reason={reason} reasonPlace="heard" onClick={() => setTelling(activity)}>
                {t('plan.tell')}
                <span className="heard"> {activity.activity}</span>
              </ActButton>
              <ActButton
                variant="quiet"
                reason={reason}
                reasonPlace="heard"
                onClick={() => {
                  dropActivity(agreement.id, activity.id).catch((error) => showToast(problemMessage(error), 'failed'));
                }}
              >
                {t('plan.drop')}
                <span className="heard"> {activity.activity}</span>
              </ActButton>
            </div>
          </li>
        ))}
      </ul>
      {adding && <AddForm agreement={agreement} onClose={() => setAdding(false)} />}
      {telling && <TellForm agreementId={agreement.id} activity={telling} onClose={() => setTelling(null)} />}
    </section>
  );
}

function AddForm({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation('agreements');
  const [activity, setActivity] = useState('');
  const [dueOn, setDueOn] = useState('');
  return (
    <PlanForm
      opened
      title={t('plan.add')}
      submit={t('plan.save')}
      onClose={onClose}
      faults={() => [
        ...(activity.trim().length < 3 ? [{ fieldId: 'activity', message: t('plan.missing.activity') }] : []),
        ...(dueOn === '' ? [{ fieldId: 'dueOn', message: t('plan.missing.dueOn') }] : []),
      ]}
      onSend={() => planActivity(agreement.id, { activity: activity.trim(), dueOn })}
    >
      {(errorOf) => (
        <>
          <TextInput
            id="activity"
            label={t('plan.activity')}
            value={activity}
            maxLength={500}
            error={errorOf('activity')}
            onChange={(event) => setActivity(event.currentTarget.value)}
          />
          <TextInput
            id="dueOn"
            type="date"
            label={t('plan.dueOn')}
            min={agreement.startsOn}
            max={agreement.endsOn}
            value={dueOn}
            error={errorOf('dueOn')}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </>
      )}
    </PlanForm>
  );
}

function TellForm({
  agreementId,
  activity,
  onClose,
}: {
  agreementId: string;
  activity: Activity;
  onClose: () => void;
}) {
  const { t } = useTranslation('agreements');
  const own = activity.progress.find(({ isUs }) => isUs);
  const [unit, setUnit] = useState(own?.unit ?? '');
  const [state, setState] = useState<ActivityState>(own?.state ?? 'planned');
  const [result, setResult] = useState(own?.result ?? '');
  return (
    <PlanForm
      opened
      title={activity.activity}
      submit={t('plan.save')}
      onClose={onClose}
      faults={() => [
        ...(unit.trim().length < 2 ? [{ fieldId: 'unit', message: t('plan.missing.unit') }] : []),
        ...(state === 'done' && result.trim() === '' ? [{ fieldId: 'result', message: t('plan.missing.result') }] : []),
      ]}
      onSend={() =>
        reportProgress(agreementId, activity.id, { unit: unit.trim(), state, result: result.trim() || null })
      }
    >
      {(errorOf) => (
        <>
          <TextInput
            id="unit"
            label={t('plan.unit')}
            value={unit}
            maxLength={200}
            error={errorOf('unit')}
            onChange={(event) => setUnit(event.currentTarget.value)}
          />
          <Choice
            label={t('plan.state')}
            value={state}
            options={states.map((value) => ({ value, label: t(`plan.states.${value}`) }))}
            onChange={setState}
          />
          <Textarea
            id="result"
            label={t('plan.result')}
            value={result}
            maxLength={4000}
            error={errorOf('result')}
            onChange={(event) => setResult(event.currentTarget.value)}
          />
        </>
      )}
    </PlanForm>
  );
}
