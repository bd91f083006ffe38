import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { Evaluations } from '../../../features/agreements/components/evaluations.tsx';
import { WorkPlan } from '../../../features/agreements/components/work-plan.tsx';
import { planOptions } from '../../../lib/calls/agreement-plans.ts';
import { agreementOptions } from '../../../lib/calls/agreements.ts';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/kolaborasi/kesepakatan/$agreementId/rencana');

/** What is done under an agreement, and what the coordinating team makes of it. */
export function AgreementPlanPage() {
  const { t } = useTranslation('agreements');
  const { agreementId } = route.useParams();
  const agreement = useQuery(agreementOptions(agreementId));
  const plan = useQuery(planOptions(agreementId));
  const me = useMe();
  const error = agreement.error ?? plan.error;
  const noRight = me && !me.permissions.includes('agreements.draft') ? t('plan.noRight') : null;
  const isOver = agreement.data?.state === 'ended' || agreement.data?.state === 'terminated';
  return (
    <>
      <PageBar
        back={{
          to: `/kolaborasi/kesepakatan/${agreementId}` as '/kolaborasi',
          label: agreement.data?.title ?? t('list.title'),
        }}
      />
      <Page>
        {!error && (agreement.isPending || plan.isPending) && <SkeletonRows rows={6} withTitle />}
        {error && (
          <ErrorState
            error={error}
            onRetry={() => void Promise.all([agreement.refetch(), plan.refetch()])}
            forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
          />
        )}
        {!error && agreement.data && plan.data && (
          <>
            <PageTitle lead={agreement.data.title}>{t('plan.heading')}</PageTitle>
            {agreement.data.kind === 'pks' && (
              <WorkPlan
                agreement={agreement.data}
                plan={plan.data}
                reason={noRight ?? (isOver ? t('plan.isOver') : null)}
              />
            )}
            <Evaluations
              agreement={agreement.data}
              plan={plan.data}
              reason={noRight ?? (agreement.data.signedAt === null ? t('evaluation.tooEarly') : null)}
            />
          </>
        )}
      </Page>
    </>
  );
}
