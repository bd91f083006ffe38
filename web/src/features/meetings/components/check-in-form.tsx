import { Button, TextInput } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import type { Answer } from '../../../lib/api.ts';
import { dayOf, longDate } from '../../../lib/dates.ts';
import { officeTimeZone } from '../../../lib/office.ts';
import { useSession } from '../../../lib/session.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { checkIn, checkInAsGuest } from '../api/meetings.ts';
import { shownTime } from '../rules.ts';
import styles from './meetings.module.css';

type CheckInFormProps = {
  code: string;
  meeting: Answer<'/check-ins/{code}'>;
  /** The way to sign in, whose words are put here. */
  signIn: ReactElement<{ children?: ReactNode }>;
  /** What stands here while guests cannot check in. */
  closed: ReactNode;
};

/** Which meeting, and one act: I am here. */
export function CheckInForm({ code, meeting, signIn, closed }: CheckInFormProps) {
  const { t } = useTranslation('meetings');
  const session = useSession();
  const zone = officeTimeZone();
  const [values, setValues] = useState({ name: '', institution: '' });
  const [done, setDone] = useState<string | null>(null);
  const form = useSending((path) => `hadir-${path}`);
  const staff = session?.realm === 'office' ? session.user : null;

  async function submit(): Promise<void> {
    const faults = (['name', 'institution'] as const)
      .filter((field) => !staff && values[field].trim().length < 2)
      .map((field) => ({ fieldId: `hadir-${field}`, message: t(`checkIn.missing.${field}`) }));
    if (form.refuse(faults)) return;
    await form.send(async () => {
      const answer = staff ? await checkIn(code) : await checkInAsGuest(code, values);
      setDone(answer.name);
    });
  }

  if (done !== null) {
    return (
      <div role="status" className={styles.form}>
        <h1>{t('checkIn.done')}</h1>
        <p>{t('checkIn.doneText', { name: done, title: meeting.title })}</p>
      </div>
    );
  }
  if (!staff && !meeting.open) return closed;
  const field = (name: 'name' | 'institution') => (
    <TextInput
      id={`hadir-${name}`}
      label={t(`checkIn.${name}`)}
      value={values[name]}
      error={form.errorOf(`hadir-${name}`)}
      autoComplete={name === 'name' ? 'name' : 'organization'}
      onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
    />
  );
  const day = dayOf(new Date(meeting.startsAt), zone);
  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <h1>{meeting.title}</h1>
      <p className={styles.meta}>
        {longDate(day)}, {shownTime(meeting.startsAt, zone)} – {shownTime(meeting.endsAt, zone)}
        {meeting.place && ` · ${meeting.place}`}
      </p>
      {staff ? (
        <p>{t('checkIn.as', { name: staff.name })}</p>
      ) : (
        <>
          {field('name')}
          {field('institution')}
        </>
      )}
      <Button type="submit" loading={form.running}>
        {t('checkIn.act')}
      </Button>
      {!staff && cloneElement(signIn, { children: t('checkIn.signIn') })}
    </Form>
  );
}
