import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { type Tenant, tenantsOptions } from '../../../features/console/api/tenants.ts';
import styles from '../../../features/console/components/console.module.css';
import { OfficeMark } from '../../../features/console/components/office-mark.tsx';
import { ProvisioningCard } from '../../../features/console/components/provisioning-card.tsx';
import { pastWords } from '../../../lib/dates.ts';

const route = getRouteApi('/console/admin/penyiapan');
const weekMs = 7 * 86_400_000;

/** Regencies on their way, what failed first; those that opened while one watched keep their card. */
export function ProvisioningPage() {
  const { t } = useTranslation('console');
  const [failed, running, pending, active] = useQueries({
    queries: [
      tenantsOptions('failed'),
      tenantsOptions('provisioning'),
      tenantsOptions('pending'),
      tenantsOptions('active'),
    ],
  });
  const queries = [failed, running, pending, active];
  const onTheWay = [...(running.data ?? []), ...(pending.data ?? [])].map(({ slug }) => slug);
  const { kantor } = route.useSearch();
  // Making an office may take a second only: the one just ordered is shown whether or not it was seen on its way.
  const watched = useWatched(kantor ? [kantor, ...onTheWay.filter((slug) => slug !== kantor)] : onTheWay);
  const failedSlugs = (failed.data ?? []).map(({ slug }) => slug);
  const cards = [...failedSlugs, ...watched.filter((slug) => !failedSlugs.includes(slug))];
  const finished = finishedThisWeek(active.data ?? []).filter(({ slug }) => !watched.includes(slug));
  const error = queries.find((query) => query.error)?.error;
  const isPending = queries.some((query) => query.isPending) && !error;
  return (
    <Page>
      <PageTitle lead={isPending ? null : leadWords(t, onTheWay.length, failedSlugs.length)}>
        {t('provisioning.title')}
      </PageTitle>
      {error && <ErrorState error={error} onRetry={() => void Promise.all(queries.map((query) => query.refetch()))} />}
      {isPending && <SkeletonRows rows={4} />}
      <div className={styles.stack}>
        {cards.map((slug, index) => (
          <ProvisioningCard key={slug} slug={slug} isPrimary={index === 0} />
        ))}
      </div>
      {!isPending && !error && cards.length === 0 && (
        <EmptyState
          title={t('provisioning.empty')}
          action={<Link to="/admin/permohonan">{t('provisioning.toSignups')}</Link>}
        >
          {t('provisioning.emptyText')}
        </EmptyState>
      )}
      {finished.length > 0 && (
        <section className={styles.section}>
          <h2>{t('provisioning.finished')}</h2>
          <FinishedTable tenants={finished} />
        </section>
      )}
    </Page>
  );
}

/** Everything that was seen on its way since the page opened. */
function useWatched(slugs: string[]): string[] {
  const [seen, setSeen] = useState<string[]>([]);
  const key = slugs.join(' ');
  useEffect(() => {
    const now = key === '' ? [] : key.split(' ');
    setSeen((before) => [...before, ...now.filter((slug) => !before.includes(slug))]);
  }, [key]);
  return [...seen, ...slugs.filter((slug) => !seen.includes(slug))];
}

function leadWords(t: TFunction<'console'>, running: number, failed: number): string {
  if (failed > 0 && running > 0) return t('provisioning.leadBoth', { running, failed });
  if (failed > 0) return t('provisioning.leadFailed', { count: failed });
  return running > 0 ? t('provisioning.leadRunning', { count: running }) : t('provisioning.leadNone');
}

function finishedThisWeek(tenants: Tenant[]): Tenant[] {
  const since = Date.now() - weekMs;
  return tenants
    .filter(({ activatedAt }) => activatedAt !== null && Date.parse(activatedAt) > since)
    .sort((a, b) => Date.parse(b.activatedAt ?? '') - Date.parse(a.activatedAt ?? ''))
    .slice(0, 20);
}

function FinishedTable({ tenants }: { tenants: Tenant[] }) {
  const { t } = useTranslation('console');
  return (
    <table className={styles.table}>
      <thead className="heard">
        <tr>
          <th>{t('columns.name')}</th>
          <th>{t('columns.opened')}</th>
          <th>{t('columns.status')}</th>
          <th>{t('columns.schema')}</th>
        </tr>
      </thead>
      <tbody>
        {tenants.map((tenant) => (
          <tr key={tenant.slug}>
            <td>
              <span className={styles.name}>
                <OfficeMark slug={tenant.slug} size={22} />
                <Link to="/admin/kabupaten/$slug" params={{ slug: tenant.slug }}>
                  {tenant.name}
                </Link>
              </span>
            </td>
            <td>{tenant.activatedAt && pastWords(tenant.activatedAt)}</td>
            <td>
              <StatusChip status="selesai">{t('statuses.active')}</StatusChip>
            </td>
            <td>{t('schemaVersion', { version: tenant.schemaVersion })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
