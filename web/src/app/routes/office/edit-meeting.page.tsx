import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import {
  createMeeting,
  meetingOptions,
  suggestionOptions,
  updateMeeting,
} from '../../../features/meetings/api/meetings.ts';
import { emptyMeeting, MeetingForm, type MeetingValues } from '../../../features/meetings/components/meeting-form.tsx';
import { timeOf } from '../../../features/meetings/rules.ts';
import { dayOf } from '../../../lib/dates.ts';
import { officeTimeZone } from '../../../lib/office.ts';

const newRoute = getRouteApi('/office/agenda/baru');
const editRoute = getRouteApi('/office/agenda/$meetingId/ubah');

/** A meeting to be entered; from an invitation with what it says filled in. */
export function NewMeetingPage() {
  const { t } = useTranslation('meetings');
  const { surat } = newRoute.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: said, error, refetch } = useQuery({ ...suggestionOptions(surat ?? ''), enabled: surat !== undefined });
  const initial: MeetingValues | null =
    surat === undefined
      ? emptyMeeting
      : said
        ? {
            ...emptyMeeting,
            title: said.title,
            day: said.date ?? '',
            from: said.startTime ?? emptyMeeting.from,
            to: said.endTime ?? emptyMeeting.to,
            place: said.place ?? '',
            positions: said.participants.flatMap((one) =>
              one.kind === 'position' ? [{ id: one.id, name: one.label, holder: one.holder }] : [],
            ),
            guests: said.participants.flatMap((one) =>
              one.kind === 'guest' ? [{ name: one.name, institution: one.institution ?? '' }] : [],
            ),
          }
        : null;
  return (
    <>
      <PageBar back={{ to: '/agenda', label: t('title') }} />
      <Page>
        <PageTitle {...(surat ? { lead: t('fromLetter') } : {})}>{t('new')}</PageTitle>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {initial === null && !error && <SkeletonRows rows={5} />}
        {initial && (
          <MeetingForm
            initial={initial}
            act={t('save')}
            onSend={async (meeting) => {
              const made = await createMeeting({ ...meeting, secrecy: 'biasa', ...(surat ? { letterId: surat } : {}) });
              await queryClient.invalidateQueries({ queryKey: ['meetings'] });
              await navigate({ to: '/agenda/$meetingId', params: { meetingId: made.id }, replace: true });
            }}
          />
        )}
      </Page>
    </>
  );
}

/** A change to a meeting; when time or place change, everybody is asked anew. */
export function EditMeetingPage() {
  const { t } = useTranslation('meetings');
  const { meetingId } = editRoute.useParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: meeting, error, refetch } = useQuery(meetingOptions(meetingId));
  const zone = officeTimeZone();
  return (
    <>
      <PageBar back={{ to: '/agenda', label: t('title') }} />
      <Page>
        <PageTitle lead={t('editLead')}>{t('edit')}</PageTitle>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!meeting && !error && <SkeletonRows rows={5} />}
        {meeting && (
          <MeetingForm
            initial={{
              title: meeting.title,
              day: dayOf(new Date(meeting.startsAt), zone),
              from: timeOf(meeting.startsAt, zone),
              to: timeOf(meeting.endsAt, zone),
              place: meeting.place,
              link: meeting.link ?? '',
              positions: meeting.participants.flatMap(({ position }) =>
                position ? [{ id: position.id, name: position.title, holder: position.holder }] : [],
              ),
              guests: meeting.participants.flatMap((one) =>
                one.position ? [] : [{ name: one.name, institution: one.institution ?? '' }],
              ),
            }}
            act={t('save')}
            onSend={async (changes) => {
              const saved = await updateMeeting(meetingId, { ...changes, version: meeting.version });
              queryClient.setQueryData(meetingOptions(meetingId).queryKey, saved);
              await navigate({ to: '/agenda/$meetingId', params: { meetingId }, replace: true });
            }}
          />
        )}
      </Page>
    </>
  );
}
