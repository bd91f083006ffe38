import { Button } from '@mantine/core';
import { IconWritingSign } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { lateTurnsOptions } from '../../../features/letters/api/late-turns.ts';
import { DrawnPaper, IncomingPreview } from '../../../features/letters/components/letter-paper.tsx';
import { type Task, tasksOptions } from '../../../features/tasks/api/get-tasks.ts';
import { DoneToday } from '../../../features/tasks/components/done-today.tsx';
import { EmptyQueue } from '../../../features/tasks/components/empty-queue.tsx';
import { TaskPreview } from '../../../features/tasks/components/task-preview.tsx';
import { TaskQueue } from '../../../features/tasks/components/task-queue.tsx';
import { TaskTabs } from '../../../features/tasks/components/task-tabs.tsx';
import { WorkLists } from '../../../features/tasks/components/work-lists.tsx';
import { addressOf, groupTasks, tabOf } from '../../../features/tasks/rules.ts';
import { useMe } from '../../../lib/calls/get-me.ts';
import { deadlineGroup, pastWords } from '../../../lib/dates.ts';
import type { AskedAct } from '../../letter-acts/act-target.ts';
import { useLetterActs } from '../../letter-acts/use-letter-acts.tsx';

const route = getRouteApi('/office/perlu-anda');

const SignManySheet = lazy(() =>
  import('../../../features/signing/components/sign-many-sheet.tsx').then((found) => ({
    default: found.SignManySheet,
  })),
);

/** From how many letters on signing together is offered. */
const fewestToSignTogether = 2;
const askedVerbs: Record<string, AskedAct> = { sign: 'sign', send: 'send', register: 'register', dispose: 'dispose' };

/** "Perlu Anda": one queue of everything that waits for this person. */
export function TodoPage() {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate();
  const { jenis: tab = 'all' } = route.useSearch();
  const { data, error, dataUpdatedAt, refetch } = useQuery(tasksOptions);
  const me = useMe();
  const [chosenId, setChosenId] = useState<string>();
  const [signing, setSigning] = useState<'closed' | 'open'>('closed');
  const acts = useLetterActs();

  const tasks = data?.items ?? [];
  const shown = tab === 'all' ? tasks : tasks.filter((task) => tabOf(task.kind) === tab);
  const ordered = groupTasks(shown).flatMap((group) => group.tasks);
  const chosen = ordered.find((task) => task.id === chosenId) ?? ordered[0];
  const toSign = tasks.filter((task) => task.kind === 'letter_sign');
  const today = tasks.filter((task) => ['late', 'today'].includes(deadlineGroup(task.dueAt))).length;

  function open(task: Task): void {
    void navigate({ to: addressOf(task) });
  }
  function act(task: Task): void {
    const isLetter = task.act.target.startsWith('/letters/');
    const asked = askedVerbs[task.act.verb];
    const letter = { ...task, version: task.version ?? undefined };
    if (isLetter && task.act.verb === 'approve') void acts.approve(letter);
    else if (isLetter && asked) acts.ask(asked, letter);
    else open(task);
  }

  if (!data)
    return (
      <Page>
        <PageTitle>{t('common:nav.todo')}</PageTitle>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows withTitle />}
      </Page>
    );
  return (
    <Page asideKind="preview" aside={chosen && <TaskPreview task={chosen} paper={<Paper task={chosen} />} />}>
      <PageTitle
        lead={tasks.length > 0 ? t(today > 0 ? 'leadToday' : 'lead', { count: tasks.length, today }) : null}
        acts={
          toSign.length >= fewestToSignTogether && (
            <Button
              variant="default"
              leftSection={<IconWritingSign size={20} stroke={1.75} aria-hidden />}
              onClick={() => setSigning('open')}
            >
              {t('signMany', { count: toSign.length })}
            </Button>
          )
        }
      >
        {t('common:nav.todo')}
      </PageTitle>
      {error && (
        <ErrorState
          error={error}
          onRetry={() => void refetch()}
          keptSince={t('keptSince', { time: pastWords(new Date(dataUpdatedAt).toISOString()) })}
        />
      )}
      <WorkLists />
      <LateLink />
      {tasks.length > 0 && <TaskTabs tasks={tasks} value={tab} />}
      {shown.length === 0 ? (
        <EmptyQueue hasOthers={tasks.length > 0} />
      ) : (
        <TaskQueue
          tasks={shown}
          chosenId={chosen?.id}
          onChoose={(task) => setChosenId(task.id)}
          onAct={act}
          onOpen={open}
        />
      )}
      <DoneToday />
      {acts.sheets}
      {signing !== 'closed' && (
        <Suspense fallback={null}>
          <SignManySheet
            opened={signing === 'open'}
            letters={toSign}
            position={me?.positions.find(({ id }) => id === me.positionId)?.title ?? t('signing:yourself')}
            onClose={() => setSigning('closed')}
          />
        </Suspense>
      )}
    </Page>
  );
}

/** Tasks about a letter that came in: its paper is the file that came. */
const incomingKinds = ['letter_register', 'letter_dispose', 'letter_reroute'];

/** The way to what is late at the posts below one's own, where there is any. */
function LateLink() {
  const { t } = useTranslation('turns');
  const { data } = useQuery(lateTurnsOptions);
  if (!data || data.length === 0) return null;
  return (
    <p>
      <Link to="/terlambat">{t('late.link', { count: data.length })}</Link>
    </p>
  );
}

/** The paper of the chosen task; what is not a letter has none. */
function Paper({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const fallback = <p className="meta">{t('noPreview')}</p>;
  if (!task.act.target.startsWith('/letters/')) return fallback;
  return incomingKinds.includes(task.kind) ? (
    <IncomingPreview key={task.id} id={task.id} fallback={fallback} />
  ) : (
    <DrawnPaper key={task.id} id={task.id} secrecy={task.secrecy} variant="bare" firstOnly fallback={fallback} />
  );
}
