import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { createVisit, editVisit, visitOptions } from '../../../features/visits/api/visits.ts';
import { emptyVisit, VisitForm } from '../../../features/visits/components/visit-form.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { useMe } from '../../../lib/calls/get-me.ts';
import { dayOf } from '../../../lib/dates.ts';
import { officeTimeZone } from '../../../lib/office.ts';
import { timeOf } from '../../../lib/times.ts';

/** A draft of a request for a visit. */
export function NewVisitPage() {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const me = useMe();
  const key = useRef(newIdempotencyKey());
  return (
    <>
      <PageBar back={{ to: '/kolaborasi/kunjungan', label: t('title') }} />
      <Page>
        {me && !me.permissions.includes('visits.manage') ? (
          <EmptyState headingLevel={1} drawing="lock" title={t('forbidden.title')}>
            {t('list.newReason')}
          </EmptyState>
        ) : (
          <>
            <PageTitle lead={t('new.lead')}>{t('new.title')}</PageTitle>
            <VisitForm
              isNew
              initial={emptyVisit}
              act={t('new.submit')}
              onCancel={() => void navigate({ to: '/kolaborasi/kunjungan' })}
              onSend={async (visit) => {
                try {
                  const { id } = await createVisit(visit, key.current);
                  void navigate({ to: '/kolaborasi/kunjungan/$visitId', params: { visitId: id } });
                } catch (error) {
                  // Another body needs another key.
                  key.current = newIdempotencyKey();
                  throw error;
                }
              }}
            />
          </>
        )}
      </Page>
    </>
  );
}

const route = getRouteApi('/office/kolaborasi/kunjungan/$visitId/ubah');

/** Changes a draft before the host hears of it. */
export function EditVisitPage() {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const { visitId } = route.useParams();
  const { data: visit, error, refetch } = useQuery(visitOptions(visitId));
  const back = () => navigate({ to: '/kolaborasi/kunjungan/$visitId', params: { visitId } });
  const zone = officeTimeZone();
  return (
    <>
      <PageBar back={{ to: '/kolaborasi/kunjungan/$visitId', params: { visitId }, label: t('title') }} />
      <Page>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!visit && !error && <SkeletonRows rows={6} withTitle />}
        {visit && (
          <>
            <PageTitle>{t('new.editTitle')}</PageTitle>
            <VisitForm
              isNew={false}
              initial={{
                host: visit.host.slug,
                title: visit.title,
                purpose: visit.purpose,
                topics: visit.topics.join('\n'),
                delegation: visit.delegation,
                day: dayOf(new Date(visit.startsAt), zone),
                from: timeOf(visit.startsAt, zone),
                to: timeOf(visit.endsAt, zone),
              }}
              act={t('new.submit')}
              onCancel={() => void back()}
              onSend={async ({ host: _, ...content }) => {
                await editVisit(visitId, { ...content, version: visit.version });
                void back();
              }}
            />
          </>
        )}
      </Page>
    </>
  );
}
