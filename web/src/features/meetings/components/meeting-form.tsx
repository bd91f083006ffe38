import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { officeTimeZone } from '../../../lib/office.ts';
import { useSending } from '../../../lib/use-sending.ts';
import type { NewMeeting } from '../api/meetings.ts';
import { instantOf } from '../rules.ts';
import styles from './meetings.module.css';

export interface MeetingValues {
  title: string;
  day: string;
  from: string;
  to: string;
  place: string;
  link: string;
  positions: ChosenPosition[];
  guests: { name: string; institution: string }[];
}

export const emptyMeeting: MeetingValues = {
  title: '',
  day: '',
  from: '09:00',
  to: '11:00',
  place: '',
  link: '',
  positions: [],
  guests: [],
};

type MeetingFormProps = {
  initial: MeetingValues;
  act: string;
  onSend: (meeting: Omit<NewMeeting, 'letterId' | 'secrecy' | 'organizerPositionId'>) => Promise<unknown>;
};

/** What, when, where and who. */
export function MeetingForm({ initial, act, onSend }: MeetingFormProps) {
  const { t } = useTranslation('meetings');
  const [values, setValues] = useState(initial);
  const [guest, setGuest] = useState({ name: '', institution: '' });
  const fields: Record<string, string> = { startsAt: 'rapat-from', endsAt: 'rapat-to' };
  const form = useSending((path) => fields[path] ?? `rapat-${path.split('.')[0]}`);
  const set = (change: Partial<MeetingValues>) => setValues({ ...values, ...change });

  async function submit(): Promise<void> {
    const faults = (['title', 'day', 'from', 'to'] as const)
      .filter((field) => values[field].trim() === '')
      .map((field) => ({ fieldId: `rapat-${field}`, message: t(`form.missing.${field}`) }));
    if (form.refuse(faults)) return;
    const zone = officeTimeZone();
    await form.send(() =>
      onSend({
        title: values.title.trim(),
        place: values.place.trim(),
        link: values.link.trim() === '' ? null : values.link.trim(),
        startsAt: instantOf(values.day, values.from, zone),
        endsAt: instantOf(values.day, values.to, zone),
        participants: [
          ...values.positions.map(({ id }) => ({ kind: 'position' as const, id })),
          ...values.guests.map(({ name, institution }) => ({
            kind: 'guest' as const,
            name,
            institution: institution || null,
          })),
        ],
      }),
    );
  }

  const text = (name: 'title' | 'day' | 'from' | 'to' | 'place' | 'link', type = 'text') => (
    <TextInput
      id={`rapat-${name}`}
      type={type}
      label={t(`form.${name}`)}
      value={values[name]}
      error={form.errorOf(`rapat-${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Form className={`${styles.form} ${styles.below}`} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      {text('title')}
      <div className={styles.times}>
        {text('day', 'date')}
        {text('from', 'time')}
        {text('to', 'time')}
      </div>
      {text('place')}
      {text('link', 'url')}
      <PositionField
        id="rapat-participants"
        label={t('form.positions')}
        description={t('form.positionsHint')}
        chosen={values.positions}
        error={form.errorOf('rapat-participants')}
        onChange={(positions) => set({ positions })}
      />
      <fieldset className={styles.guests}>
        <legend>{t('form.guests')}</legend>
        {values.guests.map((one) => (
          <div key={`${one.name}-${one.institution}`} className={styles.guest}>
            <span>{[one.name, one.institution].filter(Boolean).join(', ')}</span>
            <CloseButton
              size={44}
              aria-label={t('form.removeGuest', { name: one.name })}
              onClick={() => set({ guests: values.guests.filter((each) => each !== one) })}
            />
          </div>
        ))}
        <div className={styles.times}>
          <TextInput
            label={t('form.guestName')}
            value={guest.name}
            onChange={(event) => setGuest({ ...guest, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('form.guestInstitution')}
            value={guest.institution}
            onChange={(event) => setGuest({ ...guest, institution: event.currentTarget.value })}
          />
          <Button
            variant="default"
            style={{ alignSelf: 'end' }}
            disabled={guest.name.trim().length < 2}
            onClick={() => {
              set({ guests: [...values.guests, { name: guest.name.trim(), institution: guest.institution.trim() }] });
              setGuest({ name: '', institution: '' });
            }}
          >
            {t('form.addGuest')}
          </Button>
        </div>
      </fieldset>
      <div className={styles.acts}>
        <Button type="submit" loading={form.running}>
          {act}
        </Button>
      </div>
    </Form>
  );
}
