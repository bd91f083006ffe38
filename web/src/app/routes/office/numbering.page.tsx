import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { AgendaScope } from '../../../features/numbering/components/agenda-scope.tsx';
import { PatternList } from '../../../features/numbering/components/pattern-list.tsx';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

/** How the office numbers what goes out and what comes in. */
export function NumberingPage() {
  const { t } = useTranslation('numbering');
  const me = useMe();
  if (!me) return <Page>{null}</Page>;
  const allowed = me.permissions.includes('settings.manage');
  return (
    <Page>
      <PageTitle {...(allowed ? { lead: t('patterns.lead') } : {})}>{t('patterns.title')}</PageTitle>
      <SettingsTabs />
      {allowed ? (
        <>
          <PatternList />
          <AgendaScope />
        </>
      ) : (
        <EmptyState drawing="lock" title={t('patterns.notForYou')}>
          {t('patterns.notForYouText')}
        </EmptyState>
      )}
    </Page>
  );
}
