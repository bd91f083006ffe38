import { IconSelector } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/avatar.tsx';
import type { Realm } from '../../lib/session.ts';
import styles from './shell.module.css';

const AccountPopover = lazy(() => import('./account-popover.tsx'));

/** The signed-in person at the foot of the navigation; their settings are loaded when they are asked for. */
export function AccountMenu({ name, note, realm }: { name: string; note?: string | undefined; realm: Realm }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [needed, setNeeded] = useState(false);
  const [opened, setOpened] = useState(false);
  return (
    <div className={styles.account}>
      <button
        ref={button}
        type="button"
        className={styles.accountButton}
        aria-label={t('nav.account', { name })}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onPointerEnter={() => setNeeded(true)}
        onClick={() => {
          setNeeded(true);
          setOpened(!opened);
        }}
      >
        {realm === 'office' && <Avatar name={name} />}
        <span className={styles.brandWords}>
          <span className={styles.accountName}>{name}</span>
          <span className={styles.brandNote}>{note}</span>
        </span>
        <IconSelector size={18} stroke={1.75} aria-hidden />
      </button>
      <Suspense fallback={null}>
        {needed && (
          <AccountPopover
            target={button}
            label={t('nav.account', { name })}
            realm={realm}
            opened={opened}
            onClose={() => setOpened(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
