import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../components/ui/error-summary.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast, showUndo } from '../../../components/ui/toast.tsx';
import { longDate } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { invitePerson, type Person, setRoles, updatePerson } from '../api/office.ts';
import { ActivationLink } from './activation-link.tsx';
import { NikField } from './nik-field.tsx';
import styles from './settings.module.css';

const givenRoles = ['admin', 'tu', 'arsiparis'] as const;

/** One person: posts since when, roles given, a new activation link, and whether the account works. */
export function PersonSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const form = useSending(() => undefined);
  const [invited, setInvited] = useState<{ url: string | null } | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['people'] });

  async function change(act: () => Promise<unknown>, done: string): Promise<void> {
    if (!(await form.send(act))) return;
    await refresh();
    showToast(done);
  }
  async function setActive(active: boolean): Promise<void> {
    if (!(await form.send(() => updatePerson(person.id, { active })))) return;
    await refresh();
    const message = t(active ? 'people.activated' : 'people.deactivated', { name: person.name });
    showUndo(message, () => {
      updatePerson(person.id, { active: !active })
        .then(refresh)
        .catch((error: unknown) => showToast(problemMessage(error), 'failed'));
    });
  }

  return (
    <Sheet opened onClose={onClose} title={person.name} width={520}>
      <div className={styles.form}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} title={t('notSaved')} />
        <FactList
          facts={[
            { label: t('people.fields.username'), value: person.username },
            { label: t('people.fields.nip'), value: person.nip },
            { label: t('people.fields.rank'), value: person.rank },
            { label: t('people.fields.email'), value: person.email },
            ...person.positions.map(({ title, unitName, startsOn }) => ({
              label: title,
              value: `${unitName}, ${t('positions.since', { from: longDate(startsOn) })}`,
            })),
          ]}
        />
        <fieldset className={styles.fieldset}>
          <legend>{t('people.roles')}</legend>
          {givenRoles.map((role) => (
            <Checkbox
              key={role}
              label={t(`roles.${role}`)}
              description={t(`roleNotes.${role}`)}
              checked={person.roles.includes(role)}
              disabled={form.running}
              onChange={(event) => {
                const roles = event.currentTarget.checked
                  ? [...person.roles, role]
                  : person.roles.filter((one) => one !== role);
                void change(() => setRoles(person.id, roles), t('people.rolesSaved', { name: person.name }));
              }}
            />
          ))}
        </fieldset>
        <NikField personId={person.id} name={person.name} />
        {invited && <ActivationLink url={invited.url} />}
        <div className={styles.acts} data-left>
          {person.active && (
            <Button
              variant="default"
              loading={form.running}
              onClick={() =>
                void form.send(async () => {
                  const answer = await invitePerson(person.id);
                  setInvited({ url: answer.activationUrl ?? null });
                })
              }
            >
              {person.activated ? t('people.resetPassword') : t('people.inviteAgain')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void setActive(!person.active)}>
            {person.active ? t('people.deactivate') : t('people.activate')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
