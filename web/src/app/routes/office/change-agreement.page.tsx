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
import { AgreementForm } from '../../../features/agreements/components/agreement-form.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { type Agreement, agreementOptions, changeAgreement, type Relation } from '../../../lib/calls/agreements.ts';
import { dayOf } from '../../../lib/dates.ts';

const route = getRouteApi('/office/kolaborasi/kesepakatan/$agreementId/perubahan');

/** An amendment or extension of an agreement in force: a new document, signed by all parties like the first. */
export function ChangeAgreementPage() {
  const { t } = useTranslation('agreements');
  const { agreementId } = route.useParams();
  const { jenis } = route.useSearch();
  const { data, error, isPending, refetch } = useQuery(agreementOptions(agreementId));
  const act = jenis === 'amends' ? data?.acts.amend : data?.acts.extend;
  return (
    <>
      <PageBar
        back={{ to: `/kolaborasi/kesepakatan/${agreementId}` as '/kolaborasi', label: data?.title ?? t('list.title') }}
      />
      <Page>
        {isPending && <SkeletonRows rows={6} withTitle />}
        {error && !data && (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
          />
        )}
        {data &&
          (act?.allowed ? (
            <Writing agreement={data} relation={jenis} />
          ) : (
            <EmptyState headingLevel={1} drawing="lock" title={t('forbidden.changeTitle')}>
              {act?.reason}
            </EmptyState>
          ))}
      </Page>
    </>
  );
}

/** The day after, or a year after, an ISO date. */
const dayAfter = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const yearAfter = (iso: string): string => `${Number(iso.slice(0, 4)) + 1}${iso.slice(4).replace('-02-29', '-02-28')}`;

function Writing({ agreement, relation }: { agreement: Agreement; relation: Relation }) {
  const { t } = useTranslation('agreements');
  const navigate = useNavigate();
  const key = useRef(newIdempotencyKey());
  const { id, title, kind, scope, startsOn, endsOn, noticeDays, copiesAfterEnd } = agreement;
  const today = dayOf(new Date(), agreement.timeZone);
  const isExtension = relation === 'extends';
  return (
    <>
      <PageTitle lead={t(`changing.${relation}.lead`)}>{t(`changing.${relation}.title`)}</PageTitle>
      <AgreementForm
        isNew={false}
        isChange
        initial={{
          partners: [],
          title,
          kind,
          scope,
          startsOn: isExtension ? dayAfter(endsOn) : ([today, startsOn].sort().at(-1) ?? today),
          endsOn: isExtension ? yearAfter(endsOn) : endsOn,
          noticeDays,
          copiesAfterEnd,
          parentId: null,
          parentReason: null,
          burdens: false,
        }}
        submit={t('new.submit')}
        onCancel={() => void navigate({ to: '/kolaborasi/kesepakatan/$agreementId', params: { agreementId: id } })}
        onSubmit={async (values) => {
          try {
            const change = await changeAgreement(
              id,
              {
                relation,
                title: values.title,
                scope: values.scope,
                startsOn: values.startsOn,
                endsOn: values.endsOn,
                noticeDays: values.noticeDays,
              },
              key.current,
            );
            void navigate({ to: '/kolaborasi/kesepakatan/$agreementId', params: { agreementId: change.id } });
          } catch (error) {
            // Another body needs another key.
            key.current = newIdempotencyKey();
            throw error;
          }
        }}
      />
    </>
  );
}
