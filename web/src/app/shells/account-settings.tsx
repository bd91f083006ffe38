import { Button, useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/ui/choice.tsx';
import { signOut } from '../../features/shell/api/sign-out.ts';
import { setPreferences, usePreferences } from '../../lib/preferences.ts';
import type { Realm } from '../../lib/session.ts';
import styles from './shell.module.css';

/** Language, density, appearance of this person, and the way out. */
export function AccountSettings({ realm }: { realm: Realm }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { language, density, colourScheme } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.settings}>
      <Choice
        label={t('settings.language')}
        value={language}
        onChange={(value) => setPreferences({ language: value })}
        options={[
          { value: 'id', label: t('settings.id') },
          { value: 'en', label: t('settings.en') },
        ]}
      />
      <Choice
        label={t('settings.density')}
        value={density}
        onChange={(value) => setPreferences({ density: value })}
        options={[
          { value: 'nyaman', label: t('settings.nyaman') },
          { value: 'padat', label: t('settings.padat') },
        ]}
      />
      <Choice
        label={t('settings.scheme')}
        value={colourScheme}
        onChange={setColorScheme}
        options={[
          { value: 'auto', label: t('settings.auto') },
          { value: 'light', label: t('settings.light') },
          { value: 'dark', label: t('settings.dark') },
        ]}
      />
      <Button
        variant="default"
        fullWidth
        leftSection={<IconLogout size={20} stroke={1.75} />}
        onClick={() => {
          void signOut(realm).then(() =>
            navigate({ to: realm === 'platform' ? '/admin/masuk' : '/masuk', search: {} }),
          );
        }}
      >
        {t('nav.signOut')}
      </Button>
    </div>
  );
}
