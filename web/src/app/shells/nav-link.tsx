import type { TablerIcon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

type NavEntryProps = { to: NonNullable<LinkProps['to']>; icon: TablerIcon; label: string; count?: number | undefined };

/** One task of the navigation, with what waits there. */
export function NavEntry({ to, icon: Icon, label, count }: NavEntryProps) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={styles.navEntry ?? ''} activeProps={{ 'aria-current': 'page' }}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span className={styles.navLabel}>{label}</span>
      {count ? (
        <span className={styles.navCount}>
          <span aria-hidden>{count}</span>
          <span className="heard">, {t('nav.waiting', { count })}</span>
        </span>
      ) : null}
    </Link>
  );
}
