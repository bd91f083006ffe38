import { Button } from '@mantine/core';
import { IconDoorEnter, IconRotateClockwise } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { officeUrl } from '../../../lib/office.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { retryTenant, type TenantDetail, tenantOptions } from '../api/tenants.ts';
import { tenantStatuses } from '../status.ts';
import { ActivationLink } from './activation-sheet.tsx';
import styles from './console.module.css';
import { OfficeMark } from './office-mark.tsx';
import { StepList } from './step-list.tsx';

/** One regency on its way: its steps live, or why it stopped and how to go on. */
export function ProvisioningCard({ slug, isPrimary }: { slug: string; isPrimary: boolean }) {
  const { data, error, refetch } = useQuery(tenantOptions(slug));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonBlock height={180} />;
  return data.status === 'failed' ? <Failed tenant={data} isPrimary={isPrimary} /> : <Running tenant={data} />;
}

function Head({ tenant, note, children }: { tenant: TenantDetail; note: string; children?: ReactNode }) {
  const { t } = useTranslation('console');
  return (
    <header className={styles.head}>
      <OfficeMark slug={tenant.slug} size={34} />
      <div className={styles.words}>
        <h2>{tenant.name}</h2>
        <p className={`${styles.meta} tabular`}>
          {tenant.regionCode} · {note}
        </p>
      </div>
      <StatusChip status={tenantStatuses[tenant.status]}>{t(`statuses.${tenant.status}`)}</StatusChip>
      {children}
    </header>
  );
}

function Failed({ tenant, isPrimary }: { tenant: TenantDetail; isPrimary: boolean }) {
  const { t } = useTranslation('console');
  const [logShown, setLogShown] = useState(false);
  const logId = useId();
  const retry = useMutation({
    mutationFn: () => retryTenant(tenant.slug),
    onError: (error) => showToast(problemMessage(error), 'failed'),
  });
  const total = tenant.steps.length;
  const index = tenant.steps.findIndex(({ state }) => state !== 'done');
  const place = index < 0 ? total : index + 1;
  const step = tenant.steps[index]?.step ?? '';
  return (
    <section className={styles.card} aria-label={tenant.name}>
      <Head tenant={tenant} note={t('failed.place', { place, total, when: pastWords(tenant.statusSince) })}>
        <div className={styles.cause}>
          <div className={styles.causeWords}>
            <p>{t('failed.cause', { step: t(`steps.names.${step}`, { defaultValue: step }) })}</p>
            <p>{place > 1 ? t('failed.safe', { last: place - 1 }) : t('failed.safeFirst')}</p>
          </div>
          <div className={styles.acts}>
            {tenant.failure && (
              <Button
                variant="default"
                aria-expanded={logShown}
                aria-controls={logId}
                onClick={() => setLogShown((before) => !before)}
              >
                {logShown ? t('failed.hideLog') : t('failed.showLog')}
              </Button>
            )}
            <Button
              variant={isPrimary ? 'filled' : 'default'}
              loading={retry.isPending}
              leftSection={<IconRotateClockwise size={20} stroke={1.75} />}
              onClick={() => retry.mutate()}
            >
              {t('failed.retry', { place })}
            </Button>
          </div>
        </div>
        {logShown && (
          <pre id={logId} className={styles.log}>
            {tenant.failure}
          </pre>
        )}
      </Head>
    </section>
  );
}

function Running({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation('console');
  const total = tenant.steps.length;
  const done = tenant.steps.filter(({ state }) => state === 'done').length;
  const isOpen = tenant.status === 'active';
  const queryClient = useQueryClient();
  useEffect(() => {
    // Its mark can be shown now.
    if (isOpen) void queryClient.invalidateQueries({ queryKey: ['offices'] });
  }, [isOpen, queryClient]);
  const shortName = tenant.name.replace(/^(Kabupaten|Kota) /, '');
  const note = isOpen
    ? t('running.opened', { when: pastWords(tenant.activatedAt ?? tenant.statusSince) })
    : t('running.place', { place: Math.min(done + 1, total), total });
  return (
    <section className={styles.card} aria-label={tenant.name}>
      <Head tenant={tenant} note={note} />
      <div
        className={styles.bar}
        data-done={isOpen || undefined}
        role="progressbar"
        aria-label={t('running.progress', { name: tenant.name })}
        aria-valuenow={Math.round((100 * done) / total)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${(100 * done) / total}%` }} />
      </div>
      <div className={styles.columns}>
        <StepList steps={tenant.steps} name={shortName} />
        <div className={styles.after}>
          <div className={styles.sideActs}>
            <h3>{t('running.after')}</h3>
            {isOpen ? (
              <>
                {!tenant.demo && (
                  <ActivationLink slug={tenant.slug} name={tenant.name} jobId={tenant.jobId} variant="filled" />
                )}
                <Button
                  component="a"
                  href={officeUrl(tenant.slug, '/masuk')}
                  variant="default"
                  leftSection={<IconDoorEnter size={20} stroke={1.75} />}
                >
                  {t('openOffice', { name: shortName })}
                </Button>
              </>
            ) : (
              <ActButton fullWidth reason={t('running.notYet')} leftSection={<IconDoorEnter size={20} stroke={1.75} />}>
                {t('openOffice', { name: shortName })}
              </ActButton>
            )}
          </div>
          <FactList
            title={t('facts.title')}
            facts={[
              { label: t('facts.address'), value: officeUrl(tenant.slug, '').split('//')[1] ?? '' },
              { label: t('facts.admin'), value: tenant.admin.name },
              { label: t('facts.email'), value: tenant.admin.email },
            ]}
          />
        </div>
      </div>
      <p className="heard" role="status">
        {isOpen
          ? t('running.openedHeard', { name: tenant.name })
          : t('running.heard', { name: tenant.name, done, total })}
      </p>
    </section>
  );
}
