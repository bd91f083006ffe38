import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { NarrowPage } from '../../../components/ui/narrow-page.tsx';
import { useDocumentTitle } from '../../../components/ui/page-title.tsx';
import { PublicHeader } from '../../../components/ui/public-header.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { visitOptions } from '../../../features/meetings/api/meetings.ts';
import { CheckInForm } from '../../../features/meetings/components/check-in-form.tsx';

const route = getRouteApi('/public/hadir/$code');

/** Saying that one is there, from the code on the wall: staff signed in, guests by their names. */
export function CheckInPage() {
  const { code } = route.useParams();
  const { t } = useTranslation('meetings');
  useDocumentTitle(t('checkIn.title'));
  const { data, error, refetch } = useQuery(visitOptions(code));
  return (
    <NarrowPage header={<PublicHeader />}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data && (
        <CheckInForm
          code={code}
          meeting={data}
          signIn={<Link to="/masuk" search={{ tujuan: `/hadir/${code}` }} />}
          closed={
            <EmptyState headingLevel={1} drawing="lock" title={t('checkIn.closed')}>
              {t('checkIn.closedText')}
            </EmptyState>
          }
        />
      )}
    </NarrowPage>
  );
}
