import type { ReactNode } from 'react';
import styles from './narrow-page.module.css';

/** One question in the middle of a quiet page: sign-in, activation, sign-up. `header` stands above all. */
export function NarrowPage({
  header,
  children,
  footer,
}: {
  header?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <div className={styles.header}>{header}</div>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>{footer}</footer>
    </div>
  );
}
