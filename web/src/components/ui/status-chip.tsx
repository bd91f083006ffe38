import type { ReactNode } from 'react';
import type { Status } from '../../lib/theme/tokens.ts';
import { statusIcons } from './status.ts';
import styles from './status-chip.module.css';

type StatusChipProps = {
  status: Status;
  children: ReactNode;
  /** `plain` writes icon and word without a ground, for dense tables. */
  variant?: 'ground' | 'plain';
};

/** A state: icon and word, never colour alone. */
export function StatusChip({ status, children, variant = 'ground' }: StatusChipProps) {
  const Icon = statusIcons[status];
  return (
    <span className={styles.chip} data-status={status} data-variant={variant}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className="cut">{children}</span>
    </span>
  );
}
