import { useMediaQuery } from '@mantine/hooks';
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
  // A preview that is not seen is not made: its pages cost a phone's line and battery.
  const hidesPreview = useMediaQuery('(max-width: 68em)', false, { getInitialValueInEffect: false });
  const isShown = aside && !(asideKind === 'preview' && hidesPreview);
  return (
    <div className={styles.page} data-aside={isShown ? asideKind : undefined}>
      <div className={styles.body}>{children}</div>
      {isShown && (
        <aside className={styles.aside} data-phone={asideOnPhone || undefined}>
          {aside}
        </aside>
      )}
    </div>
  );
}
