import { z } from 'zod';
import { letterStates, secrecies, urgencies } from '../letters/index.ts';
import { classificationCode } from '../templates/index.ts';

const version = z.number().int().positive().optional();

/** Posts besides `routeTo` that get the letter as well, each to deal with it on its own account. */
const alsoTo = z.array(z.uuid()).max(20).optional();
export const registerBody = z.object({ routeTo: z.uuid(), alsoTo, version });
export type RegisterLetter = z.infer<typeof registerBody>;
export const registerAnswer = z.object({
  id: z.uuid(),
  state: z.enum(letterStates),
  version: z.number().int(),
  /** Counts from 1 within the year. */
  agendaNumber: z.string(),
  agendaYear: z.number().int(),
});
export type RegisterAnswer = z.infer<typeof registerAnswer>;

/** The field `letter` of POST /incoming-letters, as JSON. */
export const recordedLetter = z.object({
  senderName: z.string().trim().min(2, 'Tulis pengirim surat.').max(300),
  number: z.string().trim().min(1).max(200).nullish(),
  /** As printed on the letter. */
  date: z.iso.date().nullish(),
  subject: z.string().trim().min(1, 'Tulis hal surat.').max(500),
  type: z.string().min(1).max(60).default('surat_dinas'),
  classification: classificationCode.optional(),
  secrecy: z.enum(secrecies).default('biasa'),
  urgency: z.enum(urgencies).default('biasa'),
  /** A date in the regency's zone; today if left out. */
  receivedOn: z.iso.date().optional(),
  /** Enters it into the agenda book and routes it at once. */
  routeTo: z.uuid().nullish(),
  alsoTo,
  /** For the files of the pages, in their order: how to turn each clockwise, on top of what the camera noted. */
  rotate: z
    .array(z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]))
    .max(60)
    .optional(),
});
export type RecordedLetter = z.infer<typeof recordedLetter>;

const duplicate = z.object({
  id: z.uuid(),
  subject: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  agendaNumber: z.string().nullable(),
  receivedAt: z.string(),
  senderName: z.string(),
  /** `bytes`: the very same file; `number`: the same sender and number; `date`: and the same date, too. */
  reason: z.enum(['bytes', 'number', 'date']),
});
export type Duplicate = z.infer<typeof duplicate>;

export const recordAnswer = z.object({
  id: z.uuid(),
  direction: z.literal('incoming'),
  state: z.enum(letterStates),
  subject: z.string(),
  version: z.number().int(),
  agendaNumber: z.string().nullable(),
  /** Letters that came earlier with the same file, or from the same sender under the same number: perhaps this one. */
  duplicates: z.array(duplicate),
});
export type RecordAnswer = z.infer<typeof recordAnswer>;

export const duplicateQuery = z.object({
  senderName: z.string().trim().min(2).max(300).optional(),
  number: z.string().trim().min(1).max(200).optional(),
  date: z.iso.date().optional(),
  /** SHA-256 of files, hexadecimal, separated by commas. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64}){0,59}$/)
    .optional(),
});
export type DuplicateQuery = z.infer<typeof duplicateQuery>;
export const duplicateAnswer = z.object({ items: z.array(duplicate) });

export const openedAnswer = z.object({ id: z.uuid(), opened: z.boolean() });

const reason = (what: string) => z.string().trim().min(1, what).max(1000);
export const routeBody = z.object({
  /** The posts that are to have the letter; those that have it and are not named lose it, if they have not read it. */
  to: z.array(z.uuid()).min(1, 'Pilih jabatan tujuan.').max(20),
  reason: reason('Tulis alasannya.').optional(),
  version,
});
export type RouteLetter = z.infer<typeof routeBody>;
export const closeBody = z.object({ note: reason('Tulis catatan tindak lanjut.'), version });
export type CloseLetter = z.infer<typeof closeBody>;
export const sendBackBody = z.object({ reason: reason('Tulis alasannya.'), version });
export type SendBackLetter = z.infer<typeof sendBackBody>;

const instant = z.string().nullable();
const routeActs = ['close', 'send_back', 'route'] as const;
export const routesAnswer = z.object({
  id: z.uuid(),
  state: z.enum(letterStates),
  version: z.number().int(),
  /** Whom the letter was routed to, those it was taken back from included, in the order of routing. */
  items: z.array(
    z.object({
      positionId: z.uuid(),
      title: z.string(),
      unitName: z.string(),
      holder: z.string().nullable(),
      /** `information`: a copy, nothing is asked. */
      purpose: z.enum(['act', 'information']),
      routedAt: z.string(),
      readAt: instant,
      /** Disposed, or closed without a disposition (then with a `closeNote`). */
      doneAt: instant,
      doneBy: z.string().nullable(),
      closeNote: z.string().nullable(),
      withdrawnAt: instant,
      withdrawnBy: z.string().nullable(),
      withdrawnReason: z.string().nullable(),
    }),
  ),
  /** Texts of the letter's files: whether search finds what they say. */
  texts: z.array(
    z.object({
      fileId: z.uuid(),
      name: z.string(),
      state: z.enum(['waiting', 'extracted', 'partial', 'no_text', 'unreadable']),
      pages: z.number().int().nullable(),
    }),
  ),
  /** Letters that came before and may be this one; for its registrars. */
  duplicates: z.array(duplicate),
  acts: z.array(z.object({ act: z.enum(routeActs), allowed: z.boolean(), reason: z.string().nullable() })),
});
export type RoutesAnswer = z.infer<typeof routesAnswer>;

/** Whoever sent a letter back may read it no longer, so that the answer says only which. */
export const sentBackAnswer = z.object({ id: z.uuid() });
export type SentBackAnswer = z.infer<typeof sentBackAnswer>;
