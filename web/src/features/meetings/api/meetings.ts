import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';

export type MeetingItem = Answer<'/meetings'>['items'][number];
export type Meeting = Answer<'/meetings/{id}'>;
export type Participant = Meeting['participants'][number];
export type NewMeeting = Body<'/meetings', 'post'>;
export type Response = Body<'/meetings/{id}/respond', 'post'>;

const header = () => ({ 'idempotency-key': newIdempotencyKey() });
const path = (id: string) => ({ path: { id } });

/** Meetings between two days of the office's zone. */
export const meetingsOptions = (span: { from?: string; to?: string }) =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'list', span],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/meetings', {
          params: { query: { ...span, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const meetingsOfLetterOptions = (letterId: string) =>
  queryOptions({
    queryKey: ['meetings', 'letter', letterId],
    queryFn: async () => (await call(api.GET('/meetings', { params: { query: { letterId } } }))).items,
  });

export const meetingOptions = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id],
    queryFn: () => call(api.GET('/meetings/{id}', { params: path(id) })),
  });

export const suggestionOptions = (letterId: string) =>
  queryOptions({
    queryKey: ['letters', letterId, 'meeting-suggestion'],
    queryFn: () => call(api.GET('/letters/{id}/meeting-suggestion', { params: path(letterId) })),
  });

export const createMeeting = (body: NewMeeting) => call(api.POST('/meetings', { body, headers: header() }));
export const updateMeeting = (id: string, body: Body<'/meetings/{id}', 'patch'>) =>
  call(api.PATCH('/meetings/{id}', { params: path(id), body }));
export const cancelMeeting = (id: string, reason: string) =>
  call(api.POST('/meetings/{id}/cancel', { params: path(id), body: { reason }, headers: header() }));
export const respond = (id: string, body: Response) =>
  call(api.POST('/meetings/{id}/respond', { params: path(id), body, headers: header() }));
export const markAttendance = (id: string, participantId: string, present: boolean) =>
  call(
    api.POST('/meetings/{id}/attendance', { params: path(id), body: { participantId, present }, headers: header() }),
  );
export const beginMinutes = (id: string) =>
  call(api.POST('/meetings/{id}/minutes', { params: path(id), headers: header() }));

export const feedOptions = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: () => call(api.GET('/calendar-feed')),
});
export const openFeed = () => call(api.POST('/calendar-feed', { headers: header() }));
export const endFeed = () => call(api.DELETE('/calendar-feed'));

/** What a code on the wall stands for, to anybody at the office's address. */
export const visitOptions = (code: string) =>
  queryOptions({
    queryKey: ['check-in', code],
    queryFn: () => call(api.GET('/check-ins/{code}', { params: { path: { code } } })),
    retry: false,
  });
export const checkInAsGuest = (code: string, body: Body<'/check-ins/{code}', 'post'>) =>
  call(api.POST('/check-ins/{code}', { params: { path: { code } }, body }));
export const checkIn = (code: string) => call(api.POST('/check-ins', { body: { code }, headers: header() }));
