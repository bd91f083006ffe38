import {
  IconAlertCircle,
  IconBuildingCommunity,
  IconClipboardList,
  IconServerCog,
  IconTemplate,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MadanganMark } from '../../components/ui/madangan-mark.tsx';
import { ToastPlace } from '../../components/ui/toast.tsx';
import { usePlatformCounts } from '../../features/console/use-platform-counts.ts';
import { listenToEvents } from '../../lib/events.ts';
import { useSite } from '../../lib/office.ts';
import { useSession } from '../../lib/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { NavEntry } from './nav-link.tsx';
import styles from './shell.module.css';
import { SkipLink } from './skip-link.tsx';

const tasks = [
  { to: '/admin/permohonan', icon: IconClipboardList, key: 'console.signups', count: 'signups' },
  { to: '/admin/penyiapan', icon: IconServerCog, key: 'console.provisioning', count: 'provisioning' },
  { to: '/admin/kabupaten', icon: IconBuildingCommunity, key: 'console.tenants', count: null },
  { to: '/admin/templat', icon: IconTemplate, key: 'console.templates', count: null },
] as const;

/** The platform's console: dark at navigation and top in both schemes, so that nobody mistakes where they are. */
export function ConsoleShell() {
  const { t } = useTranslation();
  const session = useSession();
  const site = useSite();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signedIn = session?.realm === 'platform';
  useEffect(() => {
    if (!signedIn) void navigate({ to: '/admin/masuk', search: { tujuan: location.pathname } });
  }, [navigate, signedIn]);
  useEffect(() => {
    if (!signedIn) return;
    return listenToEvents(queryClient, '/platform/events');
  }, [queryClient, signedIn]);
  if (!session || !signedIn) return null;
  return (
    <div className={styles.shell} data-console>
      <SkipLink />
      <aside className={styles.side} aria-label={t('console.title')}>
        <Link to="/admin" className={styles.brand ?? ''}>
          <MadanganMark size={34} onDark />
          <span className={styles.brandWords}>
            <span className={styles.brandName}>{t('console.title')}</span>
            <span className={styles.brandNote}>Madangan</span>
          </span>
        </Link>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          <ConsoleTasks />
        </nav>
        <AccountMenu name={session.user.name} note={t('console.operator')} realm="platform" />
      </aside>
      <header className={styles.top}>
        <p className={styles.consoleWarning}>
          <IconAlertCircle size={18} stroke={1.75} aria-hidden />
          {t('console.warning')}
        </p>
        {site?.demo && <p className={styles.demo}>{t('demo')}</p>}
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <ToastPlace />
    </div>
  );
}

function ConsoleTasks() {
  const { t } = useTranslation();
  const counts = usePlatformCounts();
  return tasks.map(({ to, icon, key, count }) => (
    <NavEntry key={key} to={to} icon={icon} label={t(key)} count={count ? counts[count] : undefined} />
  ));
}
