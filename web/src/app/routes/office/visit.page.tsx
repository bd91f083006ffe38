import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusLine } from '../../../components/ui/status-line.tsx';
import { type Visit, visitOptions } from '../../../features/visits/api/visits.ts';
import { FilesSection } from '../../../features/visits/components/files-section.tsx';
import { LessonsSection } from '../../../features/visits/components/lessons-section.tsx';
import { LettersSection } from '../../../features/visits/components/letters-section.tsx';
import { OwnSection } from '../../../features/visits/components/own-section.tsx';
import { hasPrimary, PrimaryAct, SideActs } from '../../../features/visits/components/visit-acts.tsx';
import {
  AgendaSection,
  DelegationSection,
  MeetingSection,
  VisitFacts,
  VisitHistory,
  VisitTurn,
} from '../../../features/visits/components/visit-parts.tsx';
import { type Asking, VisitSheets } from '../../../features/visits/components/visit-sheets.tsx';
import styles from '../../../features/visits/components/visits.module.css';
import { lineOf, partnerOf } from '../../../features/visits/rules.ts';

const route = getRouteApi('/office/kolaborasi/kunjungan/$visitId');

/** One visit, from the request to what was learned. */
export function VisitPage() {
  const { t } = useTranslation('visits');
  const { visitId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(visitOptions(visitId));
  if (data) return <Reading key={data.id} visit={data} />;
  return (
    <>
      <PageBar back={{ to: '/kolaborasi/kunjungan', label: t('title') }} />
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

function Reading({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const [asking, setAsking] = useState<Asking>(null);
  const acts = { visit, onAsk: setAsking };
  return (
    <>
      <PageBar back={{ to: '/kolaborasi/kunjungan', label: t('title') }} acts={<PrimaryAct {...acts} />} />
      <Page
        aside={
          <div className={styles.side}>
            <SideActs {...acts} />
            <VisitHistory visit={visit} />
          </div>
        }
      >
        <PageTitle
          size="letter"
          lead={t(visit.party === 'guest' ? 'list.out' : 'list.in', { name: partnerOf(visit).name })}
        >
          {visit.title}
        </PageTitle>
        <div className={styles.block}>
          <StatusLine label={t('line.label')} steps={lineOf(visit.state, (key) => t(`line.${key}`))} />
        </div>
        <div aria-live="polite" className={styles.block}>
          <VisitTurn visit={visit} />
        </div>
        <VisitFacts visit={visit} />
        <DelegationSection visit={visit} />
        <AgendaSection visit={visit} />
        <MeetingSection visit={visit} />
        <LessonsSection visit={visit} />
        <LettersSection visit={visit} />
        <FilesSection visit={visit} />
        <OwnSection visit={visit} />
      </Page>
      {hasPrimary(visit) && <ActBar primary={<PrimaryAct {...acts} fullWidth />} />}
      <VisitSheets visit={visit} asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}
