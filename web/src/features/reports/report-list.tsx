import { Button, Progress } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileTypePdf, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorState } from '../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { StatusChip } from '../../components/ui/status-chip.tsx';
import { showToast } from '../../components/ui/toast.tsx';
import { apiBase } from '../../lib/api.ts';
import { pastWords } from '../../lib/dates.ts';
import { downloadFile } from '../../lib/files.ts';
import { problemMessage } from '../../lib/problem.ts';
import { orderReport, type Report, reportsOptions } from './api.ts';
import { monthName } from './months.ts';
import styles from './reports.module.css';

/** What was ordered: how far it is, its file, or what went wrong and what to do. */
export function ReportList() {
  const { t } = useTranslation('reports');
  const { data: reports, error, refetch, dataUpdatedAt } = useQuery(reportsOptions);
  if (!reports && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!reports) return <SkeletonRows rows={4} />;
  return (
    <section aria-labelledby="laporan-dipesan">
      <h2 id="laporan-dipesan" className={styles.head}>
        {t('list')}
      </h2>
      {error && (
        <ErrorState
          error={error}
          onRetry={() => void refetch()}
          keptSince={t('keptSince', { when: pastWords(new Date(dataUpdatedAt).toISOString()) })}
        />
      )}
      {reports.length === 0 && (
        <EmptyState drawing="desk" title={t('empty.title')} headingLevel={2}>
          {t('empty.text')}
        </EmptyState>
      )}
      <ul>
        {reports.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
    </section>
  );
}

function ReportRow({ report }: { report: Report }) {
  const { t, i18n } = useTranslation('reports');
  const month = monthName(report.period, i18n.language);
  const Icon = report.format === 'pdf' ? IconFileTypePdf : IconFileSpreadsheet;
  const name = t('name', { month });
  return (
    <li className={styles.row}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>
        <p className={styles.name}>
          {name}, {report.format.toUpperCase()}
        </p>
        <p className="meta">{t('orderedAt', { when: pastWords(report.createdAt) })}</p>
        {report.status === 'failed' && (
          <p className={styles.failed}>
            {report.error ?? t('failedPlain')} {t('failedNext')}
          </p>
        )}
      </div>
      <div className={styles.state} aria-live="polite">
        <ReportState report={report} name={name} />
      </div>
      <div className={styles.act}>
        {report.status === 'completed' && report.fileUrl && <Download report={report} url={report.fileUrl} />}
        {report.status === 'failed' && <Again report={report} />}
      </div>
    </li>
  );
}

function ReportState({ report, name }: { report: Report; name: string }) {
  const { t } = useTranslation('reports');
  if (report.status === 'completed') return <StatusChip status="selesai">{t('done')}</StatusChip>;
  if (report.status === 'failed') return <StatusChip status="masalah">{t('failed')}</StatusChip>;
  if (report.status === 'queued') return <StatusChip status="proses">{t('queued')}</StatusChip>;
  return (
    <div className={styles.progress}>
      <Progress value={report.progress} aria-label={name} />
      <span className="meta tabular">{report.progress} %</span>
    </div>
  );
}

function Download({ report, url }: { report: Report; url: string }) {
  const { t } = useTranslation('reports');
  const download = useMutation({
    mutationFn: () => downloadFile(pathOf(url), `laporan-surat-${report.period}.${report.format}`),
    onError: (error) => showToast(problemMessage(error), 'failed'),
  });
  return (
    <Button
      variant="default"
      size="sm"
      loading={download.isPending}
      leftSection={<IconDownload size={18} stroke={1.75} />}
      aria-label={t('downloadOf', { period: report.period, format: report.format.toUpperCase() })}
      onClick={() => download.mutate()}
    >
      {t('download')}
    </Button>
  );
}

/** The path below the API's base of an address that the server gave. */
function pathOf(url: string): string {
  const path = new URL(url, location.origin).pathname;
  return path.startsWith(apiBase) ? path.slice(apiBase.length) : path;
}

function Again({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const queryClient = useQueryClient();
  const [running, setRunning] = useState(false);
  return (
    <Button
      variant="default"
      size="sm"
      loading={running}
      leftSection={<IconRefresh size={18} stroke={1.75} />}
      onClick={() => {
        setRunning(true);
        orderReport({ kind: 'letters', period: report.period, format: report.format })
          .then(() => queryClient.invalidateQueries({ queryKey: reportsOptions.queryKey }))
          .catch((error: unknown) => showToast(problemMessage(error), 'failed'))
          .finally(() => setRunning(false));
      }}
    >
      {t('again')}
    </Button>
  );
}
