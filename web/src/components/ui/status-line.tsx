import { useTranslation } from 'react-i18next';
import { statusIcons } from './status.ts';
import styles from './status-line.module.css';

export type Step = {
  id: string;
  /** "Paraf", "Kirim ke 28 tujuan". */
  label: string;
  /** On a phone in place of the label: "Kirim". */
  short?: string;
  /** Who and when, short: "Yuni dan Hendra, kemarin". */
  note?: string;
  state: 'done' | 'current' | 'next' | 'failed';
};

/** The way of a thing from first to last; only the present step is coloured. On a phone, bars with words below. */
export function StatusLine({ steps, label }: { steps: Step[]; label?: string }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.line} aria-label={label ?? t('statusLine')}>
      {steps.map((step) => {
        const Icon =
          statusIcons[
            step.state === 'done'
              ? 'selesai'
              : step.state === 'current'
                ? 'tunggu'
                : step.state === 'failed'
                  ? 'masalah'
                  : 'proses'
          ];
        return (
          <li
            key={step.id}
            className={styles.step}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.label}>
              <Icon size={18} stroke={1.75} aria-hidden className={styles.icon} />
              <span className={step.short ? styles.deskWord : ''}>{step.label}</span>
              {step.short && (
                <span className={styles.phoneWord} aria-hidden="true">
                  {step.short}
                </span>
              )}
              <span className="heard">{t(`stepState.${step.state}`)}</span>
            </span>
            {step.note && <span className={styles.note}>{step.note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
