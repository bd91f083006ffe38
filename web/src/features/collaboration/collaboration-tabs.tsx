import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../components/ui/tabs.tsx';

const places = [
  { to: '/kolaborasi', key: 'tabs.agreements' },
  { to: '/kolaborasi/katalog', key: 'tabs.catalogue' },
  { to: '/kolaborasi/kunjungan', key: 'tabs.visits' },
  { to: '/kolaborasi/perbandingan', key: 'tabs.comparison' },
  { to: '/kolaborasi/rencana', key: 'tabs.plans' },
] as const;

/** The places of working together: what was agreed, and what that opens. */
export function CollaborationTabs() {
  const { t } = useTranslation('agreements');
  const pathname = useLocation({ select: (location) => location.pathname });
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={places.map(({ to, key }) => ({
        to,
        label: t(key),
        current: pathname === to || (to !== '/kolaborasi' && pathname.startsWith(`${to}/`)),
      }))}
    />
  );
}
