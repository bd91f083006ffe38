import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { History } from '../../../components/ui/history.tsx';
import { TurnMarker } from '../../../components/ui/turn-marker.tsx';
import { exactInstant, pastWords } from '../../../lib/dates.ts';
import type { Visit } from '../api/visits.ts';
import { partnerOf, visitStatuses, whenWords } from '../rules.ts';
import styles from './visits.module.css';

/** Whose turn it is, in one heading and one sentence. */
export function VisitTurn({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const { name } = partnerOf(visit);
  const refusal = visit.history.findLast(({ action }) => action === 'cancel' || action === 'decline');
  const isOff = visit.state === 'cancelled' || visit.state === 'declined';
  const isAgreed = visit.state !== 'requested' && visit.state !== 'counter_proposed';
  const ours = visit.turn === 'us' && visit.state !== 'scheduled';
  const note =
    isOff && refusal
      ? t('turn.note.reason', { name: refusal.by.name, reason: String(refusal.detail.reason ?? '') })
      : visit.state === 'draft'
        ? t('turn.note.draft', { name })
        : t(isAgreed ? 'turn.note.agreed' : 'turn.note.dates', { when: whenWords(visit) });
  return (
    <TurnMarker
      status={ours ? 'tunggu' : visitStatuses[visit.state]}
      state={t(`states.${visit.state}`)}
      turn={t(`turn.${visit.party}.${visit.state}`, { name })}
    >
      {note}
    </TurnMarker>
  );
}

export function VisitFacts({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  return (
    <div className={styles.block}>
      <FactList
        facts={[
          { label: t('facts.guest'), value: visit.guest.name },
          { label: t('facts.host'), value: visit.host.name },
          { label: t('facts.when'), value: whenWords(visit) },
          { label: t('facts.place'), value: visit.place },
          { label: t('facts.purpose'), value: <span className={styles.plain}>{visit.purpose}</span> },
          { label: t('facts.topics'), value: visit.topics.join('; ') },
          { label: t('facts.createdBy'), value: visit.createdBy },
        ]}
      />
    </div>
  );
}

/** Who travels, and once it was held who came. */
export function DelegationSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const came = visit.attendance && new Set(visit.attendance);
  return (
    <section className={styles.section} aria-labelledby="rombongan">
      <h2 id="rombongan">{t('delegation.title')}</h2>
      <ul>
        {visit.delegation.map(({ name, title }, index) => (
          <li key={name} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              <span className={styles.meta}>{index === 0 ? `${title}, ${t('delegation.leader')}` : title}</span>
            </span>
            {came && (
              <span className={styles.meta}>{t(came.has(name) ? 'delegation.attended' : 'delegation.absent')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AgendaSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  return (
    <section className={styles.section} aria-labelledby="acara">
      <h2 id="acara">{t('agenda.title')}</h2>
      <p className={visit.agenda ? styles.plain : styles.meta}>{visit.agenda ?? t('agenda.none')}</p>
    </section>
  );
}

/** At the host: the code on the wall, who is there, and the way to the meeting and its minutes. */
export function MeetingSection({ visit }: { visit: Visit }) {
  const { t, i18n } = useTranslation('visits');
  const { meeting } = visit;
  if (!meeting || visit.state === 'cancelled') return null;
  const { checkIn, present, minutesLetterId } = meeting;
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(present);
  return (
    <section className={styles.section} aria-labelledby="daftar-hadir">
      <h2 id="daftar-hadir">{t('meeting.title')}</h2>
      <p>{present.length > 0 ? t('meeting.present', { names }) : t('meeting.nobody')}</p>
      {visit.state === 'scheduled' && (
        <>
          <img
            className={styles.qr}
            alt={t('meeting.qr', { url: checkIn.url })}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(checkIn.qrSvg)}`}
          />
          <p className={styles.meta}>
            {t('meeting.text', { from: exactInstant(checkIn.opensAt), to: exactInstant(checkIn.closesAt) })}
          </p>
          <a href={checkIn.url} target="_blank" rel="noreferrer">
            {t('meeting.page')}
          </a>
        </>
      )}
      <Link to="/agenda/$meetingId" params={{ meetingId: meeting.id }}>
        {t('meeting.open')}
      </Link>
      {minutesLetterId === null ? (
        <p className={styles.meta}>{t('meeting.minutesLater')}</p>
      ) : (
        <Link to="/surat/$letterId" params={{ letterId: minutesLetterId }}>
          {t('meeting.minutes')}
        </Link>
      )}
    </section>
  );
}

export function VisitHistory({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  return (
    <History
      title={t('history.title')}
      entries={[...visit.history].reverse().map((event) => ({
        id: event.id,
        who: `${event.actor}, ${event.by.name}`,
        did: t(`history.${event.action}`, { defaultValue: event.action }),
        note: typeof event.detail.reason === 'string' ? event.detail.reason : null,
        when: pastWords(event.at),
      }))}
    />
  );
}
