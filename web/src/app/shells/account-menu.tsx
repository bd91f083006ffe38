import { Popover } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/avatar.tsx';
import type { Realm } from '../../lib/session.ts';
import { AccountSettings } from './account-settings.tsx';
import styles from './shell.module.css';

/** The signed-in person at the foot of the navigation, with their settings. */
export function AccountMenu({ name, note, realm }: { name: string; note?: string | undefined; realm: Realm }) {
  const { t } = useTranslation();
  return (
    <div className={styles.account}>
      <Popover position="top-start" width={348} shadow="lg" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={styles.accountButton} aria-label={t('nav.account', { name })}>
            {realm === 'office' && <Avatar name={name} />}
            <span className={styles.brandWords}>
              <span className={styles.accountName}>{name}</span>
              <span className={styles.brandNote}>{note}</span>
            </span>
            <IconSelector size={18} stroke={1.75} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('nav.account', { name })}>
          <AccountSettings realm={realm} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
