import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/ui/choice.tsx';
import { ErrorSummary } from '../../components/ui/error-summary.tsx';
import { announce } from '../../lib/announce.ts';
import { problemMessage } from '../../lib/problem.ts';
import { orderReport, type ReportOrder, reportsOptions } from './api.ts';
import { lastMonths, monthName } from './months.ts';
import styles from './reports.module.css';

/** Which month, and as what file. */
export function OrderReport() {
  const { t, i18n } = useTranslation('reports');
  const queryClient = useQueryClient();
  const months = lastMonths();
  const [period, setPeriod] = useState(months[0] ?? '');
  const [format, setFormat] = useState<ReportOrder['format']>('pdf');
  const [error, setError] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);

  async function order(): Promise<void> {
    setRunning(true);
    setError(null);
    try {
      await orderReport({ kind: 'letters', period, format });
      announce(t('ordered', { month: monthName(period, i18n.language) }));
      await queryClient.invalidateQueries({ queryKey: reportsOptions.queryKey });
    } catch (thrown) {
      setError(problemMessage(thrown));
      setAttempt((before) => before + 1);
    } finally {
      setRunning(false);
    }
  }

  return (
    <form
      className={styles.order}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void order();
      }}
    >
      <ErrorSummary errors={error ? [{ message: error }] : []} attempt={attempt} title={t('notOrdered')} />
      <div className={styles.orderFields}>
        <NativeSelect
          label={t('month')}
          value={period}
          data={months.map((value) => ({ value, label: monthName(value, i18n.language) }))}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
        <Choice
          label={t('format')}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'pdf', label: 'PDF' },
            { value: 'xlsx', label: 'XLSX' },
          ]}
        />
        <Button type="submit" loading={running}>
          {t('order')}
        </Button>
      </div>
      <p className="meta">{t('orderNote')}</p>
    </form>
  );
}
