import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { SkeletonBlock, SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { LetterDossier } from '../../../features/archive/components/letter-dossier.tsx';
import { DeliveryTable } from '../../../features/delivery/components/delivery-table.tsx';
import { letterDispositionsOptions } from '../../../features/dispositions/api/dispositions.ts';
import { DispositionTree } from '../../../features/dispositions/components/disposition-tree.tsx';
import { markOpened } from '../../../features/incoming/api/register-letter.ts';
import { RoutesPanel } from '../../../features/incoming/components/routes-panel.tsx';
import { LetterView } from '../../../features/letters/components/letter-view.tsx';
import { LetterMeeting } from '../../../features/meetings/components/letter-meeting.tsx';
import { LetterNumberSection } from '../../../features/numbering/components/letter-number.tsx';
import { QueuedNote } from '../../../features/signing/components/queued-note.tsx';
import { tasksOptions } from '../../../features/tasks/api/get-tasks.ts';
import { addressOf, groupTasks } from '../../../features/tasks/rules.ts';
import { CommentsLink } from '../../../features/writing/components/comments-link.tsx';
import { letterOptions } from '../../../lib/calls/get-letter.ts';
import { useMe } from '../../../lib/calls/get-me.ts';
import type { AskedAct } from '../../letter-acts/act-target.ts';
import { useLetterActs } from '../../letter-acts/use-letter-acts.tsx';

const route = getRouteApi('/office/surat/$letterId');

/** States in which a letter is filed, or can be. */
const filable: readonly string[] = ['sent', 'registered', 'archived'];

/** One letter: the paper, whose turn it is, what one may do and what became of it. */
export function LetterPage() {
  const { letterId } = route.useParams();
  const { t } = useTranslation(['letters', 'turns']);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const me = useMe();
  const { data: letter, error, refetch } = useQuery(letterOptions(letterId));
  const { data: queue } = useQuery(tasksOptions);
  const acts = useLetterActs();
  const isRegistered = letter?.direction === 'incoming' && letter.state !== 'received';
  const { data: tree } = useQuery({ ...letterDispositionsOptions(letterId), enabled: isRegistered });

  const isIncoming = letter?.direction === 'incoming';
  useEffect(() => {
    if (!isIncoming) return;
    // A mark for the sender; reading goes on without it.
    markOpened(letterId).catch(() => undefined);
  }, [isIncoming, letterId]);

  const ordered = groupTasks(queue?.items ?? []).flatMap((group) => group.tasks);
  const at = ordered.findIndex((task) => addressOf(task) === `/surat/${letterId}`);
  const goTo = (index: number): (() => void) | undefined => {
    const task = ordered[index];
    return task && (() => void navigate({ to: addressOf(task) }));
  };
  const next = ordered[at + 1];
  useEffect(() => {
    if (at < 0 || !next?.act.target.startsWith('/letters/')) return;
    void queryClient.prefetchQuery(letterOptions(next.id));
  }, [at, next, queryClient]);

  if (error)
    return (
      <Page>
        <ErrorState
          error={error}
          onRetry={() => void refetch()}
          forbidden={{
            title: t('forbidden.title'),
            text: t('forbidden.text'),
            action: (
              <Link to="/surat" search={{}}>
                {t('forbidden.back')}
              </Link>
            ),
          }}
        />
      </Page>
    );
  if (!letter || !me)
    return (
      <Page aside={<SkeletonBlock height={320} />}>
        <SkeletonRows rows={1} withTitle />
        <SkeletonBlock height={720} />
      </Page>
    );
  const target = {
    id: letter.id,
    subject: letter.subject,
    secrecy: letter.secrecy,
    version: letter.version,
    actingAs: letter.acting
      ? t(`turns:chain.as.${letter.acting.mode}`, { title: letter.acting.title, defaultValue: letter.acting.title })
      : undefined,
    recipients: letter.recipients.length + letter.copies.length,
    parentId: tree?.root?.mayDispose ? undefined : tree?.items.find((one) => one.acts.includes('dispose'))?.id,
  };
  const { turn } = letter;
  // A step of the chain is one's own by right to act on it; other turns by the post.
  const isMine =
    letter.acting !== null ||
    (turn !== null &&
      (turn.positionId === null
        ? letter.drafter?.id === me.id
        : turn.act !== 'approve' && turn.act !== 'sign' && me.positions.some(({ id }) => id === turn.positionId)));
  return (
    <>
      <LetterView
        letter={letter}
        isMine={isMine}
        approving={acts.approving === letter.id}
        back={
          at >= 0
            ? { to: '/perlu-anda', label: t('common:nav.todo') }
            : { to: '/surat', label: t('common:nav.letters') }
        }
        place={
          at >= 0
            ? {
                text: t('place', { place: at + 1, count: ordered.length }),
                onPrevious: goTo(at - 1),
                onNext: goTo(at + 1),
              }
            : undefined
        }
        onAct={(act) => {
          if (act === 'edit') void navigate({ to: '/tulis/$letterId', params: { letterId } });
          else if (act === 'approve') void acts.approve(target);
          else acts.ask(act as AskedAct, target);
        }}
        sections={
          <>
            {letter.signingQueuedAt && <QueuedNote since={letter.signingQueuedAt} />}
            {letter.direction === 'outgoing' && letter.number === null ? (
              <LetterNumberSection letterId={letter.id} type={letter.type} />
            ) : null}
            {letter.type === 'surat_undangan' && <LetterMeeting letterId={letter.id} />}
          </>
        }
        comments={<CommentsLink letter={letter} />}
        below={
          <>
            {isIncoming ? (
              isRegistered && <DispositionTree letterId={letter.id} />
            ) : letter.sentAt ? (
              <DeliveryTable letterId={letter.id} />
            ) : null}
            {filable.includes(letter.state) && (
              <LetterDossier letterId={letter.id} classification={letter.classification} />
            )}
          </>
        }
        {...(isIncoming
          ? { sections: <RoutesPanel letterId={letter.id} onLeft={() => void navigate({ to: '/perlu-anda' })} /> }
          : {})}
      />
      {acts.sheets}
    </>
  );
}
