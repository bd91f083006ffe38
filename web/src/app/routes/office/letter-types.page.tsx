import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { allTypesOptions } from '../../../features/letter-types/api/letter-types.ts';
import { NewTypeSheet } from '../../../features/letter-types/components/new-type-sheet.tsx';
import { PaperDesk } from '../../../features/letter-types/components/paper-desk.tsx';
import { TypeDesk } from '../../../features/letter-types/components/type-desk.tsx';
import { TypeList } from '../../../features/letter-types/components/type-list.tsx';
import { SettingsTabs } from '../../../features/settings/components/settings-tabs.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/pengaturan/jenis-naskah/$code');

/** What only the administrator sets: others are told so. */
function ForAdministrators({ children }: { children: ReactNode }) {
  const { t } = useTranslation('letter-types');
  const me = useMe();
  if (!me) return null;
  if (me.permissions.includes('settings.manage')) return children;
  return (
    <EmptyState drawing="lock" title={t('notForYou')}>
      {t('notForYouText')}
    </EmptyState>
  );
}

/** The types of naskah dinas that this office has. */
export function LetterTypesPage() {
  const { t } = useTranslation('letter-types');
  const [isNew, setNew] = useState(false);
  return (
    <Page>
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      <SettingsTabs />
      <ForAdministrators>
        <TypeList onNew={() => setNew(true)} />
        {isNew && <NewTypeSheet onClose={() => setNew(false)} />}
      </ForAdministrators>
    </Page>
  );
}

/** One type with its page. */
export function LetterTypePage() {
  const { t } = useTranslation('letter-types');
  const { code } = route.useParams();
  const { data } = useQuery(allTypesOptions);
  return (
    <>
      <PageBar back={{ to: '/pengaturan/jenis-naskah', label: t('list.title') }} acts={null} />
      <Page>
        <PageTitle>{data?.find((type) => type.code === code)?.name ?? t('list.title')}</PageTitle>
        <ForAdministrators>
          <TypeDesk code={code} />
        </ForAdministrators>
      </Page>
    </>
  );
}

/** Paper, letters and the words at the foot of the page. */
export function PaperPage() {
  const { t } = useTranslation('letter-types');
  return (
    <Page>
      <PageTitle lead={t('paper.lead')}>{t('paper.title')}</PageTitle>
      <SettingsTabs />
      <ForAdministrators>
        <PaperDesk />
      </ForAdministrators>
    </Page>
  );
}
