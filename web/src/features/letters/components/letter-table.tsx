import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
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
import { type LetterItem, letterCountOptions, lettersOptions } from '../api/list-letters.ts';
import { isNarrowed, type LetterFilter, statusOf } from '../rules.ts';
import { toSearch } from '../search.ts';
import styles from './letter-table.module.css';

/** The letters of a box: number, subject, the other side, state with turn, deadline. Cards on a phone. */
export function LetterTable({ filter }: { filter: LetterFilter }) {
  const { t } = useTranslation(['letters', 'search']);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    lettersOptions(filter),
  );
  const narrowed = isNarrowed(filter);
  const { data: found } = useQuery({ ...letterCountOptions(filter), enabled: narrowed });
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
    return (
      <EmptyState
        drawing={narrowed ? 'none' : 'desk'}
        title={t(narrowed ? 'list.noMatch' : `list.empty.${filter.box}`)}
        action={
          narrowed && (
            <Link to="/surat" search={toSearch({ box: filter.box })}>
              {t('list.clear')}
            </Link>
          )
        }
      >
        {t(narrowed ? 'list.noMatchText' : 'list.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.found} aria-busy={isPlaceholderData}>
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
          {narrowed && found
            ? t(found.more ? 'search:foundMore' : 'search:found', { count: found.count })
            : t(hasNextPage ? 'list.shownMore' : 'list.shown', { count: items.length })}
        </p>
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </div>
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
        {item.snippet && <Snippet parts={item.snippet} />}
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

/** Where the words stand in the letter; parts have no other name than their place. */
function Snippet({ parts }: { parts: NonNullable<LetterItem['snippet']> }) {
  return (
    <span className={styles.snippet}>
      {parts.map((part, place) => {
        const key = `${place} ${part.text}`;
        return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
      })}
    </span>
  );
}
