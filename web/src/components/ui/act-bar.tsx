import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './act-bar.module.css';

type ActBarProps = {
  /** The one filled button. */
  primary: ReactNode;
  /** One beside it at most. */
  secondary?: ReactNode;
  /** What cannot be undone, said first. */
  warning?: ReactNode;
};

/** The act of a screen on a phone: fixed at the bottom, in place of the tab bar. Hidden on a desk. */
export function ActBar({ primary, secondary, warning }: ActBarProps) {
  return (
    <div className={styles.bar} data-act-bar>
      {warning && (
        <p className={styles.warning}>
          <IconInfoCircle size={20} stroke={1.75} aria-hidden />
          <span>{warning}</span>
        </p>
      )}
      <div className={styles.acts}>
        {secondary && <div className={styles.secondary}>{secondary}</div>}
        <div className={styles.primary}>{primary}</div>
      </div>
    </div>
  );
}
