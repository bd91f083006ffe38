import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { workListsOptions } from '../api/get-work-lists.ts';
import styles from './tasks.module.css';

/** In the order of urgency: what only this person can do comes first. */
const order = [
  'to_sign',
  'to_approve',
  'drafts_returned',
  'signed_not_sent',
  'unread',
  'not_followed_up',
  'dispositions_unread',
  'dispositions_not_followed_up',
  'copies_unread',
  'deliveries_failed',
] as const;

/** How many letters stand on each list of what waits; each leads to exactly those. Without an answer it is left out. */
export function WorkLists() {
  const { t } = useTranslation('search');
  const { data } = useQuery(workListsOptions);
  if (!data) return null;
  return (
    <nav aria-label={t('lists.label')} className={styles.lists}>
      {order.map((list) => (
        <Link
          key={list}
          to="/surat"
          search={{ kotak: 'all', daftar: list }}
          className={styles.list ?? ''}
          data-none={data[list] === 0 || undefined}
        >
          <span className={styles.listCount}>{data[list]}</span> <span>{t(`lists.${list}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
