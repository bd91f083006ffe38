import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { dayOf, longDate } from '../../../lib/dates.ts';
import { officeTimeZone } from '../../../lib/office.ts';
import { type MeetingItem, meetingsOptions } from '../api/meetings.ts';
import { byDay, shownTime } from '../rules.ts';
import styles from './meetings.module.css';

const chipOf = { none: 'tunggu', attending: 'selesai', declined: 'masalah', represented: 'proses' } as const;

/** One's meetings under their days: those to come, or those that are over. */
export function MeetingList({ past }: { past: boolean }) {
  const { t } = useTranslation('meetings');
  const today = dayOf(new Date());
  const query = useInfiniteQuery(
    meetingsOptions(past ? { from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: today } : {}),
  );
  if (!query.data) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonRows rows={6} />
    );
  }
  const zone = officeTimeZone();
  const now = new Date().toISOString();
  const items = query.data.pages
    .flatMap((page) => page.items)
    .filter((meeting) => (past ? meeting.endsAt < now : meeting.endsAt >= now));
  const days = byDay(items, zone);
  if (past) days.reverse();
  return (
    <>
      {days.length === 0 && (
        <EmptyState drawing="desk" title={t(past ? 'list.emptyPast' : 'list.empty')} headingLevel={2}>
          {t(past ? 'list.emptyPastText' : 'list.emptyText')}
        </EmptyState>
      )}
      {days.map(({ day, items: meetings }) => (
        <section key={day} className={styles.day} aria-labelledby={`hari-${day}`}>
          <h2 id={`hari-${day}`}>{day === today ? t('list.today', { date: longDate(day) }) : longDate(day)}</h2>
          <ul className={styles.list}>
            {meetings.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
      <LoadMore query={query}>{t('list.more')}</LoadMore>
    </>
  );
}

function MeetingRow({ meeting, zone }: { meeting: MeetingItem; zone: string }) {
  const { t } = useTranslation('meetings');
  return (
    <li className={styles.row} data-cancelled={meeting.state === 'cancelled' || undefined}>
      <span className={styles.time}>
        {shownTime(meeting.startsAt, zone)} – {shownTime(meeting.endsAt, zone)}
      </span>
      <span>
        <Link to="/agenda/$meetingId" params={{ meetingId: meeting.id }} className={styles.title ?? ''}>
          {meeting.title}
        </Link>{' '}
        <SecrecyMark secrecy={meeting.secrecy} />
        <span className={`${styles.meta} ${styles.where}`}>
          {[meeting.place, t('list.by', { name: meeting.organizer.title })].filter(Boolean).join(' · ')}
        </span>
      </span>
      {meeting.state === 'cancelled' ? (
        <StatusChip status="masalah" variant="plain">
          {t('states.cancelled')}
        </StatusChip>
      ) : meeting.announced ? (
        meeting.response && (
          <StatusChip status={chipOf[meeting.response]} variant="plain">
            {t(`responses.${meeting.response}`)}
          </StatusChip>
        )
      ) : (
        <StatusChip status="proses" variant="plain">
          {t('states.waiting')}
        </StatusChip>
      )}
    </li>
  );
}
