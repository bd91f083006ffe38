import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { OrderReport } from '../../../features/reports/order-report.tsx';
import { ReportList } from '../../../features/reports/report-list.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** Monthly reports of letters: order one, see how far it is, take its file. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const me = useMe();
  if (!me) return <Page>{null}</Page>;
  const allowed = me.permissions.includes('reports.letters');
  return (
    <Page>
      <PageTitle {...(allowed ? { lead: t('lead') } : {})}>{t('title')}</PageTitle>
      {allowed ? (
        <>
          <OrderReport />
          <ReportList />
        </>
      ) : (
        <EmptyState drawing="lock" title={t('notForYou.title')}>
          {t('notForYou.text')}
        </EmptyState>
      )}
    </Page>
  );
}
