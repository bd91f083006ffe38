import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import styles from '../../../features/agreements/components/agreements.module.css';
import { agreementStatuses } from '../../../features/agreements/rules.ts';
import { registerOptions } from '../../../lib/calls/agreement-plans.ts';
import { dayOf, shortDay } from '../../../lib/dates.ts';

const route = getRouteApi('/office/kolaborasi/register');

/** The regency's register of agreements: one year, by its own numbers. */
export function AgreementRegisterPage() {
  const { t } = useTranslation('agreements');
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const { tahun = thisYear } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, isPending, refetch } = useQuery(registerOptions(tahun));
  const years = [...new Set([tahun, ...Array.from({ length: 6 }, (_, back) => thisYear - back)])].sort((a, b) => b - a);
  return (
    <>
      <PageBar back={{ to: '/kolaborasi', label: t('list.title') }} />
      <Page>
        <PageTitle lead={t('register.lead')}>{t('register.title')}</PageTitle>
        <p className={styles.sentence}>
          <Trans
            t={t}
            i18nKey="register.sentence"
            components={{
              year: (
                <FilterWord
                  label={t('register.year')}
                  value={String(tahun)}
                  options={years.map((year) => ({ value: String(year), label: String(year) }))}
                  onChange={(year) => void navigate({ search: { tahun: Number(year) } })}
                />
              ),
            }}
          />
        </p>
        {isPending && <SkeletonRows rows={4} />}
        {error && (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
          />
        )}
        {data?.items.length === 0 && <EmptyState title={t('register.empty')}>{t('register.emptyText')}</EmptyState>}
        <ul>
          {data?.items.map((item) => (
            <li key={item.id} className={styles.clauseFields}>
              <div className={styles.clauseBar}>
                <span className={styles.meta}>{item.number}</span>
                <StatusChip status={agreementStatuses[item.state]}>{t(`states.${item.state}`)}</StatusChip>
              </div>
              <div>
                <Link to="/kolaborasi/kesepakatan/$agreementId" params={{ agreementId: item.id }}>
                  {item.title}
                </Link>
                <p className={styles.meta}>
                  {t('register.facts', {
                    kind: t(item.relation ? `register.${item.relation}` : `kinds.${item.kind}`),
                    partners: item.partners.map(({ name, number }) => `${name} (${number ?? ''})`).join(', '),
                    from: shortDay(item.startsOn),
                    to: shortDay(item.endsOn),
                  })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Page>
    </>
  );
}
