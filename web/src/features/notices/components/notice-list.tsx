import { Button } from '@mantine/core';
import {
  IconAffiliate,
  IconBell,
  IconCalendarEvent,
  IconMail,
  IconSitemap,
  type TablerIcon,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type Notice, noticesOptions, readAllNotices, readNotice } from '../api/notices.ts';
import styles from './notices.module.css';

const icons: Record<string, TablerIcon> = {
  letter: IconMail,
  disposition: IconSitemap,
  agreement: IconAffiliate,
  meeting: IconCalendarEvent,
};

/** What the person was told; opening one marks it read. */
export function NoticeList({ onOpen }: { onOpen: (notice: Notice) => void }) {
  const { t } = useTranslation('notices');
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(noticesOptions);
  const { data, error, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const unread = data?.pages.at(-1)?.unread ?? 0;

  async function refresh(pending: Promise<unknown>): Promise<void> {
    try {
      await pending;
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['notices'] }),
        queryClient.invalidateQueries({ queryKey: ['tasks', 'counts'] }),
      ]);
    } catch (thrown) {
      showToast(problemMessage(thrown), 'failed');
    }
  }

  return (
    <>
      <PageTitle
        lead={data ? t('unread', { count: unread }) : null}
        acts={
          unread > 0 && (
            <Button variant="default" onClick={() => void refresh(readAllNotices())}>
              {t('readAll')}
            </Button>
          )
        }
      >
        {t('common:nav.notices')}
      </PageTitle>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows />}
      {data && items.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      <ul className={styles.list}>
        {items.map((notice) => {
          const Icon = icons[notice.kind] ?? IconBell;
          return (
            <li key={notice.id} className={styles.row} data-unread={notice.readAt === null || undefined}>
              <Icon size={20} stroke={1.75} aria-hidden className={styles.icon} />
              <button
                type="button"
                className={styles.open}
                onClick={() => {
                  if (notice.readAt === null) void refresh(readNotice(notice.id));
                  onOpen(notice);
                }}
              >
                {notice.readAt === null && <span className="heard">{t('new')}: </span>}
                {t(`texts.${notice.textKey}`, { ...notice.values, defaultValue: t('texts.other') })}
              </button>
              <span className="meta">{pastWords(notice.createdAt)}</span>
            </li>
          );
        })}
      </ul>
      <LoadMore query={query}>{t('more')}</LoadMore>
    </>
  );
}
