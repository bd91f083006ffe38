import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { NarrowPage } from '../../../components/ui/narrow-page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { PublicHeader } from '../../../components/ui/public-header.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { TurnMarker } from '../../../components/ui/turn-marker.tsx';
import { signupOptions } from '../../../features/signups/api/get-signup.ts';
import { officeUrl } from '../../../lib/office.ts';

const route = getRouteApi('/public/daftar/$token');

const statuses = {
  pending: 'tunggu',
  approved: 'proses',
  provisioning: 'proses',
  active: 'selesai',
  failed: 'masalah',
  rejected: 'masalah',
} as const;

/** Where an application stands; the link is the contact's own. */
export function SignupStatusPage() {
  const { t } = useTranslation('signup');
  const { token } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(signupOptions(token));
  return (
    <NarrowPage header={<PublicHeader />}>
      {isPending && <SkeletonRows rows={3} />}
      {error && !data && (
        <ErrorState
          error={error}
          onRetry={() => void refetch()}
          forbidden={{ title: t('status.unknown'), text: t('status.unknownText') }}
        />
      )}
      {data && (
        <div style={{ display: 'grid', gap: 24 }}>
          <PageTitle lead={t('status.lead')}>{data.name}</PageTitle>
          <div aria-live="polite">
            <TurnMarker status={statuses[data.state]} state={t(`states.${data.state}`)} turn={t(`turns.${data.state}`)}>
              {data.reason ?? t(`notes.${data.state}`)}
            </TurnMarker>
          </div>
          {data.state === 'active' && (
            <a href={officeUrl(data.slug, '/masuk')}>{t('status.enter', { name: data.name })}</a>
          )}
        </div>
      )}
    </NarrowPage>
  );
}
