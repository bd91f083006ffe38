import { IconAlarm } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { deadlineWords } from '../../lib/dates.ts';
import styles from './deadline.module.css';

type DeadlineProps = {
  /** Instant or `YYYY-MM-DD`; null for none. */
  due: string | null | undefined;
  /** In place of "3 hari lagi": "amat segera". */
  note?: string | undefined;
  lines?: 1 | 2;
  /** A fixed now, for pictures and tests. */
  now?: Date | undefined;
};

/** A deadline in words; red with an alarm only when less than two hours are left. */
export function Deadline({ due, note, lines = 2, now }: DeadlineProps) {
  const { t } = useTranslation();
  const { when, left, urgent, late } = deadlineWords(due, { now });
  const second = note ?? left;
  return (
    <span className={styles.deadline} data-urgent={urgent || undefined}>
      <span className={styles.when}>
        {urgent && <IconAlarm size={16} stroke={1.75} aria-hidden />}
        <span className="heard">{late ? t('deadline.late') : t('deadline.label')} </span>
        {when}
      </span>
      {lines === 2 && second && <span className={styles.left}>{second}</span>}
    </span>
  );
}
