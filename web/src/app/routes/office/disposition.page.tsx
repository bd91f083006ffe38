import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import {
  dispositionOptions,
  letterDispositionsOptions,
  readDisposition,
} from '../../../features/dispositions/api/dispositions.ts';
import { DispositionTree } from '../../../features/dispositions/components/disposition-tree.tsx';
import { longDate } from '../../../lib/dates.ts';

const route = getRouteApi('/office/disposisi/$dispositionId');

/** One disposition within the tree of its letter. */
export function DispositionPage() {
  const { dispositionId } = route.useParams();
  const { t } = useTranslation('dispositions');
  const { data: own, error, refetch } = useQuery(dispositionOptions(dispositionId));
  const letterId = own?.letterId ?? '';
  const { data: tree } = useQuery({ ...letterDispositionsOptions(letterId), enabled: own !== undefined });

  const isUnread = own?.state === 'unread' && own.acts.includes('read');
  useEffect(() => {
    if (!isUnread) return;
    // A mark for who gave it; reading goes on without it.
    readDisposition(dispositionId).catch(() => undefined);
  }, [isUnread, dispositionId]);

  const back = { to: '/disposisi' as const, label: t('list.back') };
  if (error)
    return (
      <Page>
        <ErrorState
          error={error}
          onRetry={() => void refetch()}
          forbidden={{ title: t('list.forbidden'), text: t('list.forbiddenText') }}
        />
      </Page>
    );
  if (!own || !tree)
    return (
      <Page>
        <SkeletonRows withTitle />
      </Page>
    );
  const { letter } = tree;
  const readLetter = (
    <Button
      renderRoot={(props) => <Link to="/surat/$letterId" params={{ letterId }} {...props} />}
      variant="default"
      leftSection={<IconMailOpened size={20} stroke={1.75} aria-hidden />}
    >
      {t('list.read')}
    </Button>
  );
  const lead = [
    letter.agendaNumber && t('agenda', { number: letter.agendaNumber }),
    letter.from,
    [letter.number, letter.date && longDate(letter.date)].filter(Boolean).join(', '),
  ].filter(Boolean);
  return (
    <>
      <PageBar back={back} acts={readLetter} />
      <Page>
        <PageTitle size="letter" lead={lead.join(' · ')} mark={<SecrecyMark secrecy={letter.secrecy} />}>
          {letter.subject}
        </PageTitle>
        <DispositionTree letterId={letterId} ownId={own.id} />
      </Page>
      <ActBar primary={readLetter} />
    </>
  );
}
