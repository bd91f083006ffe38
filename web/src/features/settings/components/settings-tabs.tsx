import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../lib/calls/get-me.ts';
import styles from './settings.module.css';

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
  return (
    <nav aria-label={t('tabs.label')} className={styles.tabs}>
      {pages
        .filter(({ needs }) => needs === null || me?.permissions.includes(needs))
        .map(({ to, key }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }} className={styles.tab ?? ''}>
            {t(key)}
          </Link>
        ))}
    </nav>
  );
}
