import { Button, useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/ui/choice.tsx';
import { signOut } from '../../features/shell/api/sign-out.ts';
import { useMe } from '../../lib/calls/get-me.ts';
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
      {realm === 'office' && <Posts />}
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

/** The posts that one acts for now, and how; the way to let somebody else act. */
function Posts() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div>
      <p className={styles.postsTitle}>{t('posts.title')}</p>
      <ul className={styles.posts}>
        {(me?.positions ?? []).map(({ id, title, mode }) => (
          <li key={id}>
            {title}
            {mode !== 'definitif' && <span className="meta"> {t(`posts.modes.${mode}`)}</span>}
          </li>
        ))}
      </ul>
      <Link to="/pengaturan" hash="pelimpahan">
        {t('posts.delegate')}
      </Link>
    </div>
  );
}
