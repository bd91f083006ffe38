import type { ReactNode } from 'react';
import styles from './page.module.css';

type PageProps = {
  children: ReactNode;
  /** A column at the right: `preview` 416 on sunk ground, `side` 336 on the page. On a phone it follows below. */
  aside?: ReactNode;
  asideKind?: 'preview' | 'side';
  /** Whether a phone shows the column at all. */
  asideOnPhone?: boolean;
};

/** The body of an office screen: page edges 32 and 16, and the column beside it. */
export function Page({ children, aside, asideKind = 'side', asideOnPhone = asideKind === 'side' }: PageProps) {
  return (
    <div className={styles.page} data-aside={aside ? asideKind : undefined}>
      <div className={styles.body}>{children}</div>
      {aside && (
        <aside className={styles.aside} data-phone={asideOnPhone || undefined}>
          {aside}
        </aside>
      )}
    </div>
  );
}
