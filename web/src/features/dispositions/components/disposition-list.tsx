import { Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { Deadline } from '../../../components/ui/deadline.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { type DispositionBox, dispositionsOptions } from '../api/dispositions.ts';
import styles from './disposition-list.module.css';
import { DispositionState } from './disposition-tree.tsx';

type DispositionListProps = {
  box: DispositionBox;
  /** Only what is late. */
  overdue: boolean;
};

const searchOf = (box: DispositionBox, overdue: boolean) => ({
  ...(box === 'inbox' ? {} : { kotak: box }),
  ...(overdue ? { lewat: true as const } : {}),
});

/** Dispositions of one box, newest first. */
export function DispositionList({ box, overdue }: DispositionListProps) {
  const { t } = useTranslation('dispositions');
  const navigate = useNavigate();
  const query = useInfiniteQuery(dispositionsOptions(box, overdue));
  const { data, error, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Tabs
        label={t('list.tabs')}
        tabs={(['inbox', 'sent'] as const).map((one) => ({
          to: '/disposisi',
          search: searchOf(one, overdue),
          label: t(`list.${one}`),
          current: one === box,
        }))}
      />
      <Checkbox
        className={styles.filter ?? ''}
        label={t('list.overdue')}
        checked={overdue}
        onChange={(event) => void navigate({ to: '/disposisi', search: searchOf(box, event.currentTarget.checked) })}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data && items.length === 0 && (
        <EmptyState
          drawing="desk"
          title={t(overdue ? 'list.emptyOverdue' : box === 'inbox' ? 'list.emptyInbox' : 'list.emptySent')}
        >
          {t('list.emptyText')}
        </EmptyState>
      )}
      <ul>
        {items.map((item) => {
          const other = box === 'inbox' ? item.from.person : (item.to.holder ?? item.to.title);
          return (
            <li key={item.id} className={styles.row}>
              <Avatar name={other} />
              <span className={styles.what}>
                <span className={styles.line}>
                  <Link
                    to="/disposisi/$dispositionId"
                    params={{ dispositionId: item.id }}
                    className={styles.subject ?? ''}
                  >
                    {item.secrecy === 'sangat_rahasia' ? t('common:secrecy.hidden') : item.subject}
                  </Link>
                  <SecrecyMark secrecy={item.secrecy} />
                </span>
                <span className={styles.note}>
                  {other} · {item.instruction}
                </span>
              </span>
              <span className={styles.due}>
                <Deadline due={item.dueOn} />
                {item.isOverdue && <span className={styles.late}>{t('late')}</span>}
              </span>
              <span className={styles.state}>
                <DispositionState of={item} />
              </span>
            </li>
          );
        })}
      </ul>
      <LoadMore query={query}>{t('list.more')}</LoadMore>
    </>
  );
}
