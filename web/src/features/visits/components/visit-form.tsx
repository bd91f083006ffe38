import { Button, CloseButton, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { officesOptions } from '../../../lib/calls/get-offices.ts';
import { officeTimeZone, useOffice } from '../../../lib/office.ts';
import { instantOf } from '../../../lib/times.ts';
import { useSending } from '../../../lib/use-sending.ts';
import type { NewVisit } from '../api/visits.ts';
import { linesOf } from '../rules.ts';
import styles from './visits.module.css';

export interface VisitValues {
  host: string | null;
  title: string;
  purpose: string;
  topics: string;
  delegation: NewVisit['delegation'];
  day: string;
  from: string;
  to: string;
}

export const emptyVisit: VisitValues = {
  host: null,
  title: '',
  purpose: '',
  topics: '',
  delegation: [],
  day: '',
  from: '09:00',
  to: '15:00',
};

type VisitFormProps = {
  initial: VisitValues;
  /** The host is chosen once. */
  isNew: boolean;
  act: string;
  onSend: (visit: NewVisit) => Promise<unknown>;
  onCancel: () => void;
};

const fields: Record<string, string> = { startsAt: 'kunjungan-day', endsAt: 'kunjungan-to' };

/** Whom to visit, why, about what, with whom and when. */
export function VisitForm({ initial, isNew, act, onSend, onCancel }: VisitFormProps) {
  const { t } = useTranslation('visits');
  const office = useOffice();
  const { data: offices = [] } = useQuery(officesOptions);
  const [values, setValues] = useState(initial);
  const form = useSending((path) => fields[path] ?? `kunjungan-${path.split('.')[0]}`);
  const set = (change: Partial<VisitValues>) => setValues({ ...values, ...change });

  async function submit(): Promise<void> {
    const topics = linesOf(values.topics);
    const empty = {
      host: isNew && values.host === null,
      title: values.title.trim() === '',
      purpose: values.purpose.trim() === '',
      topics: topics.length === 0,
      delegation: values.delegation.length === 0,
      day: [values.day, values.from, values.to].some((each) => each === ''),
    };
    const faults = (Object.keys(empty) as (keyof typeof empty)[])
      .filter((field) => empty[field])
      .map((field) => ({ fieldId: `kunjungan-${field}`, message: t(`form.missing.${field}`) }));
    if (form.refuse(faults)) return;
    const zone = officeTimeZone();
    await form.send(() =>
      onSend({
        host: values.host ?? '',
        title: values.title.trim(),
        purpose: values.purpose.trim(),
        topics,
        delegation: values.delegation,
        startsAt: instantOf(values.day, values.from, zone),
        endsAt: instantOf(values.day, values.to, zone),
      }),
    );
  }

  const shared = (name: 'title' | 'purpose' | 'topics') => ({
    id: `kunjungan-${name}`,
    label: t(`form.${name}`),
    value: values[name],
    error: form.errorOf(`kunjungan-${name}`),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const time = (name: 'day' | 'from' | 'to') => (
    <TextInput
      id={`kunjungan-${name}`}
      type={name === 'day' ? 'date' : 'time'}
      label={t(`dates.${name}`)}
      value={values[name]}
      error={form.errorOf(`kunjungan-${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      {isNew && (
        <Select
          id="kunjungan-host"
          label={t('form.host')}
          placeholder={t('form.hostExample')}
          data={offices
            .filter(({ slug }) => slug !== office?.slug)
            .map(({ slug, name }) => ({ value: slug, label: name }))}
          value={values.host}
          error={form.errorOf('kunjungan-host')}
          onChange={(host) => set({ host })}
          searchable
          nothingFoundMessage={t('form.hostNone')}
        />
      )}
      <TextInput {...shared('title')} maxLength={300} />
      <Textarea {...shared('purpose')} maxLength={4000} autosize minRows={2} />
      <Textarea {...shared('topics')} description={t('form.topicsHint')} autosize minRows={3} />
      <div className={styles.times}>
        {time('day')}
        {time('from')}
        {time('to')}
      </div>
      <Delegation
        members={values.delegation}
        error={form.errorOf('kunjungan-delegation')}
        onChange={(delegation) => set({ delegation })}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={form.running}>
          {act}
        </Button>
        <Button variant="subtle" onClick={onCancel} disabled={form.running}>
          {t('form.cancel')}
        </Button>
      </div>
    </Form>
  );
}

type DelegationProps = {
  members: NewVisit['delegation'];
  error: string | null;
  onChange: (members: NewVisit['delegation']) => void;
};

/** Who travels; the first leads. */
function Delegation({ members, error, onChange }: DelegationProps) {
  const { t } = useTranslation('visits');
  const [member, setMember] = useState({ name: '', title: '' });
  const [name, title] = [member.name.trim(), member.title.trim()];
  const isKnown = members.some((each) => each.name.toLowerCase() === name.toLowerCase());
  return (
    <fieldset className={styles.members}>
      <legend>{t('form.delegation')}</legend>
      {members.map((each) => (
        <div key={each.name} className={styles.member}>
          <span>
            {each.name}, {each.title}
          </span>
          <CloseButton
            size={44}
            aria-label={t('form.removeMember', { name: each.name })}
            onClick={() => onChange(members.filter((other) => other !== each))}
          />
        </div>
      ))}
      <div className={styles.times}>
        <TextInput
          id="kunjungan-delegation"
          label={t('form.memberName')}
          value={member.name}
          error={error}
          onChange={(event) => setMember({ ...member, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('form.memberTitle')}
          value={member.title}
          onChange={(event) => setMember({ ...member, title: event.currentTarget.value })}
        />
        <Button
          variant="default"
          style={{ alignSelf: 'end' }}
          disabled={name.length < 2 || title.length < 2 || isKnown}
          onClick={() => {
            onChange([...members, { name, title }]);
            setMember({ name: '', title: '' });
          }}
        >
          {t('form.addMember')}
        </Button>
      </div>
    </fieldset>
  );
}
