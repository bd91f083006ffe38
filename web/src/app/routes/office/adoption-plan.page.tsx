import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { type Plan, type PlanState, planOptions, reportProgress } from '../../../features/comparison/api/comparison.ts';
import styles from '../../../features/comparison/components/comparison.module.css';
import { PlanSheet } from '../../../features/comparison/components/plan-sheet.tsx';
import { statusOfPlan } from '../../../features/comparison/plan-status.ts';
import { inTwoDecimals } from '../../../features/comparison/rules.ts';
import { exactInstant, longDate } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';

const route = getRouteApi('/office/kolaborasi/rencana/$planId');

/** One adoption plan: what for, how far, and what came of it. */
export function AdoptionPlanPage() {
  const { t } = useTranslation('comparison');
  const { planId } = route.useParams();
  const { data: plan, error, refetch } = useQuery(planOptions(planId));
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PageBar back={{ to: '/kolaborasi/rencana', label: t('plans.title') }} acts={null} />
      <Page>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!plan && !error && <SkeletonRows rows={5} />}
        {plan && (
          <>
            <PageTitle
              lead={plan.description}
              mark={
                <StatusChip status={statusOfPlan(plan)}>
                  {t(plan.overdue ? 'states.overdue' : `states.${plan.state}`)}
                </StatusChip>
              }
              acts={
                <ActButton
                  variant="outline"
                  onClick={() => setEditing(true)}
                  reason={plan.acts.edit.allowed ? null : plan.acts.edit.reason}
                >
                  {t('plan.edit')}
                </ActButton>
              }
            >
              {plan.title}
            </PageTitle>
            <PlanFacts plan={plan} />
            <section className={styles.section} aria-labelledby="notes-title">
              <h2 id="notes-title">{t('progress.title')}</h2>
              {plan.notes.length === 0 && <p className={styles.lead}>{t('progress.none')}</p>}
              <ol className={styles.notes}>
                {plan.notes.map((note) => (
                  <li key={note.at} className={styles.note}>
                    <p>{note.text}</p>
                    <p className={styles.hint}>
                      {t(note.from === note.to ? 'progress.by' : 'progress.byTo', {
                        name: note.by,
                        at: exactInstant(note.at),
                        state: t(`states.${note.to}`),
                      })}
                    </p>
                  </li>
                ))}
              </ol>
              {plan.acts.progress.allowed ? (
                <Progress key={plan.version} plan={plan} />
              ) : (
                <p className={styles.lead}>{plan.acts.progress.reason}</p>
              )}
            </section>
            {editing && <PlanSheet plan={plan} onClose={() => setEditing(false)} onDone={() => setEditing(false)} />}
          </>
        )}
      </Page>
    </>
  );
}

function PlanFacts({ plan }: { plan: Plan }) {
  const { t, i18n } = useTranslation('comparison');
  const { aim, outcome } = plan;
  const points = (value: number) => t('gaps.points', { points: inTwoDecimals(value, i18n.language) });
  return (
    <FactList
      facts={[
        { label: t('plan.facts.from'), value: plan.from?.name ?? null },
        { label: t('plan.fields.responsible'), value: plan.responsible.title },
        { label: t('plan.fields.due'), value: longDate(plan.dueOn) },
        aim && { label: t('plan.facts.indicator'), value: t('side.indicator', { no: aim.indicator, name: aim.name }) },
        aim?.baselineLevel != null
          ? {
              label: t('plan.facts.baseline'),
              value: t('plan.facts.levelIn', { level: aim.baselineLevel, year: aim.baselineYear }),
            }
          : null,
        aim?.expectedLevel != null
          ? {
              label: t('plan.fields.expected'),
              value:
                aim.expectedPoints === null
                  ? String(aim.expectedLevel)
                  : `${aim.expectedLevel} (${points(aim.expectedPoints)})`,
            }
          : null,
        aim && {
          label: t('plan.facts.outcome'),
          value: outcome
            ? `${t('plan.facts.levelIn', { level: outcome.level, year: outcome.year })} (${points(outcome.points)})${
                outcome.reached === null
                  ? ''
                  : ` – ${t(outcome.reached ? 'plan.facts.reached' : 'plan.facts.notReached')}`
              }`
            : t('plan.facts.noOutcome'),
        },
        { label: t('plan.facts.createdBy'), value: plan.createdBy },
      ]}
    />
  );
}

function Progress({ plan }: { plan: Plan }) {
  const { t } = useTranslation('comparison');
  const [text, setText] = useState('');
  const [state, setState] = useState<PlanState>(plan.state);
  const form = useSending((path) => `progress-${path}`);
  const states: PlanState[] =
    plan.state === 'planned' ? ['planned', 'started', 'done', 'cancelled'] : ['started', 'done', 'cancelled'];

  async function submit(): Promise<void> {
    if (form.refuse(text.trim() === '' ? [{ fieldId: 'progress-text', message: t('progress.missing') }] : [])) return;
    const done = await form.send(() => reportProgress(plan.id, { text: text.trim(), state }));
    if (done) showToast(t('progress.saved'));
  }

  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <Textarea
        id="progress-text"
        label={t('progress.text')}
        maxLength={2000}
        autosize
        minRows={2}
        value={text}
        error={form.errorOf('progress-text')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.bar}>
        <NativeSelect
          id="progress-state"
          label={t('progress.state')}
          value={state}
          data={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          onChange={(event) => setState(states.find((each) => each === event.currentTarget.value) ?? plan.state)}
        />
        <Button type="submit" loading={form.running}>
          {t('progress.save')}
        </Button>
      </div>
    </Form>
  );
}
