import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { exactInstant } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type Delivery, deliveriesOptions, handOver, resend } from '../api/deliveries.ts';
import styles from './delivery.module.css';
import { ResendSheet } from './resend-sheet.tsx';

const statusOf = {
  pending: 'tunggu',
  sent: 'proses',
  delivered: 'selesai',
  read: 'selesai',
  failed: 'masalah',
  bounced: 'masalah',
} as const;

type Asked = { act: 'resend' | 'hand_over'; of: Delivery };

/** To whom a letter went, how, and what became of it; addressees and copies alike, so that nobody is a blind one. */
export function DeliveryTable({ letterId }: { letterId: string }) {
  const { t } = useTranslation('delivery');
  const { data, error, refetch } = useQuery(deliveriesOptions(letterId));
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={2} />;
  if (data.items.length === 0) return null;
  const close = (): void => setAsked(null);

  function refresh(): void {
    for (const topic of ['letters', 'tasks']) void queryClient.invalidateQueries({ queryKey: [topic] });
  }
  async function done(message: string, pending: Promise<unknown>): Promise<void> {
    await pending;
    showToast(message);
    refresh();
  }
  /** An act without a sheet says itself when it failed. */
  function doNow(message: string, pending: Promise<unknown>): void {
    done(message, pending).catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'));
  }
  function sendAnew(item: Delivery): void {
    // An address may be wrong; a message between offices has none to correct.
    if (item.kind === 'external') setAsked({ act: 'resend', of: item });
    else doNow(t('resent', { name: item.name }), resend(letterId, item.id, {}));
  }

  return (
    <section className={styles.section} aria-labelledby="deliveries">
      <h2 id="deliveries">{t('title')}</h2>
      {(['to', 'copy'] as const).map((role) => {
        const items = data.items.filter((item) => item.role === role);
        if (items.length === 0) return null;
        return (
          <table key={role} className={styles.table}>
            <caption>{t(`roles.${role}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('recipient')}</th>
                <th scope="col">{t('way')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    {item.name}
                    {(item.email ?? item.address) && <span className="meta">{item.email ?? item.address}</span>}
                  </th>
                  <td>{t(`channels.${item.channel}`)}</td>
                  <td>
                    <StatusChip status={statusOf[item.delivery]}>
                      {t(item.channel === 'print' ? `printed.${item.delivery}` : `states.${item.delivery}`, {
                        defaultValue: t(`states.${item.delivery}`),
                      })}
                    </StatusChip>
                    <span className="meta">{whenOf(item)}</span>
                    {item.failure && <p className={styles.failure}>{item.failure}</p>}
                    {item.handoverNote && <p className="meta">{item.handoverNote}</p>}
                    <div className={styles.acts}>
                      {item.acts.includes('resend') && (
                        <ActButton size="sm" variant="primary" onClick={() => sendAnew(item)}>
                          {t('resend')}
                        </ActButton>
                      )}
                      {item.acts.includes('print') && (
                        <ActButton
                          size="sm"
                          onClick={() => doNow(t('onPaper'), resend(letterId, item.id, { channel: 'print' }))}
                        >
                          {t('print')}
                        </ActButton>
                      )}
                      {item.acts.includes('hand_over') && (
                        <ActButton size="sm" onClick={() => setAsked({ act: 'hand_over', of: item })}>
                          {t('handOver')}
                        </ActButton>
                      )}
                      {item.acts.includes('receipt') && (
                        <Link
                          to="/surat/$letterId/tanda-terima/$recipientId"
                          params={{ letterId, recipientId: item.id }}
                          className={styles.link ?? ''}
                          aria-label={t('receiptOf', { name: item.name })}
                        >
                          {t('receipt')}
                        </Link>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
      {asked?.act === 'resend' && (
        <ResendSheet
          of={asked.of}
          onClose={close}
          onSend={(email) => done(t('resent', { name: asked.of.name }), resend(letterId, asked.of.id, { email }))}
        />
      )}
      {asked?.act === 'hand_over' && (
        <NoteSheet
          opened
          onClose={close}
          title={t('handOverSheet.title')}
          text={t('handOverSheet.text', { name: asked.of.name })}
          label={t('handOverSheet.label')}
          missing={t('handOverSheet.missing')}
          act={t('handOverSheet.act')}
          onSend={(note) => done(t('handOverSheet.done'), handOver(letterId, asked.of.id, note))}
        />
      )}
    </section>
  );
}

/** The latest thing that happened to it. */
function whenOf(item: Delivery): string {
  const at = item.failedAt ?? item.readAt ?? item.deliveredAt ?? item.sentAt;
  return at === null ? '' : exactInstant(at);
}
