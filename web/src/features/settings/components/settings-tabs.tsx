import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

const pages = [
  { to: '/pengaturan', key: 'tabs.general', needs: null },
  { to: '/pengaturan/organisasi', key: 'tabs.organization', needs: null },
  { to: '/pengaturan/orang', key: 'tabs.people', needs: 'organization.manage' },
  { to: '/pengaturan/penomoran', key: 'tabs.numbering', needs: 'settings.manage' },
  { to: '/pengaturan/tanda-tangan', key: 'tabs.signature', needs: 'settings.manage' },
  { to: '/pengaturan/jenis-naskah', key: 'tabs.letterTypes', needs: 'settings.manage' },
  { to: '/pengaturan/kertas', key: 'tabs.paper', needs: 'settings.manage' },
  { to: '/pengaturan/templat', key: 'tabs.templates', needs: 'templates.manage' },
] as const;

/** The pages of the settings; those that one may not use are left to those who may. */
export function SettingsTabs() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const pathname = useLocation({ select: (location) => location.pathname });
  const mine = pages.filter(({ needs }) => needs === null || me?.permissions.includes(needs));
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={mine.map(({ to, key }) => ({
        to,
        label: t(key),
        current: pathname === to || (to !== '/pengaturan' && pathname.startsWith(`${to}/`)),
      }))}
    />
  );
}
