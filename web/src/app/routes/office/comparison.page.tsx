import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { CollaborationTabs } from '../../../features/collaboration/collaboration-tabs.tsx';
import { comparisonOptions, overviewOptions, schemesOptions } from '../../../features/comparison/api/comparison.ts';
import styles from '../../../features/comparison/components/comparison.module.css';
import { GapList } from '../../../features/comparison/components/gap-list.tsx';
import { LikeRegencies } from '../../../features/comparison/components/like-regencies.tsx';
import { type PlanSeed, PlanSheet } from '../../../features/comparison/components/plan-sheet.tsx';
import { SideBySide } from '../../../features/comparison/components/side-by-side.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/kolaborasi/perbandingan');
/** The instrument that regencies have figures of, until those of its successor come. */
const usual = 'spbe-2020';

/** Regencies alike, indices side by side, and the gap as a beginning of plans. */
export function ComparisonPage() {
  const { t } = useTranslation('comparison');
  const me = useMe();
  const navigate = route.useNavigate();
  const { indeks = usual, daerah } = route.useSearch();
  const [seed, setSeed] = useState<PlanSeed | null>(null);
  const { data: schemes = [] } = useQuery(schemesOptions);
  const allowed = me?.permissions.includes('comparison.read') === true;
  const overview = useQuery({ ...overviewOptions(indeks), enabled: allowed });
  const chosen = daerah ? daerah.split(',') : [];
  const query = comparisonOptions(indeks, chosen);
  const comparison = useQuery({ ...query, enabled: allowed && chosen.length > 0 });
  const scheme = schemes.find(({ code }) => code === indeks);
  if (!me) return <Page>{null}</Page>;
  return (
    <Page>
      <CollaborationTabs />
      <PageTitle
        {...(allowed ? { lead: t('lead') } : {})}
        acts={
          <>
            <Link to="/kolaborasi/rencana">{t('toPlans')}</Link>
            {me.permissions.includes('indices.manage') && (
              <Link to="/kolaborasi/perbandingan/nilai" search={{ indeks }}>
                {t('toOwn')}
              </Link>
            )}
          </>
        }
      >
        {t('title')}
      </PageTitle>
      {!allowed && (
        <EmptyState drawing="lock" title={t('forbidden.title')}>
          {t('forbidden.text')}
        </EmptyState>
      )}
      {allowed && (
        <p className={styles.sentence}>
          {t('instrument')}{' '}
          <FilterWord
            label={t('instrument')}
            value={indeks}
            options={schemes.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(value) => void navigate({ search: { indeks: value, daerah } })}
          />
        </p>
      )}
      {overview.error && <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />}
      {allowed && overview.isPending && <SkeletonRows rows={5} />}
      {overview.data && (
        <LikeRegencies
          overview={overview.data}
          chosen={chosen}
          onChange={(next) =>
            void navigate({
              search: { indeks, daerah: next.length > 0 ? next.join(',') : undefined },
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
      {overview.data && chosen.length === 0 && <p className={styles.lead}>{t('choose')}</p>}
      {comparison.error && <ErrorState error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {chosen.length > 0 && comparison.data && scheme && comparison.data.scheme === scheme.code && (
        <>
          <SideBySide comparison={comparison.data} scheme={scheme} />
          <GapList
            comparison={comparison.data}
            onPlan={
              me.permissions.includes('adoptions.plan')
                ? (gap) =>
                    setSeed({
                      title: t('plan.seed', { name: gap.name }),
                      from: gap.bestOf,
                      aim: {
                        scheme: indeks,
                        indicator: gap.indicator,
                        year: comparison.data.gapYear ?? 0,
                        ours: gap.ours,
                        best: gap.best,
                      },
                    })
                : null
            }
          />
        </>
      )}
      {seed && (
        <PlanSheet
          seed={seed}
          onClose={() => setSeed(null)}
          onDone={({ id }) => void navigate({ to: '/kolaborasi/rencana/$planId', params: { planId: id } })}
        />
      )}
    </Page>
  );
}
