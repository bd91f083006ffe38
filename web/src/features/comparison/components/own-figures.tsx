import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { type FiguresYear, type IndexScheme, saveFigures } from '../api/comparison.ts';
import styles from './comparison.module.css';

type OwnFiguresProps = {
  scheme: IndexScheme;
  year: number;
  figures: FiguresYear | undefined;
};

/** The levels of one year, by aspect; saved as a whole, for this office alone. */
export function OwnFigures({ scheme, year, figures }: OwnFiguresProps) {
  const { t } = useTranslation('comparison');
  const [levels, setLevels] = useState<Record<number, string>>(() =>
    Object.fromEntries((figures?.levels ?? []).map(({ indicator, level }) => [indicator, String(level)])),
  );
  const form = useSending(() => undefined);
  const aspects = [...new Set(scheme.indicators.map(({ aspect }) => aspect))];
  const entered = scheme.indicators.filter(({ no }) => levels[no]).length;
  const set = (no: number, level: string): void => setLevels((before) => ({ ...before, [no]: level }));

  async function submit(): Promise<void> {
    const notes = new Map(figures?.levels.map(({ indicator, note }) => [indicator, note]));
    const done = await form.send(() =>
      saveFigures({
        scheme: scheme.code,
        year,
        levels: scheme.indicators.flatMap(({ no }) => {
          const note = notes.get(no);
          return levels[no] ? [{ indicator: no, level: Number(levels[no]), ...(note ? { note } : {}) }] : [];
        }),
      }),
    );
    if (done) showToast(t('own.saved', { year }));
  }

  return (
    <Form errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      {aspects.map((aspect) => (
        <fieldset key={aspect} className={styles.levels}>
          <legend>{aspect}</legend>
          {scheme.indicators
            .filter((indicator) => indicator.aspect === aspect)
            .map(({ no, name }) => {
              const label = t('side.indicator', { no, name });
              return (
                <div key={no} className={styles.level}>
                  <span aria-hidden>{label}</span>
                  {scheme.step === 1 ? (
                    <NativeSelect
                      aria-label={label}
                      value={levels[no] ?? ''}
                      data={[{ value: '', label: '–' }, '1', '2', '3', '4', '5']}
                      onChange={(event) => set(no, event.currentTarget.value)}
                    />
                  ) : (
                    <NumberInput
                      aria-label={label}
                      value={levels[no] ?? ''}
                      min={1}
                      max={5}
                      step={scheme.step}
                      decimalScale={2}
                      onChange={(value) => set(no, String(value))}
                    />
                  )}
                </div>
              );
            })}
        </fieldset>
      ))}
      <div className={styles.bar}>
        <Button type="submit" loading={form.running}>
          {t('own.save')}
        </Button>
        <span className={styles.hint}>{t('own.entered', { count: entered, all: scheme.indicators.length })}</span>
      </div>
    </Form>
  );
}
