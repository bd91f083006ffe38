import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { PrintSheet } from '../../../components/ui/print-sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { exactInstant, longDate } from '../../../lib/dates.ts';
import { receiptOptions } from '../api/deliveries.ts';

/** The proof that a letter arrived, to print or to keep as PDF. */
export function Receipt({ letterId, recipientId }: { letterId: string; recipientId: string }) {
  const { t } = useTranslation('delivery');
  const { data, error, refetch } = useQuery(receiptOptions(letterId, recipientId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows withTitle />;
  if (!data.isReceived) return <EmptyState drawing="desk" title={t('receiptSheet.none')} />;
  const at = (text: string | null) => (text === null ? null : exactInstant(text));
  return (
    <PrintSheet title={t('receiptSheet.title')}>
      <FactList
        facts={[
          { label: t('receiptSheet.subject'), value: data.subject },
          { label: t('receiptSheet.number'), value: data.number },
          data.date ? { label: t('receiptSheet.date'), value: longDate(data.date) } : null,
          { label: t('receiptSheet.sender'), value: data.sender },
          { label: t('recipient'), value: data.recipient },
          { label: t('way'), value: t(`channels.${data.channel}`) },
          { label: t('receiptSheet.sent'), value: at(data.sentAt) },
          { label: t('receiptSheet.delivered'), value: at(data.deliveredAt) },
          { label: t('receiptSheet.read'), value: at(data.readAt) },
          { label: t('receiptSheet.message'), value: data.exchangeId },
          { label: t('receiptSheet.document'), value: <code>{data.documentSha256}</code> },
          data.messageSha256 ? { label: t('receiptSheet.hash'), value: <code>{data.messageSha256}</code> } : null,
          data.verifyCode ? { label: t('receiptSheet.verify'), value: `/v/${data.verifyCode}` } : null,
        ]}
      />
    </PrintSheet>
  );
}
