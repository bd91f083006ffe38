import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { EmptyDesk, Lock, RisingSun } from './illustrations.tsx';

type EmptyStateProps = {
  title: string;
  /** What happened today, or what will appear here. */
  children?: ReactNode;
  /** One link, no primary button. */
  action?: ReactNode;
  drawing?: 'sun' | 'desk' | 'lock' | 'none';
  headingLevel?: 1 | 2;
};

/** Nothing here: kindly said, with what happened today. Also for "not for you" (drawing `lock`). */
export function EmptyState({ title, children, action, drawing = 'sun', headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      {drawing === 'sun' && <RisingSun />}
      {drawing === 'desk' && <EmptyDesk />}
      {drawing === 'lock' && <Lock />}
      <Heading className={styles.title} tabIndex={headingLevel === 1 ? -1 : undefined}>
        {title}
      </Heading>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
