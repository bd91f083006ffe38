import type { TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { statusIcons } from '../../../components/ui/status.ts';
import { pastWords } from '../../../lib/dates.ts';
import type { ProvisioningStep } from '../api/tenants.ts';
import { seconds } from '../status.ts';
import styles from './console.module.css';
import { Elapsed } from './elapsed.tsx';

const icons: Record<ProvisioningStep['state'], TablerIcon> = {
  waiting: statusIcons.proses,
  running: statusIcons.proses,
  done: statusIcons.selesai,
  failed: statusIcons.masalah,
};

/** The steps of making a regency, with how long each took. */
export function StepList({ steps, name }: { steps: ProvisioningStep[]; name: string }) {
  const { t, i18n } = useTranslation('console');
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      {steps.map((step) => {
        const Icon = icons[step.state];
        return (
          <li
            key={step.step}
            className={styles.step}
            data-state={step.state}
            aria-current={step.state === 'running' ? 'step' : undefined}
          >
            <Icon size={20} stroke={1.75} aria-hidden />
            <div>
              <p className={styles.stepName}>
                {t(`steps.names.${step.step}`, { defaultValue: step.step })}
                <span className="heard">, {t(`steps.states.${step.state}`)}</span>
              </p>
              <p className={styles.meta}>
                {step.state === 'done' && step.detail
                  ? step.detail
                  : t(`steps.notes.${step.step}`, { name, defaultValue: '' })}
              </p>
            </div>
            <span className={`${styles.meta} tabular`}>
              {step.milliseconds !== null && t('seconds', { seconds: seconds(step.milliseconds, i18n.language) })}
              {step.state === 'running' && step.startedAt && <Elapsed since={step.startedAt} />}
              {step.state === 'failed' && step.startedAt && pastWords(step.startedAt)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
