import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { Deadline } from '../../../components/ui/deadline.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { pastWords } from '../../../lib/dates.ts';
import {
  cancelDisposition,
  completeDisposition,
  type Disposition,
  letterDispositionsOptions,
  reportOnDisposition,
} from '../api/dispositions.ts';
import { asTree } from '../rules.ts';
import { DisposeSheet } from './dispose-sheet.tsx';
import styles from './dispositions.module.css';

type Asked = { act: 'complete' | 'report' | 'cancel' | 'dispose'; of: Disposition };

/** What became of a letter that was passed on: a table that reads as a tree. Nothing while nobody disposed. */
export function DispositionTree({ letterId, ownId }: { letterId: string; ownId?: string }) {
  const { t } = useTranslation('dispositions');
  const { data, error, refetch } = useQuery(letterDispositionsOptions(letterId));
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState(false);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={2} />;
  if (data.items.length === 0) return null;

  function ask(act: Asked['act'], of: Disposition): void {
    setAsked({ act, of });
    setOpened(true);
  }
  function refresh(): void {
    for (const topic of ['dispositions', 'tasks', 'letters']) void queryClient.invalidateQueries({ queryKey: [topic] });
  }
  async function done(message: string, pending: Promise<unknown>): Promise<void> {
    await pending;
    showToast(message);
    refresh();
  }
  const is = (act: Asked['act']): boolean => opened && asked?.act === act;
  const close = (): void => setOpened(false);
  const nameOf = (one: Disposition): string => one.to.holder ?? one.to.title;
  const isOwn = (one: Disposition): boolean =>
    ownId ? one.id === ownId : one.acts.includes('complete') || one.acts.includes('dispose');

  return (
    <section className={styles.section} aria-labelledby="disposition-tree">
      <div className={styles.head}>
        <h2 id="disposition-tree">{t('treeTitle')}</h2>
        <Link to="/disposisi/lembar/$letterId" params={{ letterId }}>
          {t('sheet.link')}
        </Link>
      </div>
      <table className={styles.tree}>
        <thead>
          <tr>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('instructionAndReport')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {asTree(data.items).map(({ item, depth }) => (
            <tr key={item.id} data-own={isOwn(item) || undefined} style={{ '--depth': depth } as CSSProperties}>
              <td>
                <div className={styles.person} data-child={depth > 0 || undefined}>
                  <Avatar name={nameOf(item)} />
                  <span>
                    <span className={styles.name}>{nameOf(item)}</span>
                    <span className="meta">{item.to.title}</span>
                  </span>
                </div>
              </td>
              <td>
                {item.instruction ?? t('hidden')}
                {item.isSecret && item.instruction !== null && <strong> {t('secretMark')}</strong>}
                <span className="meta"> {t('by', { name: item.from.person })}</span>
                {item.reports.length > 0 && (
                  <ul className={styles.reports}>
                    {item.reports.map((report) => (
                      <li key={report.id} className={styles.report}>
                        {report.text} <span className="meta">{pastWords(report.at)}</span>
                      </li>
                    ))}
                  </ul>
                )}
                {item.report && <p className={styles.report}>{item.report}</p>}
                {item.cancelReason && <p className={styles.report}>{item.cancelReason}</p>}
                <div className={styles.rowActs}>
                  {item.acts.includes('complete') && (
                    <ActButton size="sm" variant="primary" onClick={() => ask('complete', item)}>
                      {t('complete')}
                    </ActButton>
                  )}
                  {item.acts.includes('dispose') && (
                    <ActButton size="sm" onClick={() => ask('dispose', item)}>
                      {t('passOn')}
                    </ActButton>
                  )}
                  {item.acts.includes('report') && (
                    <ActButton size="sm" onClick={() => ask('report', item)}>
                      {t('report')}
                    </ActButton>
                  )}
                  {item.acts.includes('cancel') && (
                    <ActButton
                      size="sm"
                      aria-label={t('cancelOf', { name: nameOf(item) })}
                      onClick={() => ask('cancel', item)}
                    >
                      {t('cancel')}
                    </ActButton>
                  )}
                </div>
              </td>
              <td>
                <Deadline due={item.dueOn} />
                {item.isOverdue && <span className={styles.late}> {t('late')}</span>}
              </td>
              <td>
                <DispositionState of={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <>
          <NoteSheet
            opened={is('complete')}
            onClose={close}
            title={t('completeSheet.title')}
            text={t('completeSheet.text', { name: asked.of.from.person })}
            label={t('completeSheet.label')}
            missing={t('completeSheet.missing')}
            act={t('completeSheet.act')}
            onSend={(report) => done(t('completeSheet.done'), completeDisposition(asked.of.id, report))}
          />
          <NoteSheet
            opened={is('report')}
            onClose={close}
            title={t('reportSheet.title')}
            text={t('reportSheet.text', { name: asked.of.from.person })}
            label={t('completeSheet.label')}
            missing={t('completeSheet.missing')}
            act={t('reportSheet.act')}
            onSend={(text) => done(t('reportSheet.done'), reportOnDisposition(asked.of.id, text))}
          />
          {asked.of.state === 'unread' ? (
            <ConfirmBinding
              opened={is('cancel')}
              onClose={close}
              title={t('cancelSheet.title')}
              consequence={t('cancelSheet.text', { name: nameOf(asked.of) })}
              act={t('cancelSheet.act')}
              onConfirm={() => done(t('cancelSheet.done'), cancelDisposition(asked.of.id))}
            />
          ) : (
            <NoteSheet
              opened={is('cancel')}
              onClose={close}
              title={t('cancelSheet.title')}
              text={t('cancelSheet.readText', { name: nameOf(asked.of) })}
              label={t('cancelSheet.label')}
              missing={t('cancelSheet.missing')}
              act={t('cancelSheet.act')}
              onSend={(reason) => done(t('cancelSheet.done'), cancelDisposition(asked.of.id, reason))}
            />
          )}
          <DisposeSheet
            opened={is('dispose')}
            letter={{ id: letterId, subject: data.letter.subject }}
            parentId={asked.of.id}
            onClose={close}
            onDisposed={refresh}
          />
        </>
      )}
    </section>
  );
}

const statusOfState = {
  unread: 'tunggu',
  read: 'tunggu',
  forwarded: 'proses',
  completed: 'selesai',
  cancelled: 'masalah',
} as const;

/** Where one disposition stands, with when. */
export function DispositionState({ of }: { of: Disposition }) {
  const { t } = useTranslation('dispositions');
  const at = of.completedAt ?? of.cancelledAt ?? of.readAt ?? of.createdAt;
  const word =
    of.state === 'forwarded' && of.below.total > 0
      ? t('belowDone', { done: of.below.completed, count: of.below.total })
      : t(`states.${of.state}`);
  return (
    <>
      <StatusChip status={statusOfState[of.state]}>{word}</StatusChip>
      <span className="meta" style={{ display: 'block' }}>
        {pastWords(at)}
      </span>
    </>
  );
}
