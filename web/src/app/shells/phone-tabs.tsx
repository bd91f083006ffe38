import { IconAffiliate, IconDots, IconInbox, IconMail, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts } from '../../features/shell/api/get-counts.ts';
import { officeTasks } from './office-navigation.ts';
import styles from './shell.module.css';

const MoreSheet = lazy(() => import('./more-sheet.tsx'));

const tabs = [
  { to: '/perlu-anda', icon: IconInbox, key: 'nav.todo', count: 'todo' },
  { to: '/surat', icon: IconMail, key: 'nav.letters', count: null },
  { to: '/tulis', icon: IconPencil, key: 'nav.writeShort', count: null },
  { to: '/kolaborasi', icon: IconAffiliate, key: 'nav.collaboration', count: 'collaboration' },
] as const;

/** The bar at the bottom of a phone; what does not fit is under "Lainnya". */
export function PhoneTabs({ counts }: { counts: Counts | undefined }) {
  const { t } = useTranslation();
  const [more, setMore] = useState<'never' | 'open' | 'closed'>('never');
  const rest = officeTasks.filter(({ to }) => !tabs.some((tab) => tab.to === to));
  return (
    <nav aria-label={t('nav.main')} className={styles.tabs}>
      {tabs.map(({ to, icon: Icon, key, count }) => {
        const waiting = count ? (counts?.[count] ?? 0) : 0;
        return (
          <Link key={key} to={to} className={styles.tab ?? ''} activeProps={{ 'aria-current': 'page' }}>
            <span className={styles.tabIcon}>
              <Icon size={23} stroke={1.75} aria-hidden />
              {waiting > 0 && (
                <span className={styles.badge} aria-hidden>
                  {waiting}
                </span>
              )}
            </span>
            {t(key)}
            {waiting > 0 && <span className="heard">, {t('nav.waiting', { count: waiting })}</span>}
          </Link>
        );
      })}
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setMore('open')}>
        <IconDots size={23} stroke={1.75} aria-hidden />
        {t('nav.more')}
      </button>
      <Suspense fallback={null}>
        {more !== 'never' && (
          <MoreSheet tasks={rest} counts={counts} opened={more === 'open'} onClose={() => setMore('closed')} />
        )}
      </Suspense>
    </nav>
  );
}
