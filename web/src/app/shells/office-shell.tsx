import { ActionIcon } from '@mantine/core';
import { IconBell, IconHelpCircle, IconPencil, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/ui/kbd.tsx';
import { Mark } from '../../components/ui/mark.tsx';
import { ToastPlace } from '../../components/ui/toast.tsx';
import { useCounts } from '../../features/shell/api/get-counts.ts';
import { useMe } from '../../lib/calls/get-me.ts';
import { listenToEvents } from '../../lib/events.ts';
import { useKeys } from '../../lib/keys.ts';
import { useOffice } from '../../lib/office.ts';
import { useSession } from '../../lib/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { NavEntry } from './nav-link.tsx';
import { officeTasks } from './office-navigation.ts';
import { PhoneTabs } from './phone-tabs.tsx';
import styles from './shell.module.css';
import { SkipLink } from './skip-link.tsx';

const CommandPalette = lazy(() => import('../palette/command-palette.tsx'));
const KeyHelp = lazy(() => import('../palette/key-help.tsx'));

/** One regency's office: navigation by task, search, notices; on a phone a bar at the bottom. */
export function OfficeShell() {
  const { t } = useTranslation();
  const office = useOffice();
  const session = useSession();
  const counts = useCounts();
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [floating, setFloating] = useState<'palette' | 'keys' | null>(null);
  const signedInAs = session?.user.id;

  useEffect(() => {
    if (!signedInAs) return;
    return listenToEvents(queryClient);
  }, [queryClient, signedInAs]);

  // A session that ended elsewhere leads to the sign-in page, and back here afterwards.
  useEffect(() => {
    if (signedInAs) return;
    void navigate({ to: '/masuk', search: { tujuan: location.pathname + location.search } });
  }, [navigate, signedInAs]);

  useKeys([
    { key: 'mod+k', label: t('keys.palette'), run: () => setFloating('palette') },
    { key: '/', label: t('keys.search'), run: () => setFloating('palette') },
    { key: '?', label: t('keys.help'), run: () => setFloating('keys') },
    { key: 'c', label: t('keys.write'), run: () => void navigate({ to: '/tulis' }) },
  ]);

  if (!office || !session) return null;
  const position = me?.positions.find(({ id }) => id === me.positionId)?.title;

  return (
    <div className={styles.shell}>
      <SkipLink />
      <aside className={styles.side} aria-label={office.name}>
        <Link to="/perlu-anda" className={styles.brand ?? ''}>
          <Mark mark={office.markSvg} size={30} />
          <span className={styles.brandWords}>
            <span className={styles.brandName}>{office.name}</span>
            <span className={styles.brandNote}>Madangan</span>
          </span>
        </Link>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          <Link to="/tulis" className={styles.write ?? ''}>
            <IconPencil size={20} stroke={1.75} aria-hidden />
            <span className={styles.navLabel}>{t('nav.write')}</span>
            <Kbd>C</Kbd>
          </Link>
          {officeTasks.map(({ to, icon, key, count }) => (
            <NavEntry key={key} to={to} icon={icon} label={t(key)} count={count && counts?.[count]} />
          ))}
        </nav>
        <AccountMenu name={session.user.name} note={position} realm="office" />
      </aside>

      <header className={styles.top}>
        <button type="button" className={styles.search} onClick={() => setFloating('palette')}>
          <IconSearch size={20} stroke={1.75} aria-hidden />
          <span className={styles.searchWord}>{t('palette.placeholder')}</span>
          <Kbd>Ctrl K</Kbd>
        </button>
        {office.demo && <p className={styles.demo}>{t('demo')}</p>}
        <ActionIcon component={Link} to="/bantuan" aria-label={t('nav.help')}>
          <IconHelpCircle size={20} stroke={1.75} />
        </ActionIcon>
        <Notices count={counts?.notices ?? 0} />
      </header>

      <header className={styles.phoneTop}>
        <Link to="/perlu-anda" className={styles.brand ?? ''}>
          <Mark mark={office.markSvg} size={30} />
          <span className={styles.brandWords}>
            <span className={styles.brandName}>{office.name}</span>
            <span className={styles.brandNote}>{position ?? 'Madangan'}</span>
          </span>
        </Link>
        <ActionIcon aria-label={t('nav.search')} onClick={() => setFloating('palette')}>
          <IconSearch size={22} stroke={1.75} />
        </ActionIcon>
        <Notices count={counts?.notices ?? 0} />
      </header>

      <main id="main" tabIndex={-1} className={styles.main}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
        {office.demo && <p className={styles.phoneDemo}>{t('demo')}</p>}
      </main>
      <PhoneTabs counts={counts} />
      <ToastPlace />
      <Suspense fallback={null}>
        {floating === 'palette' && <CommandPalette onClose={() => setFloating(null)} />}
        {floating === 'keys' && <KeyHelp onClose={() => setFloating(null)} />}
      </Suspense>
    </div>
  );
}

function Notices({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      component={Link}
      to="/pemberitahuan"
      className={styles.bell ?? ''}
      aria-label={count > 0 ? t('nav.noticesCount', { count }) : t('nav.notices')}
    >
      <IconBell size={20} stroke={1.75} />
      {count > 0 && (
        <span className={styles.badge} aria-hidden>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </ActionIcon>
  );
}
