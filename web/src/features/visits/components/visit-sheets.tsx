import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { dayOf } from '../../../lib/dates.ts';
import { officeTimeZone } from '../../../lib/office.ts';
import { instantOf, timeOf } from '../../../lib/times.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { takeStep, type Visit } from '../api/visits.ts';
import { partnerOf, whenWords } from '../rules.ts';
import styles from './visits.module.css';

export type Asking =
  | 'request'
  | 'redate'
  | 'counter_propose'
  | 'accept'
  | 'decline'
  | 'schedule'
  | 'hold'
  | 'close'
  | 'cancel'
  | null;

type SheetsProps = { visit: Visit; asking: Asking; onClose: () => void };

/** The sheets that ask once, each saying what will happen. */
export function VisitSheets({ visit, asking, onClose }: SheetsProps) {
  const { t } = useTranslation('visits');
  const { id, version } = visit;
  const { name } = partnerOf(visit);
  const came = visit.delegation.filter((each) =>
    visit.meeting?.present.some((one) => one.toLowerCase() === each.name.toLowerCase()),
  ).length;
  const confirm = (step: 'request' | 'accept' | 'hold' | 'close', title: string, consequence: string) => (
    <ConfirmBinding
      opened={asking === step}
      onClose={onClose}
      title={title}
      consequence={consequence}
      act={t(`acts.${step}`)}
      onConfirm={() => takeStep(id, { step, version })}
    />
  );
  const reasoned = (step: 'decline' | 'cancel', text: string) => (
    <NoteSheet
      opened={asking === step}
      onClose={onClose}
      title={t(`acts.${step}`)}
      text={text}
      label={t('acts.reason')}
      missing={t('acts.reasonMissing')}
      act={t(`acts.${step}`)}
      onSend={(reason) => takeStep(id, { step, reason, version })}
    />
  );
  return (
    <>
      {confirm('request', t('acts.requestTitle'), t('acts.requestConsequence', { name }))}
      {confirm('accept', t('acts.acceptTitle'), t('acts.acceptConsequence', { when: whenWords(visit) }))}
      {confirm('hold', t('acts.hold'), t('acts.holdConsequence', { count: came }))}
      {confirm('close', t('acts.close'), t('acts.closeConsequence'))}
      {reasoned('decline', t('acts.declineText', { name }))}
      {reasoned('cancel', t('acts.cancelText', { name }))}
      {(asking === 'redate' || asking === 'counter_propose') && (
        <DateSheet visit={visit} kind={asking} onClose={onClose} />
      )}
      {asking === 'schedule' && <ScheduleSheet visit={visit} onClose={onClose} />}
    </>
  );
}

type DateSheetProps = { visit: Visit; kind: 'redate' | 'counter_propose'; onClose: () => void };

function DateSheet({ visit, kind, onClose }: DateSheetProps) {
  const { t } = useTranslation('visits');
  const zone = officeTimeZone();
  const [values, setValues] = useState({
    day: dayOf(new Date(visit.startsAt), zone),
    from: timeOf(visit.startsAt, zone),
    to: timeOf(visit.endsAt, zone),
  });
  const form = useSending((path) => (path === 'endsAt' ? 'usul-to' : 'usul-day'));
  async function submit(): Promise<void> {
    const empty = Object.values(values).some((each) => each === '');
    if (form.refuse(empty ? [{ fieldId: 'usul-day', message: t('dates.missing') }] : [])) return;
    const dates = {
      startsAt: instantOf(values.day, values.from, zone),
      endsAt: instantOf(values.day, values.to, zone),
    };
    const step = kind === 'redate' ? 'request' : 'counter_propose';
    if (await form.send(() => takeStep(visit.id, { step, version: visit.version, ...dates }))) onClose();
  }
  return (
    <Sheet opened onClose={onClose} title={t(`acts.${kind}`)} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <div className={styles.times}>
          {(['day', 'from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              id={`usul-${name}`}
              type={name === 'day' ? 'date' : 'time'}
              label={t(`dates.${name}`)}
              value={values[name]}
              error={form.errorOf(`usul-${name}`)}
              onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
            />
          ))}
        </div>
        <Button type="submit" loading={form.running}>
          {t('dates.send')}
        </Button>
      </Form>
    </Sheet>
  );
}

function ScheduleSheet({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation('visits');
  const [values, setValues] = useState({ place: visit.place ?? '', agenda: visit.agenda ?? '' });
  const form = useSending((path) => `acara-${path}`);
  async function submit(): Promise<void> {
    const faults = (['place', 'agenda'] as const)
      .filter((name) => values[name].trim() === '')
      .map((name) => ({ fieldId: `acara-${name}`, message: t(`schedule.${name}Missing`) }));
    if (form.refuse(faults)) return;
    const body = { step: 'schedule' as const, version: visit.version, ...values };
    if (await form.send(() => takeStep(visit.id, body))) onClose();
  }
  const shared = (name: 'place' | 'agenda') => ({
    id: `acara-${name}`,
    label: t(`schedule.${name}`),
    value: values[name],
    error: form.errorOf(`acara-${name}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  });
  return (
    <Sheet opened onClose={onClose} title={t('schedule.title')} width={560} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <p className={styles.meta}>{t('schedule.text')}</p>
        <TextInput {...shared('place')} maxLength={300} />
        <Textarea {...shared('agenda')} maxLength={6000} autosize minRows={4} />
        <Button type="submit" loading={form.running}>
          {t('schedule.save')}
        </Button>
      </Form>
    </Sheet>
  );
}
