import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle, useDocumentTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { TurnMarker } from '../../../components/ui/turn-marker.tsx';
import { type TenantDetail, tenantOptions } from '../../../features/console/api/tenants.ts';
import styles from '../../../features/console/components/console.module.css';
import { StepList } from '../../../features/console/components/step-list.tsx';
import { TenantActs } from '../../../features/console/components/tenant-acts.tsx';
import { tenantStatuses } from '../../../features/console/status.ts';
import { longDate, pastWords } from '../../../lib/dates.ts';
import { officeUrl } from '../../../lib/office.ts';

const route = getRouteApi('/console/admin/kabupaten/$slug');

/** One regency: how it stands, what the operator may do with it, and how it was made. */
export function TenantPage() {
  const { t } = useTranslation('console');
  const { slug } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(tenantOptions(slug));
  return (
    <>
      <PageBar back={{ to: '/admin/kabupaten', label: t('tenants.title') }} />
      <Page aside={data && <Side tenant={data} />}>
        {isPending && <SkeletonRows rows={5} withTitle />}
        {error && !data && (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{
              title: t('tenant.unknown'),
              text: t('tenant.unknownText'),
              action: <Link to="/admin/kabupaten">{t('tenant.toList')}</Link>,
            }}
          />
        )}
        {data && <Body tenant={data} />}
      </Page>
    </>
  );
}

function Body({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation('console');
  useDocumentTitle(tenant.name);
  const address = officeUrl(tenant.slug, '').split('//')[1] ?? '';
  return (
    <>
      <PageTitle lead={`${tenant.regionCode} · ${address}`}>{tenant.name}</PageTitle>
      <section className={styles.section}>
        <h2>{t('facts.title')}</h2>
        <FactList
          facts={[
            { label: t('facts.slug'), value: tenant.slug },
            { label: t('facts.zone'), value: tenant.timeZone },
            { label: t('facts.schema'), value: String(tenant.schemaVersion) },
            { label: t('facts.ordered'), value: longDate(tenant.createdAt) },
            { label: t('facts.opened'), value: tenant.activatedAt ? longDate(tenant.activatedAt) : null },
            { label: t('facts.admin'), value: tenant.admin.name },
            { label: t('facts.email'), value: tenant.admin.email },
            { label: t('facts.kind'), value: tenant.demo ? t('facts.demo') : null },
          ]}
        />
      </section>
      <section className={styles.section}>
        <h2>{t('tenant.steps')}</h2>
        <div className={styles.card}>
          <StepList steps={tenant.steps} name={tenant.name.replace(/^(Kabupaten|Kota) /, '')} />
        </div>
      </section>
    </>
  );
}

function Side({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation('console');
  return (
    <div className={styles.side}>
      <div aria-live="polite">
        <TurnMarker
          status={tenantStatuses[tenant.status]}
          state={t(`statuses.${tenant.status}`)}
          turn={t(`tenant.turns.${tenant.status}`)}
        >
          {t('tenant.since', { when: pastWords(tenant.statusSince) })}
          {tenant.status === 'failed' && (
            <>
              {' '}
              <Link to="/admin/penyiapan">{t('tenant.toProvisioning')}</Link>
            </>
          )}
        </TurnMarker>
      </div>
      <TenantActs tenant={tenant} />
    </div>
  );
}
