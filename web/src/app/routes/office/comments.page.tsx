import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { SkeletonBlock, SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { ReviewDesk } from '../../../features/writing/components/review-desk.tsx';
import { letterOptions } from '../../../lib/calls/get-letter.ts';

/** The words of a letter for those who approve and sign it: to read, to comment on, to suggest others. */
export function CommentsPage() {
  const { t } = useTranslation('writing');
  const { letterId } = useParams({ from: '/office/surat/$letterId/komentar' });
  const { data: letter, error, refetch } = useQuery(letterOptions(letterId));
  if (error)
    return (
      <Page>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!letter)
    return (
      <Page aside={<SkeletonBlock height={320} />}>
        <SkeletonRows rows={4} withTitle />
      </Page>
    );
  return <ReviewDesk letter={letter} title={t('comments.page')} />;
}
