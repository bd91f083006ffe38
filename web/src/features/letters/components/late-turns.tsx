import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { Deadline } from '../../../components/ui/deadline.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { type LateTurn, lateTurnsOptions } from '../api/late-turns.ts';
import styles from './late-turns.module.css';

/** Paraf and signatures that are late, for superiors and drafters: who is waited for, and since when. */
export function LateTurns() {
  const { t } = useTranslation('turns');
  const { data, error, refetch } = useQuery(lateTurnsOptions);
  return (
    <>
      <PageTitle lead={data && data.length > 0 ? t('late.lead', { count: data.length }) : null}>
        {t('late.title')}
      </PageTitle>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data?.length === 0 && <EmptyState title={t('late.empty')}>{t('late.emptyText')}</EmptyState>}
      <ul className={styles.list}>
        {(data ?? []).map((turn) => (
          <LateRow key={`${turn.letterId}-${turn.positionId}`} turn={turn} />
        ))}
      </ul>
    </>
  );
}

function LateRow({ turn }: { turn: LateTurn }) {
  const { t } = useTranslation('turns');
  const subject = turn.subject ?? t('late.closed');
  return (
    <li className={styles.row}>
      <Avatar name={turn.holder ?? turn.title} />
      <span className={styles.words}>
        <span className={styles.name}>{turn.holder ?? t('chain.vacant')}</span>
        <span className="meta">{t(`late.waits.${turn.act}`, { title: turn.title })}</span>
        <span className={styles.subject}>
          {turn.canRead ? (
            <Link to="/surat/$letterId" params={{ letterId: turn.letterId }}>
              {subject}
            </Link>
          ) : (
            subject
          )}{' '}
          <SecrecyMark secrecy={turn.secrecy} />
        </span>
        {turn.drafter && <span className="meta">{t('late.drafter', { name: turn.drafter })}</span>}
      </span>
      <Deadline due={turn.dueAt} />
    </li>
  );
}
