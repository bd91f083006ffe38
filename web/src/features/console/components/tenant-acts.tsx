import {
  IconArchive,
  IconDoorEnter,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { downloadFile } from '../../../lib/files.ts';
import { officeUrl } from '../../../lib/office.ts';
import { problemMessage } from '../../../lib/problem.ts';
import {
  exportTenant,
  jobOptions,
  removeTenant,
  resumeTenant,
  suspendTenant,
  type TenantDetail,
} from '../api/tenants.ts';
import { ActivationLink } from './activation-sheet.tsx';
import styles from './console.module.css';

/** What the operator may do with a regency; what its state shuts says why. */
export function TenantActs({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslation('console');
  const [asking, setAsking] = useState<'suspend' | 'remove' | null>(null);
  const { name, slug, status } = tenant;
  const isOpen = status === 'active';
  const hasData = isOpen || status === 'suspended';
  const shutWhile = t(`shut.${status}`, { defaultValue: '' });
  return (
    <div className={styles.sideActs}>
      <ActButton
        fullWidth
        align="left"
        leftSection={<IconDoorEnter size={20} stroke={1.75} />}
        reason={isOpen ? null : shutWhile}
        onClick={() => location.assign(officeUrl(slug, '/masuk'))}
      >
        {t('openOffice', { name: name.replace(/^(Kabupaten|Kota) /, '') })}
      </ActButton>
      {isOpen && !tenant.demo && <ActivationLink slug={slug} name={name} jobId={tenant.jobId} />}
      {status === 'suspended' ? (
        <ActButton
          fullWidth
          align="left"
          leftSection={<IconPlayerPlay size={20} stroke={1.75} />}
          onClick={() => {
            resumeTenant(slug).then(
              () => showToast(t('resume.done', { name })),
              (error) => showToast(problemMessage(error), 'failed'),
            );
          }}
        >
          {t('resume.act')}
        </ActButton>
      ) : (
        <ActButton
          fullWidth
          align="left"
          leftSection={<IconPlayerPause size={20} stroke={1.75} />}
          reason={isOpen ? null : shutWhile}
          onClick={() => setAsking('suspend')}
        >
          {t('suspend.act')}
        </ActButton>
      )}
      <ExportAct slug={slug} reason={hasData ? null : shutWhile} />
      <ActButton
        fullWidth
        align="left"
        leftSection={<IconTrash size={20} stroke={1.75} />}
        reason={['provisioning', 'removed'].includes(status) ? shutWhile : null}
        onClick={() => setAsking('remove')}
      >
        {t('remove.act')}
      </ActButton>
      <ConfirmBinding
        opened={asking === 'suspend'}
        onClose={() => setAsking(null)}
        title={t('suspend.title', { name })}
        consequence={t('suspend.consequence')}
        act={t('suspend.act')}
        onConfirm={() => suspendTenant(slug)}
      />
      <ConfirmBinding
        opened={asking === 'remove'}
        onClose={() => setAsking(null)}
        title={t('remove.title', { name })}
        consequence={t('remove.consequence')}
        act={t('remove.act')}
        onConfirm={() => removeTenant(slug)}
      />
    </div>
  );
}

/** Orders the archive, says how far it is, then hands it over. */
function ExportAct({ slug, reason }: { slug: string; reason: string | null }) {
  const { t } = useTranslation('console');
  const [jobId, setJobId] = useState<string | null>(null);
  const { data: job } = useQuery(jobOptions(jobId));
  const isRunning = jobId !== null && job?.status !== 'completed' && job?.status !== 'failed';

  async function act(): Promise<void> {
    try {
      if (jobId && job?.status === 'completed') {
        await downloadFile(`/platform/tenants/${slug}/exports/${jobId}`, `${slug}.tar.gz`);
      } else setJobId(await exportTenant(slug));
    } catch (error) {
      showToast(problemMessage(error), 'failed');
    }
  }

  const isReady = job?.status === 'completed';
  return (
    <div>
      <ActButton
        fullWidth
        align="left"
        leftSection={isReady ? <IconDownload size={20} stroke={1.75} /> : <IconArchive size={20} stroke={1.75} />}
        loading={isRunning}
        reason={reason}
        onClick={() => void act()}
      >
        {isReady ? t('export.download') : t('export.act')}
      </ActButton>
      <p className={styles.meta} role="status">
        {isRunning && t('export.running', { percent: job?.progress ?? 0 })}
        {job?.status === 'failed' && t('export.failed')}
      </p>
    </div>
  );
}
