import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { CollaborationTabs } from '../../../features/collaboration/collaboration-tabs.tsx';
import { plansOptions } from '../../../features/comparison/api/comparison.ts';
import styles from '../../../features/comparison/components/comparison.module.css';
import { PlanSheet } from '../../../features/comparison/components/plan-sheet.tsx';
import { statusOfPlan } from '../../../features/comparison/plan-status.ts';
import { inTwoDecimals } from '../../../features/comparison/rules.ts';
import { useMe } from '../../../lib/calls/get-me.ts';
import { longDate } from '../../../lib/dates.ts';

const route = getRouteApi('/office/kolaborasi/rencana');
const states = { berjalan: 'open', selesai: 'done', dibatalkan: 'cancelled' } as const;

/** What the office means to take over, by when, by whom. */
export function AdoptionPlansPage() {
  const { t, i18n } = useTranslation('comparison');
  const me = useMe();
  const navigate = route.useNavigate();
  const { keadaan } = route.useSearch();
  const [planning, setPlanning] = useState(false);
  const chosen = keadaan ?? 'berjalan';
  const query = useInfiniteQuery(plansOptions(states[chosen]));
  const plans = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page>
      <CollaborationTabs />
      <PageTitle
        lead={t('plans.lead')}
        acts={
          me?.permissions.includes('adoptions.plan') && (
            <Button leftSection={<IconPlus size={20} stroke={1.75} aria-hidden />} onClick={() => setPlanning(true)}>
              {t('plan.new')}
            </Button>
          )
        }
      >
        {t('plans.title')}
      </PageTitle>
      <p className={styles.sentence}>
        {t('plans.show')}{' '}
        <FilterWord
          label={t('plans.state')}
          value={chosen}
          options={(['berjalan', 'selesai', 'dibatalkan'] as const).map((value) => ({
            value,
            label: t(`plans.states.${value}`),
          }))}
          onChange={(value) => void navigate({ search: value === 'berjalan' ? {} : { keadaan: value } })}
        />
      </p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isSuccess && plans.length === 0 && (
        <EmptyState
          title={t('plans.empty')}
          headingLevel={2}
          action={<Link to="/kolaborasi/perbandingan">{t('plans.toComparison')}</Link>}
        >
          {t('plans.emptyText')}
        </EmptyState>
      )}
      {plans.length > 0 && (
        <ul className={styles.list}>
          {plans.map((plan) => (
            <li key={plan.id} className={styles.row}>
              <span className={styles.words}>
                <Link to="/kolaborasi/rencana/$planId" params={{ planId: plan.id }}>
                  {plan.title}
                </Link>
                <span className={styles.hint}>
                  {t(plan.from ? 'plans.rowFrom' : 'plans.row', {
                    responsible: plan.responsible.title,
                    due: longDate(plan.dueOn),
                    from: plan.from?.name ?? '',
                  })}
                </span>
              </span>
              {plan.aim?.expectedPoints != null && (
                <span className={styles.score}>
                  {t('gaps.points', { points: inTwoDecimals(plan.aim.expectedPoints, i18n.language) })}
                </span>
              )}
              <StatusChip status={statusOfPlan(plan)}>
                {t(plan.overdue ? 'states.overdue' : `states.${plan.state}`)}
              </StatusChip>
            </li>
          ))}
        </ul>
      )}
      <LoadMore query={query}>{t('plans.more')}</LoadMore>
      {planning && (
        <PlanSheet
          onClose={() => setPlanning(false)}
          onDone={({ id }) => void navigate({ to: '/kolaborasi/rencana/$planId', params: { planId: id } })}
        />
      )}
    </Page>
  );
}
