import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusLine } from '../../../components/ui/status-line.tsx';
import {
  ActSheets,
  type Asking,
  PhoneActs,
  SideActs,
  TopActs,
} from '../../../features/agreements/components/agreement-acts.tsx';
import {
  AgreementHistory,
  Opens,
  Turn,
  Validity,
  VerifyCode,
} from '../../../features/agreements/components/agreement-side.tsx';
import styles from '../../../features/agreements/components/agreements.module.css';
import { Clauses } from '../../../features/agreements/components/clauses.tsx';
import { Council } from '../../../features/agreements/components/council.tsx';
import { Parties } from '../../../features/agreements/components/parties.tsx';
import { Consolidated, PlanLink, Related } from '../../../features/agreements/components/related.tsx';
import { stepsOf } from '../../../features/agreements/rules.ts';
import { type Agreement, agreementOptions } from '../../../lib/calls/agreements.ts';
import { shortDay } from '../../../lib/dates.ts';

const route = getRouteApi('/office/kolaborasi/kesepakatan/$agreementId');

/** One agreement: whose turn, the parties, the articles, what it opens and for how long. */
export function AgreementPage() {
  const { t } = useTranslation('agreements');
  const { agreementId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(agreementOptions(agreementId));
  if (data) return <Reading agreement={data} />;
  return (
    <>
      <PageBar back={{ to: '/kolaborasi', label: t('list.title') }} />
      <Page>
        {isPending && <SkeletonRows rows={6} withTitle />}
        {error && (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
          />
        )}
      </Page>
    </>
  );
}

function Reading({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const [asking, setAsking] = useState<Asking>(null);
  const acts = { agreement, onAsk: setAsking };
  const side = (
    <div className={styles.side}>
      <div aria-live="polite" className={styles.deskTurn}>
        <Turn agreement={agreement} />
      </div>
      <SideActs {...acts} />
      <Related agreement={agreement} />
      <PlanLink agreement={agreement} />
      <Opens agreement={agreement} />
      <Validity agreement={agreement} />
      <VerifyCode agreement={agreement} />
      <AgreementHistory agreement={agreement} />
    </div>
  );
  return (
    <>
      <PageBar back={{ to: '/kolaborasi', label: t('list.title') }} acts={<TopActs {...acts} />} />
      <Page aside={side}>
        <PageTitle
          size="letter"
          lead={t('lead', {
            kind: agreement.relation
              ? t(`related.kind.${agreement.relation}`, { kind: t(`kinds.${agreement.kind}`) })
              : t(`kinds.${agreement.kind}`),
            name: agreement.proposer.name,
            version: agreement.version,
          })}
        >
          {agreement.title}
        </PageTitle>
        <div className={styles.detail}>
          <StatusLine
            label={t('steps.label')}
            steps={stepsOf(agreement, (key, values) => t(key, values ?? {}), shortDay)}
          />
        </div>
        <div className={styles.phoneTurn}>
          <Turn agreement={agreement} />
        </div>
        <Parties agreement={agreement} />
        <Council agreement={agreement} />
        <Clauses agreement={agreement} />
        <Consolidated agreement={agreement} />
      </Page>
      <PhoneActs {...acts} />
      <ActSheets {...acts} asking={asking} />
    </>
  );
}
