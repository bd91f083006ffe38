import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';

/** Nothing waits: kindly said, with the way to what waits for others. */
export function EmptyQueue({ hasOthers }: { hasOthers: boolean }) {
  const { t } = useTranslation('tasks');
  if (hasOthers)
    return (
      <EmptyState
        drawing="none"
        title={t('emptyTab')}
        action={
          <Link to="/perlu-anda" search={{}}>
            {t('showAll')}
          </Link>
        }
      >
        {t('emptyTabText')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('empty')}
      action={
        <Link to="/surat" search={{ kotak: 'approval' }}>
          {t('emptyLink')}
        </Link>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
