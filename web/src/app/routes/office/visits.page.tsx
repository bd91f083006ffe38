import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { CollaborationTabs } from '../../../features/collaboration/collaboration-tabs.tsx';
import { type Direction, visitsOptions } from '../../../features/visits/api/visits.ts';
import { VisitRow } from '../../../features/visits/components/visit-row.tsx';
import styles from '../../../features/visits/components/visits.module.css';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/kolaborasi/kunjungan');
const words: Direction[] = ['semua', 'keluar', 'masuk'];

/** Visits in both directions, and whose turn each is. */
export function VisitsPage() {
  const { t } = useTranslation('visits');
  const { arah = 'semua' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(visitsOptions(arah));
  const visits = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Page>
      <CollaborationTabs />
      <PageTitle lead={t('list.lead')} acts={<NewButton />}>
        {t('title')}
      </PageTitle>
      <p className={styles.sentence}>
        <Trans
          t={t}
          i18nKey="list.sentence"
          components={{
            direction: (
              <FilterWord
                label={t('list.filterLabel')}
                value={arah}
                options={words.map((value) => ({ value, label: t(`list.filters.${value}`) }))}
                onChange={(value) => void navigate({ search: { arah: value === 'semua' ? undefined : value } })}
              />
            ),
          }}
        />
      </p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows rows={4} />}
      {visits?.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      <ul className={styles.list}>
        {visits?.map((visit) => (
          <VisitRow key={visit.id} visit={visit} />
        ))}
      </ul>
      <LoadMore query={query}>{t('list.more')}</LoadMore>
    </Page>
  );
}

function NewButton() {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const me = useMe();
  return (
    <ActButton
      variant="primary"
      fullWidth
      leftSection={<IconPlus size={20} stroke={1.75} />}
      reason={me && !me.permissions.includes('visits.manage') ? t('list.newReason') : null}
      onClick={() => void navigate({ to: '/kolaborasi/kunjungan/baru' })}
    >
      {t('list.new')}
    </ActButton>
  );
}
