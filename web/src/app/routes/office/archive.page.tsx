import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { DisposalList } from '../../../features/archive/components/disposal-list.tsx';
import { DossierList } from '../../../features/archive/components/dossier-list.tsx';
import { Schedule } from '../../../features/archive/components/schedule.tsx';
import { UnfiledList } from '../../../features/archive/components/unfiled-list.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/arsip');
const parts = [
  ['berkas', 'dossiers'],
  ['belum', 'unfiled'],
  ['penyusutan', 'disposals'],
  ['jra', 'schedule'],
] as const;

/** The archive: dossiers, what is not filed yet, disposal, the retention schedule. */
export function ArchivePage() {
  const { t } = useTranslation('archive');
  const me = useMe();
  const { bagian = 'berkas' } = route.useSearch();
  if (!me) return <Page>{null}</Page>;
  return (
    <Page>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <Tabs
        label={t('tabs.label')}
        tabs={parts.map(([part, name]) => ({
          to: '/arsip',
          search: { bagian: part },
          label: t(`tabs.${name}`),
          current: part === bagian,
        }))}
      />
      {bagian === 'berkas' && <DossierList />}
      {bagian === 'belum' && <UnfiledList />}
      {bagian === 'penyusutan' &&
        (me.permissions.includes('archive.manage') ? (
          <DisposalList />
        ) : (
          <EmptyState drawing="lock" title={t('disposals.notForYou')}>
            {t('disposals.notForYouText')}
          </EmptyState>
        ))}
      {bagian === 'jra' && <Schedule />}
    </Page>
  );
}
