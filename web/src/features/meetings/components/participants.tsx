import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { officeTimeZone } from '../../../lib/office.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type Meeting, markAttendance, type Participant } from '../api/meetings.ts';
import { shownTime } from '../rules.ts';
import styles from './meetings.module.css';

const chipOf = { none: 'tunggu', attending: 'selesai', declined: 'masalah', represented: 'proses' } as const;

/** Who is invited, what they answered, and who came; the organiser ticks people off. */
export function Participants({ meeting, onChange }: { meeting: Meeting; onChange: (meeting: Meeting) => void }) {
  const { t } = useTranslation('meetings');
  const came = meeting.participants.filter((each) => each.attendedAt !== null).length;
  return (
    <section aria-labelledby="peserta" className={styles.came}>
      <h2 id="peserta">{t('participants.title', { count: meeting.participants.length })}</h2>
      <p className={styles.meta}>{t('participants.came', { count: came })}</p>
      <ul className={styles.people}>
        {meeting.participants.map((one) => (
          <li key={one.id} className={styles.person}>
            <div className={styles.words}>
              <span className={styles.name}>{one.attendedBy ?? one.name}</span>
              <span className={styles.meta}>
                {[
                  one.position?.title,
                  one.position !== null && one.institution && one.position.title.includes(one.institution)
                    ? null
                    : one.institution,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {one.representedBy && (
                <span className={styles.meta}>{t('participants.by', { name: one.representedBy })}</span>
              )}
              {one.note && <span className={styles.meta}>{one.note}</span>}
            </div>
            <State one={one} />
            {meeting.organizes && meeting.state === 'planned' && (
              <Button
                size="sm"
                variant="default"
                {...(one.attendedAt ? {} : { leftSection: <IconCheck size={18} stroke={1.75} aria-hidden /> })}
                aria-label={t(one.attendedAt ? 'participants.unmarkOf' : 'participants.markOf', { name: one.name })}
                onClick={() => {
                  markAttendance(meeting.id, one.id, one.attendedAt === null)
                    .then(onChange)
                    .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'));
                }}
              >
                {t(one.attendedAt ? 'participants.unmark' : 'participants.mark')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ one }: { one: Participant }) {
  const { t } = useTranslation('meetings');
  if (one.attendedAt !== null) {
    return (
      <StatusChip status="selesai" variant="plain">
        {t('participants.at', { time: shownTime(one.attendedAt, officeTimeZone()) })}
      </StatusChip>
    );
  }
  if (one.position === null) return null;
  return (
    <StatusChip status={chipOf[one.response]} variant="plain">
      {t(`responses.${one.response}`)}
    </StatusChip>
  );
}
