import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { type Tenant, tenantPagesOptions } from '../../../features/console/api/tenants.ts';
import styles from '../../../features/console/components/console.module.css';
import { OfficeMark } from '../../../features/console/components/office-mark.tsx';
import { tenantStatuses } from '../../../features/console/status.ts';
import { pastWords } from '../../../lib/dates.ts';

const route = getRouteApi('/console/admin/kabupaten');
const filters = ['semua', 'active', 'suspended', 'failed', 'removed'] as const;

/** Every regency of this installation. */
export function TenantsPage() {
  const { t } = useTranslation('console');
  const { cari = '', keadaan } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(tenantPagesOptions({ q: cari, status: keadaan ?? null }));
  const tenants = query.data?.pages.flatMap(({ items }) => items);
  const search = useDebouncedCallback((words: string) => {
    void navigate({ search: (before) => ({ ...before, cari: words.trim() || undefined }), replace: true });
  }, 200);
  return (
    <Page>
      <PageTitle lead={t('tenants.lead')}>{t('tenants.title')}</PageTitle>
      <div className={styles.filters}>
        <p className={styles.sentence}>
          <Trans
            t={t}
            i18nKey="tenants.sentence"
            components={{
              state: (
                <FilterWord
                  label={t('tenants.stateLabel')}
                  value={keadaan ?? 'semua'}
                  options={filters.map((value) => ({ value, label: t(`tenants.stateWords.${value}`) }))}
                  onChange={(value) =>
                    void navigate({
                      search: (before) => ({ ...before, keadaan: value === 'semua' ? undefined : value }),
                    })
                  }
                />
              ),
            }}
          />
        </p>
        <TextInput
          className={styles.search ?? ''}
          aria-label={t('tenants.search')}
          placeholder={t('tenants.search')}
          leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
          defaultValue={cari}
          onChange={(event) => search(event.currentTarget.value)}
        />
      </div>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows />}
      {tenants?.length === 0 && <EmptyState title={t('tenants.empty')}>{t('tenants.emptyText')}</EmptyState>}
      {tenants && tenants.length > 0 && <TenantTable tenants={tenants} />}
      <LoadMore query={query}>{t('more')}</LoadMore>
    </Page>
  );
}

function TenantTable({ tenants }: { tenants: Tenant[] }) {
  const { t } = useTranslation('console');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('columns.name')}</th>
          <th>{t('columns.address')}</th>
          <th>{t('columns.status')}</th>
          <th>{t('columns.since')}</th>
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
            <td>
              {tenant.slug}
              {tenant.demo && ` · ${t('demo')}`}
            </td>
            <td>
              <StatusChip status={tenantStatuses[tenant.status]}>{t(`statuses.${tenant.status}`)}</StatusChip>
            </td>
            <td>{pastWords(tenant.statusSince)}</td>
            <td>{t('schemaVersion', { version: tenant.schemaVersion })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
