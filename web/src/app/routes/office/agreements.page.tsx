import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { AgreementRow } from '../../../features/agreements/components/agreement-row.tsx';
import styles from '../../../features/agreements/components/agreements.module.css';
import { CollaborationTabs } from '../../../features/collaboration/collaboration-tabs.tsx';
import { agreementsOptions, type Filter } from '../../../lib/calls/agreements.ts';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/kolaborasi');
const words: Filter[] = ['semua', 'berjalan', 'berlaku', 'selesai'];

/** What this regency agreed with others, and what it is about to. */
export function AgreementsPage() {
  const { t } = useTranslation('agreements');
  const { tampil = 'semua' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(agreementsOptions(tampil));
  const agreements = query.data?.pages.flatMap(({ items }) => items);
  const ours = agreements?.filter(({ waitsForUs }) => waitsForUs).length ?? 0;
  return (
    <Page>
      <CollaborationTabs />
      <PageTitle lead={ours > 0 ? t('list.lead', { count: ours }) : t('list.about')} acts={<NewButton />}>
        {t('list.title')}
      </PageTitle>
      <p className={styles.sentence}>
        <Trans
          t={t}
          i18nKey="list.sentence"
          components={{
            state: (
              <FilterWord
                label={t('list.filterLabel')}
                value={tampil}
                options={words.map((value) => ({ value, label: t(`list.filters.${value}`) }))}
                onChange={(value) => void navigate({ search: { tampil: value === 'semua' ? undefined : value } })}
              />
            ),
          }}
        />
      </p>
      <p className={styles.below}>
        <Link to="/kolaborasi/register">{t('register.open')}</Link>
      </p>
      {query.error && (
        <ErrorState
          error={query.error}
          onRetry={() => void query.refetch()}
          forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
        />
      )}
      {query.isPending && <SkeletonRows rows={4} />}
      {agreements?.length === 0 && (
        <EmptyState title={t(tampil === 'semua' ? 'list.empty' : 'list.emptyFilter')}>{t('list.emptyText')}</EmptyState>
      )}
      <ul>
        {agreements?.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} />
        ))}
      </ul>
      <LoadMore query={query}>{t('list.more')}</LoadMore>
    </Page>
  );
}

function NewButton() {
  const { t } = useTranslation('agreements');
  const navigate = useNavigate();
  const me = useMe();
  return (
    <ActButton
      variant="primary"
      fullWidth
      leftSection={<IconPlus size={20} stroke={1.75} />}
      reason={me && !me.permissions.includes('agreements.draft') ? t('list.newReason') : null}
      onClick={() => void navigate({ to: '/kolaborasi/kesepakatan/baru' })}
    >
      {t('list.new')}
    </ActButton>
  );
}
