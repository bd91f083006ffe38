import { Button, PasswordInput, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { type Language, setPreferences, usePreferences } from '../../../lib/preferences.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { changePassword, saveLanguage } from '../api/account.ts';
import styles from './settings.module.css';

/** How the screen looks to this person. */
export function AppearanceSection() {
  const { t } = useTranslation('settings');
  const { language, density, colourScheme } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  function chooseLanguage(chosen: Language): void {
    setPreferences({ language: chosen });
    // The screen has changed already; this is for mails and notices.
    saveLanguage(chosen).catch((error: unknown) => showToast(problemMessage(error), 'failed'));
  }
  return (
    <section className={styles.section} aria-labelledby="tampilan">
      <h2 id="tampilan">{t('appearance')}</h2>
      <Choice
        label={t('common:settings.language')}
        value={language}
        onChange={chooseLanguage}
        options={[
          { value: 'id', label: t('common:settings.id') },
          { value: 'en', label: t('common:settings.en') },
        ]}
      />
      <Choice
        label={t('common:settings.density')}
        value={density}
        onChange={(value) => setPreferences({ density: value })}
        options={[
          { value: 'nyaman', label: t('common:settings.nyaman') },
          { value: 'padat', label: t('common:settings.padat') },
        ]}
      />
      <Choice
        label={t('common:settings.scheme')}
        value={colourScheme}
        onChange={setColorScheme}
        options={[
          { value: 'auto', label: t('common:settings.auto') },
          { value: 'light', label: t('common:settings.light') },
          { value: 'dark', label: t('common:settings.dark') },
        ]}
      />
    </section>
  );
}

/** As the server asks of passwords. */
const shortest = 10;

/** Another password; all other sessions end. */
export function PasswordSection() {
  const { t } = useTranslation('settings');
  const [values, setValues] = useState({ oldPassword: '', newPassword: '' });
  const form = useSending();
  async function submit(): Promise<void> {
    const { oldPassword, newPassword } = values;
    const faults = [
      ...(oldPassword === '' ? [{ fieldId: 'oldPassword', message: t('password.oldMissing') }] : []),
      ...(newPassword.length < shortest
        ? [{ fieldId: 'newPassword', message: t('password.short', { count: shortest }) }]
        : []),
    ];
    if (form.refuse(faults)) return;
    if (!(await form.send(() => changePassword(values)))) return;
    setValues({ oldPassword: '', newPassword: '' });
    showToast(t('password.done'));
  }
  const field = (name: 'oldPassword' | 'newPassword', autoComplete: string, description?: string) => (
    <PasswordInput
      id={name}
      label={t(`password.${name}`)}
      description={description}
      autoComplete={autoComplete}
      value={values[name]}
      error={form.errorOf(name)}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
      onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
    />
  );
  return (
    <section className={styles.section} aria-labelledby="kata-sandi">
      <h2 id="kata-sandi">{t('password.title')}</h2>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {field('oldPassword', 'current-password')}
        {field('newPassword', 'new-password', t('password.hint', { count: shortest }))}
        <Button type="submit" variant="default" loading={form.running} className={styles.submit ?? ''}>
          {t('password.submit')}
        </Button>
      </Form>
    </section>
  );
}
