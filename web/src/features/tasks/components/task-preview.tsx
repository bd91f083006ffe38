import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KbdHints } from '../../../components/ui/kbd.tsx';
import { TurnMarker } from '../../../components/ui/turn-marker.tsx';
import { pastWords } from '../../../lib/dates.ts';
import type { Task } from '../api/get-tasks.ts';
import styles from './task-preview.module.css';

const keyOf: Record<string, string> = { sign: 'T', approve: 'P', dispose: 'D' };

/** The chosen thing at a glance: whose turn, and the paper, so that most letters need no opening. */
export function TaskPreview({ task, paper }: { task: Task; paper: ReactNode }) {
  const { t } = useTranslation('tasks');
  const key = keyOf[task.act.verb];
  return (
    <div className={styles.preview}>
      <div className={styles.bar}>
        <h2 className="meta">{t('preview')}</h2>
        <KbdHints
          hints={[
            { keys: ['J', 'K'], label: t('move') },
            { keys: ['Enter'], label: t('common:open').toLowerCase() },
            ...(key ? [{ keys: [key], label: t(`verbs.${task.act.verb}`).toLowerCase() }] : []),
          ]}
        />
      </div>
      <TurnMarker headingLevel={3} turn={t(`yourTurn.${task.act.verb}`, { defaultValue: t('yourTurn.other') })}>
        {[task.from, t('since', { when: pastWords(task.since) })].filter(Boolean).join(' · ')}
      </TurnMarker>
      {task.note && <q>{task.note}</q>}
      {task.secrecy === 'sangat_rahasia' ? <p className="meta">{t('hiddenPreview')}</p> : paper}
    </div>
  );
}
