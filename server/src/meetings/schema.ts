import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

const title = z.string().trim().min(1, 'Tulis acaranya.').max(300);
const place = z.string().trim().max(300);
const link = z
  .url({ protocol: /^https$/, message: 'Tautan rapat harus diawali https://.' })
  .max(500)
  .nullable();
const secrecy = z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']);
const version = z.number().int().positive().optional();
const instant = z.iso.datetime({ offset: true });

export const participantInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('position'), id: z.uuid() }),
  z.object({
    kind: z.literal('guest'),
    name: z.string().trim().min(2, 'Tulis nama tamu.').max(200),
    institution: z.string().trim().max(200).nullish(),
  }),
]);
export type ParticipantInput = z.infer<typeof participantInput>;

export const createMeetingBody = z.object({
  /** The invitation that the meeting follows from; its secrecy is the meeting's. */
  letterId: z.uuid().nullish(),
  title,
  place: place.default(''),
  link: link.default(null),
  startsAt: instant,
  endsAt: instant,
  secrecy: secrecy.default('biasa'),
  /** The post that holds the meeting; the main one of whoever enters it if left out. */
  organizerPositionId: z.uuid().optional(),
  participants: z.array(participantInput).max(300).default([]),
});
export type CreateMeeting = z.infer<typeof createMeetingBody>;

export const updateMeetingBody = z.object({
  title: title.optional(),
  place: place.optional(),
  link: link.optional(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  participants: z.array(participantInput).max(300).optional(),
  version,
});
export type UpdateMeeting = z.infer<typeof updateMeetingBody>;

export const cancelMeetingBody = z.object({ reason: z.string().trim().min(3, 'Tulis alasannya.').max(500), version });

export const respondBody = z
  .object({
    /** The invited post that one answers for, for people who hold several. */
    positionId: z.uuid().optional(),
    response: z.enum(['attending', 'declined', 'represented']),
    representedBy: z.uuid().nullish(),
    note: z.string().trim().max(500).nullish(),
  })
  .refine((answer) => (answer.response === 'represented') === Boolean(answer.representedBy), {
    message: 'Sebutkan siapa yang mewakili.',
    path: ['representedBy'],
  });
export type Respond = z.infer<typeof respondBody>;

export const attendanceBody = z.object({ participantId: z.uuid(), present: z.boolean() });

const position = z.object({ id: z.uuid(), title: z.string(), holder: z.string().nullable() });

export const participantAnswer = z.object({
  id: z.uuid(),
  /** A post of this office, or null for a guest. */
  position: position.nullable(),
  name: z.string(),
  institution: z.string().nullable(),
  response: z.enum(['none', 'attending', 'declined', 'represented']),
  representedBy: z.string().nullable(),
  note: z.string().nullable(),
  attendedAt: z.string().nullable(),
  attendedBy: z.string().nullable(),
  /** Whether the signed-in person may answer for it. */
  mine: z.boolean(),
});
export type ParticipantAnswer = z.infer<typeof participantAnswer>;

export const meetingItem = z.object({
  id: z.uuid(),
  title: z.string(),
  place: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  secrecy,
  state: z.enum(['planned', 'cancelled']),
  organizer: position,
  letterId: z.uuid().nullable(),
  /** False while the invitation is not signed: those invited do not see it yet. */
  announced: z.boolean(),
  /** How the signed-in person's post answered; null for who is not invited. */
  response: z.enum(['none', 'attending', 'declined', 'represented']).nullable(),
  organizes: z.boolean(),
});
export type MeetingItem = z.infer<typeof meetingItem>;
export const meetingPage = pageOf(meetingItem);
export const meetingQuery = pageQuery.extend({
  /** First and last day, in the regency's zone; today and a year on if left out. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  letterId: z.uuid().optional(),
});
export type MeetingQuery = z.infer<typeof meetingQuery>;

export const meetingAnswer = meetingItem.extend({
  link: z.string().nullable(),
  cancelReason: z.string().nullable(),
  version: z.number().int(),
  minutesLetterId: z.uuid().nullable(),
  participants: z.array(participantAnswer),
  /** For the organiser: where people say that they are there, and from when until when. */
  checkIn: z
    .object({ code: z.string(), url: z.string(), qrSvg: z.string(), opensAt: z.string(), closesAt: z.string() })
    .nullable(),
});
export type MeetingAnswer = z.infer<typeof meetingAnswer>;

/** What a letter says of a meeting; what it does not say is null. */
export const suggestionAnswer = z.object({
  title: z.string(),
  place: z.string().nullable(),
  date: z.string().nullable(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  participants: z.array(participantInput.and(z.object({ label: z.string(), holder: z.string().nullable() }))),
});
export type Suggestion = z.infer<typeof suggestionAnswer>;

export const minutesAnswer = z.object({ letterId: z.uuid() });

export const feedAnswer = z.object({
  active: z.boolean(),
  createdAt: z.string().nullable(),
  /** Only in the answer that makes it: the address holds a secret. */
  url: z.string().nullable(),
});

export const visitedMeeting = z.object({
  title: z.string(),
  place: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  open: z.boolean(),
});
export const checkInBody = z.object({
  name: z.string().trim().min(2, 'Tulis nama Anda.').max(200),
  institution: z.string().trim().min(2, 'Tulis instansi Anda.').max(200),
});
export type CheckIn = z.infer<typeof checkInBody>;
export const checkedIn = z.object({ title: z.string(), name: z.string(), attendedAt: z.string() });
