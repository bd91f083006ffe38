import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { type Deadlines, deadlinesOptions, saveDeadlines } from '../api/turns.ts';
import styles from './settings.module.css';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const urgencies = ['biasa', 'segera', 'amat_segera'] as const;
const hourMinutes = 60;

/** Until when a paraf or signature should be given, in the office's working time. */
export function DeadlinesSection() {
  const { t } = useTranslation('turns');
  const { data, error, refetch } = useQuery(deadlinesOptions);
  return (
    <section className={styles.section} aria-labelledby="batas-giliran">
      <h2 id="batas-giliran">{t('deadlines.title')}</h2>
      <p className={styles.text}>{t('deadlines.lead')}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data && <DeadlinesForm key={JSON.stringify(data)} deadlines={data} />}
    </section>
  );
}

const asHours = (minutes: number | null, language: string): string =>
  minutes === null ? '' : (minutes / hourMinutes).toLocaleString(language, { useGrouping: false });
/** Empty is no limit; what is no number is left to the server to name. */
const asMinutes = (hours: string): number | null =>
  hours.trim() === '' ? null : Math.round(Number(hours.replace(',', '.')) * hourMinutes);

function DeadlinesForm({ deadlines }: { deadlines: Deadlines }) {
  const { t, i18n } = useTranslation('turns');
  const hours = (minutes: number | null) => asHours(minutes, i18n.language);
  const queryClient = useQueryClient();
  const [values, setValues] = useState({
    workingDays: deadlines.workingDays.map(String),
    opens: deadlines.opens,
    closes: deadlines.closes,
    biasa: hours(deadlines.minutes.biasa),
    segera: hours(deadlines.minutes.segera),
    amat_segera: hours(deadlines.minutes.amat_segera),
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const form = useSending((path) => {
    const [first = '', second] = path.split('.');
    return `giliran-${first === 'minutes' ? second : first}`;
  });

  async function submit(): Promise<void> {
    const wrong = urgencies.filter((urgency) => Number.isNaN(asMinutes(values[urgency]) ?? 0));
    if (form.refuse(wrong.map((urgency) => ({ fieldId: `giliran-${urgency}`, message: t('deadlines.number') }))))
      return;
    const { opens, closes } = values;
    const body = {
      workingDays: values.workingDays.map(Number),
      opens,
      closes,
      minutes: {
        biasa: asMinutes(values.biasa),
        segera: asMinutes(values.segera),
        amat_segera: asMinutes(values.amat_segera),
      },
    };
    const saved = await form.send(async () => {
      queryClient.setQueryData(deadlinesOptions.queryKey, await saveDeadlines(body));
    });
    if (saved) showToast(t('deadlines.saved'));
  }

  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <Checkbox.Group
        id="giliran-workingDays"
        label={t('deadlines.days')}
        value={values.workingDays}
        error={form.errorOf('giliran-workingDays')}
        onChange={(workingDays) => set({ workingDays })}
      >
        <div className={styles.days}>
          {days.map((day) => (
            <Checkbox key={day} value={String(day)} label={t(`deadlines.day.${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.pair}>
        {(['opens', 'closes'] as const).map((end) => (
          <TextInput
            key={end}
            id={`giliran-${end}`}
            type="time"
            label={t(`deadlines.${end}`)}
            value={values[end]}
            error={form.errorOf(`giliran-${end}`)}
            onChange={(event) => set({ [end]: event.currentTarget.value })}
          />
        ))}
      </div>
      {urgencies.map((urgency) => (
        <TextInput
          key={urgency}
          id={`giliran-${urgency}`}
          inputMode="decimal"
          label={t(`deadlines.hours.${urgency}`)}
          description={urgency === 'biasa' ? t('deadlines.hint') : undefined}
          value={values[urgency]}
          error={form.errorOf(`giliran-${urgency}`)}
          onChange={(event) => set({ [urgency]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" variant="default" loading={form.running} className={styles.submit ?? ''}>
        {t('deadlines.submit')}
      </Button>
    </Form>
  );
}
