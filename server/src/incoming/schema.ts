import { z } from 'zod';
import { letterStates, secrecies, urgencies } from '../letters/index.ts';
import { classificationCode } from '../templates/index.ts';

const version = z.number().int().positive().optional();

export const registerBody = z.object({ routeTo: z.uuid(), version });
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
});
export type RecordedLetter = z.infer<typeof recordedLetter>;

const duplicate = z.object({
  id: z.uuid(),
  subject: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  agendaNumber: z.string().nullable(),
  receivedAt: z.string(),
});
export type Duplicate = z.infer<typeof duplicate>;

export const recordAnswer = z.object({
  id: z.uuid(),
  direction: z.literal('incoming'),
  state: z.enum(letterStates),
  subject: z.string(),
  version: z.number().int(),
  agendaNumber: z.string().nullable(),
  /** Letters that came earlier from the same sender under the same number: perhaps this one. */
  duplicates: z.array(duplicate),
});
export type RecordAnswer = z.infer<typeof recordAnswer>;

export const duplicateQuery = z.object({
  senderName: z.string().trim().min(2).max(300),
  number: z.string().trim().min(1).max(200),
});
export const duplicateAnswer = z.object({ items: z.array(duplicate) });

export const openedAnswer = z.object({ id: z.uuid(), opened: z.boolean() });
