import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { type Pattern, type PatternInput, patternsOptions, sampleOptions, savePattern } from '../api/numbering.ts';
import styles from './numbering.module.css';

type Named = { id: string; name: string };

type PatternSheetProps = { pattern: Pattern | null; types: Named[]; units: Named[]; onClose: () => void };

/** How letters of one type, of one unit, or both are numbered, with a number as it would come out. */
export function PatternSheet({ pattern, types, units, onClose }: PatternSheetProps) {
  const { t } = useTranslation('numbering');
  const queryClient = useQueryClient();
  const [values, setValues] = useState<PatternInput>({
    type: pattern?.type?.code ?? null,
    unitId: pattern?.unit?.id ?? null,
    pattern: pattern?.pattern ?? '{classification}/{seq}/{unit}',
    series: pattern?.series ?? 'shared',
    reset: pattern?.reset ?? 'yearly',
  });
  const form = useSending((path) => `pattern-${path}`);
  const [asked] = useDebouncedValue(values, 200);
  const { data: sample } = useQuery(sampleOptions(asked));
  const set = (change: Partial<PatternInput>) =>
    setValues((before) => {
      const next = { ...before, ...change };
      // Only a type counts on its own, and only what counts on its own starts anew each month.
      if (next.type === null) next.series = 'shared';
      if (next.series === 'shared') next.reset = 'yearly';
      return next;
    });

  async function submit(): Promise<void> {
    const saved = await form.send(async () => {
      queryClient.setQueryData(patternsOptions.queryKey, await savePattern(pattern?.id ?? null, values));
    });
    if (!saved) return;
    showToast(t('patterns.saved'));
    onClose();
  }

  const choose = (field: 'type' | 'unitId', from: Named[], every: string) => (
    <NativeSelect
      id={`pattern-${field}`}
      label={t(`patterns.fields.${field}`)}
      value={values[field] ?? ''}
      error={form.errorOf(`pattern-${field}`)}
      data={[{ value: '', label: every }, ...from.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => set({ [field]: event.currentTarget.value || null })}
    />
  );
  return (
    <Sheet opened onClose={onClose} title={t(pattern ? 'patterns.edit' : 'patterns.add')} width={560}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <div className={styles.pair}>
          {choose('type', types, t('patterns.everyType'))}
          {choose('unitId', units, t('patterns.everyUnit'))}
        </div>
        <TextInput
          id="pattern-pattern"
          label={t('patterns.fields.pattern')}
          description={t('patterns.hint')}
          value={values.pattern}
          error={form.errorOf('pattern-pattern')}
          spellCheck={false}
          onChange={(event) => set({ pattern: event.currentTarget.value })}
        />
        <p className={styles.sample} aria-live="polite">
          {sample?.fault ?? (sample?.sample ? t('patterns.sample', { number: sample.sample }) : '')}
        </p>
        {values.type !== null && (
          <Choice
            label={t('patterns.fields.series')}
            value={values.series ?? 'shared'}
            options={(['shared', 'own'] as const).map((value) => ({ value, label: t(`patterns.series.${value}`) }))}
            onChange={(series) => set({ series })}
          />
        )}
        {values.series === 'own' && (
          <Choice
            label={t('patterns.fields.reset')}
            value={values.reset ?? 'yearly'}
            options={(['yearly', 'monthly'] as const).map((value) => ({ value, label: t(`patterns.reset.${value}`) }))}
            onChange={(reset) => set({ reset })}
          />
        )}
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('patterns.save')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
