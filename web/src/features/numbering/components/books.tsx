import { NativeSelect } from '@mantine/core';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { exactInstant, longDate } from '../../../lib/dates.ts';
import {
  type AgendaEntry,
  agendaBooksOptions,
  agendaOptions,
  type NumberEntry,
  numberBookOptions,
  type Series,
  seriesOptions,
} from '../api/numbering.ts';
import styles from './numbering.module.css';

const statusOf = { used: 'selesai', reserved: 'proses', cancelled: 'masalah' } as const;

type OutgoingProps = {
  year: number | undefined;
  seriesId: string | undefined;
  onChoose: (choice: { year?: number | undefined; seriesId?: string | undefined }) => void;
};

/** The book of what went out: every number of a series, used, reserved or cancelled. */
export function OutgoingBook({ year, seriesId, onChoose }: OutgoingProps) {
  const { t, i18n } = useTranslation('numbering');
  const { data, error, refetch } = useQuery(seriesOptions(year));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />;
  const [first] = data.items;
  if (!first) {
    return (
      <EmptyState drawing="desk" title={t('books.empty')}>
        {t('books.emptyText')}
      </EmptyState>
    );
  }
  const chosen = data.items.find(({ id }) => id === seriesId) ?? first;
  const monthName = (month: number) =>
    new Date(Date.UTC(2026, month - 1, 1)).toLocaleDateString(i18n.language, { month: 'long', timeZone: 'UTC' });
  const nameOf = (series: Series) =>
    [series.unit.name, series.type?.name, series.month === null ? null : monthName(series.month)]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.choices}>
          <NativeSelect
            label={t('books.series')}
            value={chosen.id}
            data={data.items.map((series) => ({ value: series.id, label: nameOf(series) }))}
            onChange={(event) => onChoose({ year, seriesId: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('books.year')}
            value={String(chosen.year)}
            data={data.years.map(String)}
            onChange={(event) => onChoose({ year: Number(event.currentTarget.value) })}
          />
        </div>
        <p className={styles.hint}>
          {t('books.count', { used: chosen.used, reserved: chosen.reserved, cancelled: chosen.cancelled })}
        </p>
      </div>
      <NumberTable key={chosen.id} series={chosen} name={nameOf(chosen)} />
    </>
  );
}

function NumberTable({ series, name }: { series: Series; name: string }) {
  const { t } = useTranslation('numbering');
  return (
    <BookTable
      query={useInfiniteQuery(numberBookOptions(series.id))}
      caption={t('books.captionOut', { name })}
      columns={['number', 'date', 'subject', 'to', 'state']}
      row={(entry) => <NumberRow key={entry.id} entry={entry} />}
    />
  );
}

type Book<T> = Pick<
  UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>,
  'data' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
>;
type BookTableProps<T> = { query: Book<T>; caption: string; columns: string[]; row: (entry: T) => ReactNode };

/** A book as far as it was turned: its rows, and the way to earlier ones. */
function BookTable<T>({ query, caption, columns, row }: BookTableProps<T>) {
  const { t } = useTranslation('numbering');
  if (!query.data) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonRows rows={8} />
    );
  }
  return (
    <>
      <table className={styles.table}>
        <caption className="heard">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`books.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{query.data.pages.flatMap((page) => page.items).map(row)}</tbody>
      </table>
      <LoadMore query={query}>{t('books.more')}</LoadMore>
    </>
  );
}

function NumberRow({ entry }: { entry: NumberEntry }) {
  const { t } = useTranslation('numbering');
  return (
    <tr data-cancelled={entry.state === 'cancelled' || undefined}>
      <td className={styles.number}>{entry.number}</td>
      <td className={styles.nowrap}>{longDate(entry.date)}</td>
      <td>
        {entry.letterId !== null && entry.subject !== null ? (
          <Link to="/surat/$letterId" params={{ letterId: entry.letterId }}>
            {entry.subject}
          </Link>
        ) : (
          <span className="meta">{t(entry.letterId === null ? 'books.noLetter' : 'books.closed')}</span>
        )}{' '}
        <SecrecyMark secrecy={entry.secrecy} />
        <span className="meta"> · {entry.typeName}</span>
      </td>
      <td>{entry.to}</td>
      <td>
        <StatusChip status={statusOf[entry.state]} variant="plain">
          {t(`books.states.${entry.state}`)}
        </StatusChip>
        {entry.reason !== null && <p className="meta">{entry.reason}</p>}
      </td>
    </tr>
  );
}

type IncomingProps = {
  year: number | undefined;
  unitId: string | undefined;
  onChoose: (choice: { year: number; unitId: string | undefined }) => void;
};

/** The agenda book of what came in. */
export function IncomingBook({ year, unitId, onChoose }: IncomingProps) {
  const { t } = useTranslation('numbering');
  const { data: books, error, refetch } = useQuery(agendaBooksOptions);
  if (!books) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />;
  const [first] = books;
  if (!first) {
    return (
      <EmptyState drawing="desk" title={t('books.emptyAgenda')}>
        {t('books.emptyAgendaText')}
      </EmptyState>
    );
  }
  const chosen = books.find((book) => book.year === year && (book.unit?.id ?? undefined) === unitId) ?? first;
  return (
    <>
      <div className={styles.bar}>
        <NativeSelect
          label={t('books.agenda')}
          value={String(books.indexOf(chosen))}
          data={books.map((book, index) => ({
            value: String(index),
            label: `${book.year} · ${book.unit?.name ?? t('books.wholeRegency')}`,
          }))}
          onChange={(event) => {
            const book = books[Number(event.currentTarget.value)];
            if (book) onChoose({ year: book.year, unitId: book.unit?.id });
          }}
        />
        <p className={styles.hint}>{t('books.agendaCount', { count: chosen.lastSeq })}</p>
      </div>
      <AgendaTable key={`${chosen.year}-${chosen.unit?.id}`} year={chosen.year} unitId={chosen.unit?.id ?? null} />
    </>
  );
}

function AgendaTable({ year, unitId }: { year: number; unitId: string | null }) {
  const { t } = useTranslation('numbering');
  return (
    <BookTable
      query={useInfiniteQuery(agendaOptions({ year, unitId }))}
      caption={t('books.captionIn', { year })}
      columns={['agenda', 'received', 'sender', 'theirs', 'subject', 'routed']}
      row={(entry) => <AgendaRow key={entry.id} entry={entry} />}
    />
  );
}

function AgendaRow({ entry }: { entry: AgendaEntry }) {
  const { t } = useTranslation('numbering');
  return (
    <tr>
      <td className={styles.number} data-label={t('books.columns.agenda')}>
        {entry.agendaNumber}
      </td>
      <td>{exactInstant(entry.receivedAt)}</td>
      <td>{entry.sender}</td>
      <td>
        {entry.number}
        {entry.date !== null && <span className="meta"> {longDate(entry.date)}</span>}
      </td>
      <td>
        {entry.subject === null ? (
          <span className="meta">{t('books.closed')}</span>
        ) : (
          <Link to="/surat/$letterId" params={{ letterId: entry.id }}>
            {entry.subject}
          </Link>
        )}{' '}
        <SecrecyMark secrecy={entry.secrecy} />
      </td>
      <td>{entry.routedTo}</td>
    </tr>
  );
}
