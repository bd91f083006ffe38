import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { announce } from '../../../lib/announce.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { createPerson } from '../api/office.ts';
import { proposeUsername } from '../rules.ts';
import { ActivationLink } from './activation-link.tsx';
import styles from './settings.module.css';

const givenRoles = ['admin', 'tu', 'arsiparis'] as const;
const blank = { name: '', username: '', nip: '', rank: '', email: '' };

/** Someone new: an account, and the way to its first password. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [values, setValues] = useState(blank);
  const [ownUsername, setOwnUsername] = useState(false);
  const [roles, setRoles] = useState<(typeof givenRoles)[number][]>([]);
  const [invited, setInvited] = useState<{ url: string | null } | null>(null);
  const form = useSending((path) => `orang-${path}`);
  const username = ownUsername ? values.username : proposeUsername(values.name);

  async function submit(): Promise<void> {
    const name = values.name.trim();
    const faults = [
      ...(name.length < 2 ? [{ fieldId: 'orang-name', message: t('people.missing.name') }] : []),
      ...(username === '' ? [{ fieldId: 'orang-username', message: t('people.missing.username') }] : []),
    ];
    if (form.refuse(faults)) return;
    await form.send(async () => {
      const answer = await createPerson({
        name,
        username,
        nip: values.nip.replaceAll(/\s/g, '') || null,
        rank: values.rank.trim() || null,
        email: values.email.trim() || null,
        roles,
      });
      setInvited({ url: answer.activationUrl ?? null });
      announce(t('people.invited', { name }));
      await queryClient.invalidateQueries({ queryKey: ['people'] });
    });
  }

  if (invited) {
    return (
      <Sheet opened onClose={onClose} title={t('people.invited', { name: values.name })}>
        <div className={styles.form}>
          <ActivationLink url={invited.url} />
          <p className={styles.text}>{t('people.nextStep')}</p>
          <div className={styles.acts}>
            <Button onClick={onClose}>{t('common:close')}</Button>
          </div>
        </div>
      </Sheet>
    );
  }
  const field = (name: keyof typeof blank, rest: Record<string, unknown> = {}) => (
    <TextInput
      id={`orang-${name}`}
      label={t(`people.fields.${name}`)}
      value={values[name]}
      error={form.errorOf(`orang-${name}`)}
      onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
      {...rest}
    />
  );
  return (
    <Sheet opened onClose={onClose} title={t('people.invite')} width={520}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {field('name', { 'data-autofocus': true, autoComplete: 'off' })}
        {field('username', {
          value: username,
          autoCapitalize: 'none',
          spellCheck: false,
          autoComplete: 'off',
          onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
            setOwnUsername(true);
            setValues({ ...values, username: event.currentTarget.value.toLowerCase() });
          },
        })}
        {field('email', { type: 'email', autoComplete: 'off' })}
        <div className={styles.pair}>
          {field('nip', { inputMode: 'numeric' })}
          {field('rank')}
        </div>
        <fieldset className={styles.fieldset}>
          <legend>{t('people.roles')}</legend>
          {givenRoles.map((role) => (
            <Checkbox
              key={role}
              label={t(`roles.${role}`)}
              description={t(`roleNotes.${role}`)}
              checked={roles.includes(role)}
              onChange={(event) =>
                setRoles(event.currentTarget.checked ? [...roles, role] : roles.filter((one) => one !== role))
              }
            />
          ))}
        </fieldset>
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('people.inviteSubmit')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
