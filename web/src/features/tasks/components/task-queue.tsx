import { Fragment, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueueGroup, QueueRow } from '../../../components/ui/queue-row.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { useKeys } from '../../../lib/keys.ts';
import type { Task } from '../api/get-tasks.ts';
import { groupTasks } from '../rules.ts';
import { iconOf } from './task-icons.ts';
import styles from './tasks.module.css';

/** Rows shown of one group before one asks for the rest. */
const shownPerGroup = 30;

type TaskQueueProps = {
  tasks: readonly Task[];
  chosenId: string | undefined;
  onChoose: (task: Task) => void;
  onAct: (task: Task) => void;
  onOpen: (task: Task) => void;
};

const keyActs = { p: 'approve', d: 'dispose', t: 'sign' } as const;

/** The queue in groups of deadlines, worked by mouse, thumb or keys. */
export function TaskQueue({ tasks, chosenId, onChoose, onAct, onOpen }: TaskQueueProps) {
  const { t } = useTranslation('tasks');
  const [whole, setWhole] = useState<readonly string[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const groups = groupTasks(tasks);
  const ordered = groups.flatMap((group) => group.tasks);
  const place = ordered.findIndex((task) => task.id === chosenId);
  const chosen = ordered[place];

  useEffect(() => {
    if (!chosenId) return;
    list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  function move(by: number): void {
    const next = ordered[Math.min(Math.max(place + by, 0), ordered.length - 1)];
    if (next) onChoose(next);
  }

  useKeys([
    { key: 'j', label: t('common:keys.next'), run: () => move(1) },
    { key: 'k', label: t('common:keys.previous'), run: () => move(-1) },
    { key: 'Enter', label: t('common:keys.open'), run: () => chosen && onOpen(chosen) },
    ...Object.entries(keyActs).map(([key, verb]) => ({
      key,
      label: t(`verbs.${verb}`),
      run: () => {
        if (chosen?.act.verb === verb) onAct(chosen);
      },
    })),
  ]);

  return (
    <div ref={list}>
      {groups.map(({ group, tasks: all }) => {
        const cut = !whole.includes(group) && all.length > shownPerGroup + 3;
        const shown = cut ? all.slice(0, shownPerGroup) : all;
        return (
          <Fragment key={group}>
            <QueueGroup title={t(`groups.${group}`)} count={all.length}>
              {shown.map((task) => (
                <QueueRow
                  key={`${task.kind}-${task.id}`}
                  icon={iconOf(task.kind)}
                  kind={t(`kinds.${task.kind}`, { defaultValue: t('kinds.other') })}
                  subject={task.secrecy === 'sangat_rahasia' ? t('common:secrecy.hidden') : task.subject}
                  secrecy={task.secrecy}
                  from={task.from ?? t('fromUnknown')}
                  since={t('since', { when: pastWords(task.since) })}
                  note={task.note}
                  due={task.dueAt}
                  dueNote={task.urgency === 'amat_segera' ? t('veryUrgent') : undefined}
                  act={t(`verbs.${task.act.verb}`, { defaultValue: t('common:open') })}
                  chosen={task.id === chosenId}
                  onChoose={() => onChoose(task)}
                  onAct={() => onAct(task)}
                  onOpen={() => onOpen(task)}
                />
              ))}
            </QueueGroup>
            {cut && (
              <button type="button" className={styles.more} onClick={() => setWhole([...whole, group])}>
                {t('more', { count: all.length - shownPerGroup })}
              </button>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
