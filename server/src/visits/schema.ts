import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { visitStates, visitSteps } from './rules.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, 'bukan nama pendek daerah');
const instant = z.iso.datetime({ offset: true });
const title = z.string().trim().min(3, 'tuliskan judul kunjungan').max(300);
const purpose = z.string().trim().min(3, 'tuliskan maksud kunjungan').max(4000);
const topics = z.array(z.string().trim().min(3).max(300)).min(1, 'sebutkan paling sedikit satu pokok bahasan').max(20);
const delegate = z.object({
  name: z.string().trim().min(2, 'tuliskan nama').max(160),
  title: z.string().trim().min(2, 'tuliskan jabatan').max(200),
});
const delegation = z
  .array(delegate)
  .min(1, 'sebutkan paling sedikit satu anggota rombongan')
  .max(100)
  .refine(
    (list) => new Set(list.map((each) => each.name.toLowerCase())).size === list.length,
    'ada nama yang tertulis dua kali',
  );
/** The version that was seen; a stale one is answered by 409. */
const version = z.number().int().positive();
const reason = z.string().trim().min(3, 'tuliskan alasannya').max(2000);

export const visitParams = z.object({ id: z.uuid() });
export const visitListQuery = pageQuery.extend({
  /** `guest`: visits we ask for; `host`: visits asked of us. Both if left out. */
  direction: z.enum(['guest', 'host']).optional(),
});
export type VisitListQuery = z.output<typeof visitListQuery>;

const content = { title, purpose, topics, delegation, startsAt: instant, endsAt: instant };
export const createVisitBody = z.object({ host: slug, ...content });
export type CreateVisit = z.output<typeof createVisitBody>;
export const editVisitBody = z.object({ ...content, version });
export type EditVisit = z.output<typeof editVisitBody>;

const event = <T extends string>(name: T) => z.literal(name);
export const stepBody = z.discriminatedUnion('step', [
  /** Without dates: the draft's own. To ask anew, other dates are demanded. */
  z.object({ step: event('request'), version, startsAt: instant.optional(), endsAt: instant.optional() }),
  z.object({ step: event('counter_propose'), version, startsAt: instant, endsAt: instant }),
  z.object({ step: event('accept'), version }),
  z.object({ step: event('decline'), version, reason }),
  /** Makes the meeting in the host's office, or moves it. */
  z.object({
    step: event('schedule'),
    version,
    place: z.string().trim().min(3, 'tuliskan tempatnya').max(300),
    agenda: z.string().trim().min(3, 'tuliskan susunan acaranya').max(6000),
  }),
  z.object({ step: event('hold'), version }),
  z.object({ step: event('close'), version }),
  z.object({ step: event('cancel'), version, reason }),
]);
export type Step = z.output<typeof stepBody>;

/** What an office keeps for itself; a part left out stays. */
export const keepBody = z.object({
  note: z.string().max(10_000).optional(),
  /** The host's hosts, or the guest's own people: they read the visit. */
  assignees: z.array(z.uuid()).max(50).optional(),
});
export type Keep = z.output<typeof keepBody>;

export const letterKinds = ['request', 'reply', 'invitation', 'task_order'] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterBody = z.object({ kind: z.enum(letterKinds) });
export const letterMade = z.object({ letterId: z.uuid() });

export const fileKinds = ['material', 'photo'] as const;
export type FileKind = (typeof fileKinds)[number];
export const fileQuery = z.object({ kind: z.enum(fileKinds).default('material') });

const lessonKinds = ['template', 'practice', 'indicator'] as const;
const lesson = {
  kind: z.enum(lessonKinds),
  title: z.string().trim().min(3, 'tuliskan apa yang dipelajari').max(300),
  /** What is to be taken over. */
  adoption: z.string().trim().min(3, 'tuliskan apa yang akan diadopsi').max(2000),
  /** The post of our own office that sees to it. */
  positionId: z.uuid().nullable().default(null),
  dueOn: z.iso.date().nullable().default(null),
};
export const lessonBody = z.object(lesson);
export type LessonInput = z.output<typeof lessonBody>;
export const editLessonBody = z.object({ ...lesson, version });
export type EditLesson = z.output<typeof editLessonBody>;

const at = z.iso.datetime();
const regency = z.object({
  slug: z.string(),
  name: z.string(),
  accent: z.string().nullable(),
  markSvg: z.string().nullable(),
  timeZone: z.string(),
});
const party = z.enum(['guest', 'host']);
const post = z.object({ id: z.uuid(), title: z.string(), holder: z.string().nullable() });

const summary = {
  id: z.uuid(),
  title: z.string(),
  state: z.enum(visitStates),
  version: z.number().int(),
  startsAt: at,
  endsAt: at,
  guest: regency,
  host: regency,
  /** What we are in it. */
  party,
  /** Whose turn it is; null once it is over. */
  turn: z.enum(['us', 'them']).nullable(),
  topics: z.array(z.string()),
  updatedAt: at,
};
export const visitListAnswer = pageOf(z.object(summary));

const verdict = z.object({ allowed: z.boolean(), reason: z.string().nullable() });

export const lessonAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(lessonKinds),
  title: z.string(),
  adoption: z.string(),
  position: post.nullable(),
  dueOn: z.string().nullable(),
  version: z.number().int(),
});
export type LessonAnswer = z.output<typeof lessonAnswer>;

export const visitAnswer = z.object({
  ...summary,
  purpose: z.string(),
  delegation: z.array(delegate),
  place: z.string().nullable(),
  agenda: z.string().nullable(),
  /** Who of the delegation came, by name; null until the host has said so. */
  attendance: z.array(z.string()).nullable(),
  createdBy: z.string(),
  requestedAt: at.nullable(),
  steps: z.object(
    Object.fromEntries(visitSteps.map((step) => [step, verdict])) as Record<
      (typeof visitSteps)[number],
      typeof verdict
    >,
  ),
  history: z.array(
    z.object({
      id: z.uuid(),
      at,
      by: z.object({ slug: z.string(), name: z.string() }),
      actor: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  /** Whether this person may take steps and change what is kept. */
  manages: z.boolean(),
  /** Our own, unknown to the other side. */
  note: z.string(),
  assignees: z.array(post),
  letters: z.array(
    z.object({ kind: z.enum(letterKinds), letterId: z.uuid(), state: z.string(), number: z.string().nullable() }),
  ),
  /** Of the host's office, once the visit is scheduled. */
  meeting: z
    .object({
      id: z.uuid(),
      minutesLetterId: z.uuid().nullable(),
      /** Who said that they are there, by name. */
      present: z.array(z.string()),
      checkIn: z.object({ url: z.string(), qrSvg: z.string(), opensAt: at, closesAt: at }),
    })
    .nullable(),
  files: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(fileKinds),
      name: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      sha256: z.string(),
      isOurs: z.boolean(),
      /** Ours: given to the other side. */
      isShared: z.boolean(),
      /** Ours and given: the other side has its copy. */
      hasArrived: z.boolean(),
    }),
  ),
  lessons: z.array(lessonAnswer),
});
export type VisitAnswer = z.output<typeof visitAnswer>;
