import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { type SignupState, signupsOptions } from '../../../features/console/api/signups.ts';
import styles from '../../../features/console/components/console.module.css';
import { SignupCard } from '../../../features/console/components/signup-card.tsx';

const route = getRouteApi('/console/admin/permohonan');
const states: SignupState[] = ['pending', 'approved', 'rejected'];

/** Regencies that ask for an office; the operator approves or rejects. */
export function SignupsPage() {
  const { t } = useTranslation('console');
  const { keadaan = 'pending' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, isPending, refetch } = useQuery(signupsOptions(keadaan));
  const lead = keadaan === 'pending' && data ? t('signups.lead', { count: data.length }) : t('signups.about');
  return (
    <Page>
      <PageTitle lead={lead}>{t('signups.title')}</PageTitle>
      <p className={styles.sentence}>
        <Trans
          t={t}
          i18nKey="signups.sentence"
          components={{
            state: (
              <FilterWord
                label={t('signups.stateLabel')}
                value={keadaan}
                options={states.map((value) => ({ value, label: t(`signups.stateWords.${value}`) }))}
                onChange={(value) => void navigate({ search: { keadaan: value } })}
              />
            ),
          }}
        />
      </p>
      {isPending && <SkeletonRows rows={3} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t(`signups.empty.${keadaan}`)}>{t('signups.emptyText')}</EmptyState>}
      <div className={styles.stack}>
        {data?.map((signup, index) => (
          <SignupCard key={signup.id} signup={signup} isPrimary={index === 0} />
        ))}
      </div>
    </Page>
  );
}
