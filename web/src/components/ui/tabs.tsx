import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import styles from './tabs.module.css';

export type Tab = Pick<LinkProps, 'to' | 'search' | 'params'> & {
  label: string;
  current: boolean;
  /** How many stand there. */
  count?: number;
};

const exactly = { exact: true, includeSearch: true };

/** Pages that belong together, as a line of links; where it is longer than the screen, the current one is in view. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const line = useRef<HTMLElement>(null);
  const at = tabs.findIndex(({ current }) => current);
  useEffect(() => {
    const nav = line.current;
    const link = nav?.children.item(at);
    if (!nav || !(link instanceof HTMLElement)) return;
    const show = () => {
      // Only sideways: `scrollIntoView` would move the page, too.
      nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
    };
    // Also when a phone is turned. Observing calls it at once.
    const observer = new ResizeObserver(show);
    observer.observe(nav);
    return () => observer.disconnect();
  }, [at]);
  return (
    <nav ref={line} aria-label={label} className={styles.tabs}>
      {tabs.map(({ label, current, count, ...link }) => (
        <Link
          key={label}
          {...link}
          // The router's own guess would call the tab without a search current on every page of its path.
          activeOptions={exactly}
          className={styles.tab ?? ''}
          aria-current={current ? 'page' : undefined}
        >
          {label}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
