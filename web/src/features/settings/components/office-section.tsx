import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { type OfficeSettings, saveSettings, settingsOptions } from '../../../lib/calls/settings.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { sampleNumber } from '../rules.ts';
import styles from './settings.module.css';

/** How the office numbers and prints its letters, and the instructions one disposes with. */
export function OfficeSection() {
  const { data, error, refetch } = useQuery(settingsOptions);
  const { t } = useTranslation('settings');
  return (
    <section className={styles.section} aria-labelledby="kantor">
      <h2 id="kantor">{t('office.title')}</h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data && <OfficeForm key={data.updatedAt} settings={data} />}
    </section>
  );
}

function OfficeForm({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [values, setValues] = useState({
    numberPattern: settings.numberPattern,
    instructions: settings.dispositionInstructions.join('\n'),
  });
  const form = useSending((path) => (path.startsWith('dispositionInstructions') ? 'instructions' : path));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  async function submit(): Promise<void> {
    const { instructions, ...rest } = values;
    const dispositionInstructions = instructions
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const saved = await form.send(async () => {
      const answer = await saveSettings({ ...rest, dispositionInstructions });
      queryClient.setQueryData(settingsOptions.queryKey, answer);
    });
    if (saved) showToast(t('office.saved'));
  }
  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <TextInput
        id="numberPattern"
        label={t('office.numberPattern')}
        description={t('office.numberHint')}
        value={values.numberPattern}
        error={form.errorOf('numberPattern')}
        spellCheck={false}
        onChange={(event) => set({ numberPattern: event.currentTarget.value })}
      />
      <p className="meta" aria-live="polite">
        {t('office.numberSample', { number: sampleNumber(values.numberPattern) })}
      </p>
      <Textarea
        id="instructions"
        label={t('office.instructions')}
        description={t('office.instructionsHint')}
        minRows={4}
        maxRows={14}
        value={values.instructions}
        error={form.errorOf('instructions')}
        onChange={(event) => set({ instructions: event.currentTarget.value })}
      />
      <Button type="submit" variant="default" loading={form.running} className={styles.submit ?? ''}>
        {t('office.submit')}
      </Button>
    </Form>
  );
}
