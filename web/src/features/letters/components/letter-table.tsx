import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../../components/ui/deadline.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { useKeys } from '../../../lib/keys.ts';
import { type LetterItem, lettersOptions } from '../api/list-letters.ts';
import { type LetterFilter, statusOf } from '../rules.ts';
import { toSearch } from '../search.ts';
import styles from './letter-table.module.css';

/** The letters of a box: number, subject, the other side, state with turn, deadline. Cards on a phone. */
export function LetterTable({ filter }: { filter: LetterFilter }) {
  const { t } = useTranslation('letters');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    lettersOptions(filter),
  );
  const [at, setAt] = useState(-1);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const incoming = filter.box === 'inbox';

  function move(by: number): void {
    const next = Math.min(Math.max(at + by, 0), items.length - 1);
    setAt(next);
    const row = document.getElementById(`letter-${items[next]?.id}`);
    row?.querySelector<HTMLElement>('a, button')?.focus();
  }
  useKeys([
    { key: 'j', label: t('common:keys.next'), run: () => move(1) },
    { key: 'k', label: t('common:keys.previous'), run: () => move(-1) },
  ]);

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />;
  if (items.length === 0) {
    const isNarrowed = Boolean(filter.q ?? filter.state);
    return (
      <EmptyState
        drawing={isNarrowed ? 'none' : 'desk'}
        title={t(isNarrowed ? 'list.noMatch' : `list.empty.${filter.box}`)}
        action={
          isNarrowed && (
            <Link to="/surat" search={toSearch({ box: filter.box })}>
              {t('list.clear')}
            </Link>
          )
        }
      >
        {t(isNarrowed ? 'list.noMatchText' : 'list.emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <table className={styles.table}>
        <caption className="heard">{t(`list.title.${filter.box}`)}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t(incoming ? 'list.agenda' : 'list.number')}
            </th>
            <th scope="col">{t('list.subject')}</th>
            <th scope="col">{t(incoming ? 'list.from' : 'list.to')}</th>
            <th scope="col">{t('list.state')}</th>
            <th scope="col">{t('list.due')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} incoming={incoming} />
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <p className="meta" role="status">
          {t(hasNextPage ? 'list.shownMore' : 'list.shown', { count: items.length })}
        </p>
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </>
  );
}

function Row({ item, incoming }: { item: LetterItem; incoming: boolean }) {
  const { t } = useTranslation('letters');
  const { first, count } = item.to;
  const to = first && count > 1 ? t('list.andMore', { name: first, count: count - 1 }) : first;
  const other = item.direction === 'incoming' ? item.from : to;
  const page = item.state === 'draft' ? '/tulis/$letterId' : '/surat/$letterId';
  return (
    <tr id={`letter-${item.id}`} className={styles.row} data-new={item.state === 'received' || undefined}>
      <td className={styles.number} data-label={incoming ? t('list.agenda') : t('list.number')}>
        {incoming ? item.agendaNumber : (item.number ?? item.agendaNumber)}
      </td>
      <td className={styles.subjectCell}>
        <span className={styles.subjectLine}>
          <Link to={page} params={{ letterId: item.id }} className={styles.subject ?? ''}>
            {item.secrecy === 'sangat_rahasia' ? t('common:secrecy.hidden') : item.subject}
          </Link>
          <SecrecyMark secrecy={item.secrecy} />
        </span>
        <span className={styles.type}>{item.typeName}</span>
      </td>
      <td className={styles.other}>{other}</td>
      <td className={styles.state}>
        <StatusChip status={statusOf(item.state)} variant="plain">
          {t(`states.${item.state}`)}
        </StatusChip>
        <span className={styles.turn}>
          {item.turn
            ? t('list.at', { name: item.turn.holder ?? item.turn.title, when: pastWords(item.turn.since) })
            : pastWords(item.updatedAt)}
        </span>
      </td>
      <td className={styles.due}>
        <Deadline due={item.dueAt} />
      </td>
    </tr>
  );
}
