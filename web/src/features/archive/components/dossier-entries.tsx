import { IconFile, IconFileText, IconLock } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { longDate } from '../../../lib/dates.ts';
import { type DossierEntry, dossierEntriesOptions } from '../api.ts';
import styles from './archive.module.css';

/** What is in a dossier; what one may not read shows that it is there and no more. */
export function DossierEntries({ id }: { id: string }) {
  const { t } = useTranslation('archive');
  const query = useInfiniteQuery(dossierEntriesOptions(id));
  const { data, error, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  if (items.length === 0)
    return (
      <EmptyState drawing="desk" title={t('dossier.noEntries')}>
        {t('dossier.noEntriesText')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <Entry key={item.id} item={item} />
        ))}
      </ul>
      <LoadMore query={query}>{t('more')}</LoadMore>
    </>
  );
}

function Entry({ item }: { item: DossierEntry }) {
  const { t } = useTranslation('archive');
  const Icon = item.kind === 'letter' ? IconFileText : item.kind === 'paper' ? IconFile : IconLock;
  const about = [item.number, item.date && longDate(item.date), item.party, item.quantity].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>
        {item.letterId ? (
          <span>
            <Link to="/surat/$letterId" params={{ letterId: item.letterId }} className={styles.name ?? ''}>
              {item.subject}
            </Link>{' '}
            {item.secrecy && <SecrecyMark secrecy={item.secrecy} />}
          </span>
        ) : (
          <span className={item.kind === 'hidden' ? styles.hidden : styles.name}>
            {item.kind === 'hidden' ? t('dossier.hidden') : item.subject}
          </span>
        )}
        <span className={styles.hint}>{item.kind === 'hidden' ? t('dossier.hiddenText') : about}</span>
      </div>
      {item.kind === 'paper' && <span className="meta">{t('dossier.paper')}</span>}
      {item.isHeld && <StatusChip status="masalah">{t('list.held')}</StatusChip>}
      {item.destroyed && <StatusChip status="selesai">{t('dossier.gone')}</StatusChip>}
    </li>
  );
}
