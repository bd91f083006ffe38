import { Link, type LinkProps } from '@tanstack/react-router';
import styles from './tabs.module.css';

export type Tab = Pick<LinkProps, 'to' | 'search' | 'params'> & { label: string; current: boolean };

/** Pages that belong together, as a line of links. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map(({ label, current, ...link }) => (
        <Link key={label} {...link} className={styles.tab ?? ''} aria-current={current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
