import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDotsVertical, IconNotes, IconUserShare, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SecrecyMark } from '../../../components/ui/secrecy-mark.tsx';
import { SkeletonBlock, SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import {
  beginMinutes,
  cancelMeeting,
  type Meeting,
  meetingOptions,
  respond,
} from '../../../features/meetings/api/meetings.ts';
import styles from '../../../features/meetings/components/meetings.module.css';
import { Participants } from '../../../features/meetings/components/participants.tsx';
import { RespondSheet } from '../../../features/meetings/components/respond-sheet.tsx';
import { shownTime } from '../../../features/meetings/rules.ts';
import { dayOf, exactInstant, longDate } from '../../../lib/dates.ts';
import { downloadFile } from '../../../lib/files.ts';
import { officeTimeZone } from '../../../lib/office.ts';
import { problemMessage } from '../../../lib/problem.ts';

const route = getRouteApi('/office/agenda/$meetingId');

/** One meeting: when and where, who comes, and for its organiser the list of who came. */
export function MeetingPage() {
  const { meetingId } = route.useParams();
  const { t } = useTranslation('meetings');
  const { data: meeting, error, refetch } = useQuery(meetingOptions(meetingId));
  if (error) {
    return (
      <Page>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!meeting) {
    return (
      <Page aside={<SkeletonBlock height={240} />}>
        <SkeletonRows rows={6} withTitle />
      </Page>
    );
  }
  const back = { to: '/agenda', label: t('title') } as const;
  return <MeetingView meeting={meeting} back={back} />;
}

function MeetingView({ meeting, back }: { meeting: Meeting; back: { to: '/agenda'; label: string } }) {
  const { t } = useTranslation('meetings');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<'declined' | 'represented' | 'cancel' | null>(null);
  const zone = officeTimeZone();
  const day = dayOf(new Date(meeting.startsAt), zone);
  const keep = (next: Meeting) => {
    queryClient.setQueryData(meetingOptions(meeting.id).queryKey, next);
    void queryClient.invalidateQueries({ queryKey: ['tasks'] });
    void queryClient.invalidateQueries({ queryKey: ['meetings', 'list'] });
  };
  const failed = (thrown: unknown) => showToast(problemMessage(thrown), 'failed');
  const isOver = new Date(meeting.endsAt) < new Date();
  const mayAnswer = meeting.participants.some((one) => one.mine) && meeting.state === 'planned' && !isOver;
  const attend = (
    <ActButton
      variant={meeting.response === 'attending' ? 'outline' : 'primary'}
      leftSection={<IconCheck size={20} stroke={1.75} aria-hidden />}
      reason={meeting.response === 'attending' ? t('respond.already') : null}
      onClick={() => {
        respond(meeting.id, { response: 'attending' }).then(keep).catch(failed);
      }}
    >
      {t('respond.attending')}
    </ActButton>
  );
  const minutes = () =>
    meeting.minutesLetterId
      ? void navigate({ to: '/surat/$letterId', params: { letterId: meeting.minutesLetterId } })
      : void beginMinutes(meeting.id)
          .then(({ letterId }) => navigate({ to: '/tulis/$letterId', params: { letterId } }))
          .catch(failed);

  return (
    <>
      <PageBar
        back={back}
        acts={mayAnswer ? attend : null}
        phoneMenu={
          meeting.organizes && meeting.state === 'planned' ? (
            <Menu position="bottom-end" shadow="lg">
              <Menu.Target>
                <ActionIcon aria-label={t('common:nav.more')}>
                  <IconDotsVertical size={22} stroke={1.75} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  onClick={() => void navigate({ to: '/agenda/$meetingId/ubah', params: { meetingId: meeting.id } })}
                >
                  {t('edit')}
                </Menu.Item>
                <Menu.Item onClick={() => setSheet('cancel')}>{t('cancel')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : null
        }
      />
      <Page
        aside={
          <>
            {mayAnswer && (
              <section className={styles.section} aria-label={t('respond.title')}>
                <p className={styles.meta}>{t(`respond.state.${meeting.response ?? 'none'}`)}</p>
                <ActButton
                  leftSection={<IconUserShare size={20} stroke={1.75} aria-hidden />}
                  onClick={() => setSheet('represented')}
                >
                  {t('respond.represented')}
                </ActButton>
                <ActButton
                  leftSection={<IconX size={20} stroke={1.75} aria-hidden />}
                  onClick={() => setSheet('declined')}
                >
                  {t('respond.declined')}
                </ActButton>
              </section>
            )}
            {meeting.organizes && (
              <section className={styles.section} aria-labelledby="penyelenggara">
                <h2 id="penyelenggara">{t('organize')}</h2>
                {meeting.state === 'planned' && (
                  <div className={styles.acts}>
                    <ActButton
                      onClick={() =>
                        void navigate({ to: '/agenda/$meetingId/ubah', params: { meetingId: meeting.id } })
                      }
                    >
                      {t('edit')}
                    </ActButton>
                    <ActButton onClick={() => setSheet('cancel')}>{t('cancel')}</ActButton>
                  </div>
                )}
                <ActButton
                  onClick={() => {
                    downloadFile(`/meetings/${meeting.id}/attendance.pdf`, `daftar-hadir-${day}.pdf`).catch(failed);
                  }}
                >
                  {t('attendanceList')}
                </ActButton>
                <ActButton
                  leftSection={<IconNotes size={20} stroke={1.75} aria-hidden />}
                  reason={
                    meeting.minutesLetterId !== null || new Date(meeting.startsAt) <= new Date()
                      ? null
                      : t('minutesLater')
                  }
                  onClick={minutes}
                >
                  {t(meeting.minutesLetterId === null ? 'minutes' : 'minutesOpen')}
                </ActButton>
                {meeting.checkIn && meeting.state === 'planned' && (
                  <>
                    <img
                      className={styles.qr}
                      alt={t('checkIn.qr', { url: meeting.checkIn.url })}
                      src={`data:image/svg+xml;utf8,${encodeURIComponent(meeting.checkIn.qrSvg)}`}
                    />
                    <p className={styles.meta}>
                      {t('checkIn.text', {
                        from: exactInstant(meeting.checkIn.opensAt),
                        to: exactInstant(meeting.checkIn.closesAt),
                      })}
                    </p>
                    <a href={meeting.checkIn.url} target="_blank" rel="noreferrer" className={styles.address}>
                      {t('checkIn.open')}
                    </a>
                  </>
                )}
              </section>
            )}
          </>
        }
      >
        <PageTitle
          size="letter"
          lead={`${longDate(day)}, ${shownTime(meeting.startsAt, zone)} – ${shownTime(meeting.endsAt, zone)}`}
          mark={<SecrecyMark secrecy={meeting.secrecy} />}
        >
          {meeting.title}
        </PageTitle>
        {meeting.state === 'cancelled' && <p role="status">{t('cancelled', { reason: meeting.cancelReason })}</p>}
        {!meeting.announced && <p role="status">{t('notAnnounced')}</p>}
        <div className={styles.facts}>
          <FactList
            facts={[
              { label: t('facts.place'), value: meeting.place },
              meeting.link
                ? {
                    label: t('facts.link'),
                    value: (
                      <a href={meeting.link} target="_blank" rel="noreferrer">
                        {meeting.link}
                      </a>
                    ),
                  }
                : null,
              {
                label: t('facts.organizer'),
                value: [meeting.organizer.title, meeting.organizer.holder].filter(Boolean).join(', '),
              },
              meeting.letterId
                ? {
                    label: t('facts.letter'),
                    value: (
                      <Link to="/surat/$letterId" params={{ letterId: meeting.letterId }}>
                        {t('facts.openLetter')}
                      </Link>
                    ),
                  }
                : null,
            ]}
          />
        </div>
        <Participants meeting={meeting} onChange={keep} />
      </Page>
      {mayAnswer && (
        <ActBar
          primary={attend}
          secondary={<ActButton onClick={() => setSheet('declined')}>{t('respond.declined')}</ActButton>}
        />
      )}
      {(sheet === 'declined' || sheet === 'represented') && (
        <RespondSheet meeting={meeting} kind={sheet} onDone={keep} onClose={() => setSheet(null)} />
      )}
      <NoteSheet
        opened={sheet === 'cancel'}
        title={t('cancel')}
        text={t('cancelText')}
        label={t('reason')}
        missing={t('reasonMissing')}
        act={t('cancel')}
        onClose={() => setSheet(null)}
        onSend={async (reason) => keep(await cancelMeeting(meeting.id, reason))}
      />
    </>
  );
}
