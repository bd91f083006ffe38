import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { NarrowPage } from '../../../components/ui/narrow-page.tsx';
import { useDocumentTitle } from '../../../components/ui/page-title.tsx';
import { PublicHeader } from '../../../components/ui/public-header.tsx';
import { ActivateForm } from '../../../features/identity/components/activate-form.tsx';
import { WhoseOffice } from '../../../features/identity/components/whose-office.tsx';
import { useOffice } from '../../../lib/office.ts';

const route = getRouteApi('/public/aktivasi');

/** The first password, from the link in an invitation. */
export function ActivatePage() {
  const { t } = useTranslation('identity');
  const office = useOffice();
  const { token } = route.useSearch();
  const [username, setUsername] = useState<string | null>(null);
  useDocumentTitle(t('activate.title'));
  return (
    <NarrowPage header={<PublicHeader />}>
      {!token ? (
        <EmptyState headingLevel={1} drawing="lock" title={t('activate.noToken')}>
          {t('activate.noTokenText')}
        </EmptyState>
      ) : username === null ? (
        <>
          <WhoseOffice title={t('activate.title')} note={office?.name ?? 'Madangan'} />
          <ActivateForm token={token} onActivated={setUsername} />
        </>
      ) : (
        <EmptyState
          headingLevel={1}
          title={t('activate.done')}
          action={<Link to="/masuk">{t('activate.goSignIn')}</Link>}
        >
          {t('activate.doneText', { username })}
        </EmptyState>
      )}
    </NarrowPage>
  );
}
