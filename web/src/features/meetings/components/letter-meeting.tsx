import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayOf, longDate } from '../../../lib/dates.ts';
import { officeTimeZone } from '../../../lib/office.ts';
import { meetingsOfLetterOptions } from '../api/meetings.ts';
import { shownTime } from '../rules.ts';
import styles from './meetings.module.css';

/** The meetings that a letter invites to, and the way to enter one. */
export function LetterMeeting({ letterId }: { letterId: string }) {
  const { t } = useTranslation('meetings');
  const { data: meetings } = useQuery(meetingsOfLetterOptions(letterId));
  if (!meetings) return null;
  const zone = officeTimeZone();
  return (
    <section aria-labelledby="agenda-surat" className={styles.form}>
      <h2 id="agenda-surat" className={styles.name}>
        {t('letter.title')}
      </h2>
      {meetings.map((meeting) => (
        <Link key={meeting.id} to="/agenda/$meetingId" params={{ meetingId: meeting.id }}>
          {longDate(dayOf(new Date(meeting.startsAt), zone))}, {shownTime(meeting.startsAt, zone)}
          {meeting.place && ` · ${meeting.place}`}
        </Link>
      ))}
      {meetings.length === 0 && (
        <Link to="/agenda/baru" search={{ surat: letterId }}>
          <IconCalendarPlus size={18} stroke={1.75} aria-hidden /> {t('letter.enter')}
        </Link>
      )}
    </section>
  );
}
