import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { dossierStates, finalDispositions } from './retention.ts';

export const classificationCode = z
  .string()
  .regex(/^\d{3}(\.\d{1,3}){0,5}$/, 'Tulis kode klasifikasi, misalnya 000.1.2.');
const text = (min: number, max: number) => z.string().trim().min(min).max(max);
const version = z.number().int().positive();
const year = z.number().int().min(1900).max(2200);
const disposition = z.enum(finalDispositions);

export const ruleBody = z.object({
  activeYears: z.number().int().min(0).max(100),
  inactiveYears: z.number().int().min(0).max(100),
  disposition,
  triggerText: text(3, 200).nullable().default(null),
  note: text(1, 500).nullable().default(null),
  legalBasis: text(1, 300).nullable().default(null),
  /** Compared with the regency's own rule by somebody who answers for it. */
  confirmed: z.boolean().default(false),
});
export type RuleBody = z.infer<typeof ruleBody>;
export const putRuleBody = ruleBody.extend({ classification: classificationCode });
export const ruleAnswer = z.object({
  id: z.uuid(),
  classification: z.string(),
  name: z.string().nullable(),
  activeYears: z.number().int(),
  inactiveYears: z.number().int(),
  disposition,
  triggerText: z.string().nullable(),
  note: z.string().nullable(),
  legalBasis: z.string().nullable(),
  confirmed: z.boolean(),
  updatedAt: z.string(),
});
export type RuleAnswer = z.infer<typeof ruleAnswer>;
export const scheduleAnswer = z.object({
  items: z.array(ruleAnswer),
  /** From when years count: the day after the closing, or the first day of the next year. */
  retentionStart: z.enum(['closing', 'year_end']),
});
export const settingsBody = z.object({ retentionStart: z.enum(['closing', 'year_end']) });
export const importBody = z.object({ csv: z.string().min(1).max(2_000_000) });
export const importAnswer = z.object({ created: z.number().int(), changed: z.number().int(), same: z.number().int() });

const retentionAnswer = z.object({
  phase: z.enum([
    'unruled',
    'open',
    'awaiting_trigger',
    'active',
    'transfer_due',
    'inactive',
    'disposal_due',
    'handed_over',
    'destroyed',
  ]),
  startsOn: z.string().nullable(),
  activeUntil: z.string().nullable(),
  inactiveUntil: z.string().nullable(),
  disposition: disposition.nullable(),
  isHeld: z.boolean(),
  /** The rule that counts, perhaps of a code above. */
  rule: ruleAnswer
    .pick({
      classification: true,
      activeYears: true,
      inactiveYears: true,
      disposition: true,
      triggerText: true,
      confirmed: true,
    })
    .nullable(),
});

export const dossierItem = z.object({
  id: z.uuid(),
  /** As written on its cover: classification, year, running number. */
  code: z.string(),
  unit: z.object({ id: z.uuid(), name: z.string() }),
  classification: z.string(),
  classificationName: z.string().nullable(),
  year: z.number().int(),
  title: z.string(),
  state: z.enum(dossierStates),
  closedOn: z.string().nullable(),
  items: z.number().int(),
  place: z.string().nullable(),
  retention: retentionAnswer,
});
export type DossierItem = z.infer<typeof dossierItem>;

const holdAnswer = z.object({
  id: z.uuid(),
  /** null: on the dossier itself. `hidden` letters are not named. */
  letterId: z.uuid().nullable(),
  reason: z.string(),
  placedBy: z.string(),
  placedAt: z.string(),
  liftedBy: z.string().nullable(),
  liftedAt: z.string().nullable(),
  liftReason: z.string().nullable(),
});
const placeShape = {
  building: text(1, 120),
  room: text(1, 120).nullable().default(null),
  shelf: text(1, 120).nullable().default(null),
  box: text(1, 120).nullable().default(null),
  folder: text(1, 120).nullable().default(null),
  note: text(1, 300).nullable().default(null),
};
export const placeBody = z.object(placeShape);
export type PlaceBody = z.infer<typeof placeBody>;
const placeAnswer = z.object({
  building: z.string(),
  room: z.string().nullable(),
  shelf: z.string().nullable(),
  box: z.string().nullable(),
  folder: z.string().nullable(),
  note: z.string().nullable(),
  movedBy: z.string(),
  movedAt: z.string(),
});
/** An act, and why it is closed when it is. */
const act = z.object({ act: z.string(), allowed: z.boolean(), reason: z.string().nullable() });
export const dossierAnswer = dossierItem.extend({
  description: z.string().nullable(),
  triggerOn: z.string().nullable(),
  reassessed: z.enum(['destroy', 'permanent']).nullable(),
  version,
  createdAt: z.string(),
  createdBy: z.string(),
  /** Newest first: the first is where the paper is. */
  places: z.array(placeAnswer),
  holds: z.array(holdAnswer),
  /** The proceeding that it is or was in, newest first. */
  disposals: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['transfer', 'destruction', 'handover']),
      title: z.string(),
      state: z.string(),
    }),
  ),
  packages: z.array(
    z.object({
      id: z.uuid(),
      jobId: z.uuid(),
      status: z.enum(['queued', 'active', 'completed', 'failed']),
      createdAt: z.string(),
      createdBy: z.string(),
      isOwn: z.boolean(),
      size: z.number().nullable(),
    }),
  ),
  history: z.array(
    z.object({ at: z.string(), actor: z.string(), action: z.string(), detail: z.record(z.string(), z.unknown()) }),
  ),
  acts: z.array(act),
});
export type DossierAnswer = z.infer<typeof dossierAnswer>;
export const dossierQuery = pageQuery.extend({
  unitId: z.uuid().optional(),
  classification: classificationCode.optional(),
  state: z.enum(dossierStates).optional(),
  q: z.string().trim().max(200).optional(),
});
export type DossierQuery = z.infer<typeof dossierQuery>;
export const dossierPage = pageOf(dossierItem);
export const dossierBody = z.object({
  /** Default: the person's own unit. */
  unitId: z.uuid().optional(),
  classification: classificationCode,
  year,
  title: text(3, 300),
  description: text(1, 2000).nullable().default(null),
});
export type DossierBody = z.infer<typeof dossierBody>;
export const dossierPatch = z.object({
  title: text(3, 300).optional(),
  description: text(1, 2000).nullable().optional(),
  triggerOn: z.iso.date().nullable().optional(),
  version: version.optional(),
});
export type DossierPatch = z.infer<typeof dossierPatch>;
export const closeBody = z.object({ closedOn: z.iso.date().optional(), version: version.optional() });
export const reopenBody = z.object({ reason: text(5, 500), version: version.optional() });
export const reassessBody = z.object({ decision: z.enum(['destroy', 'permanent']), reason: text(5, 1000) });
export const reasonBody = z.object({ reason: text(5, 1000) });

/** A letter that the reader may not read shows that it is there, and nothing of it. */
export const itemAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(['letter', 'paper', 'hidden']),
  letterId: z.uuid().nullable(),
  subject: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  party: z.string().nullable(),
  direction: z.enum(['outgoing', 'incoming']).nullable(),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']).nullable(),
  quantity: z.string().nullable(),
  destroyed: z.boolean(),
  isHeld: z.boolean(),
  filedAt: z.string(),
  filedBy: z.string(),
});
export type ItemAnswer = z.infer<typeof itemAnswer>;
export const itemPage = pageOf(itemAnswer);
export const fileBody = z
  .object({
    letterIds: z.array(z.uuid()).min(1).max(100).optional(),
    /** Something that exists on paper only. */
    paper: z
      .object({
        subject: text(1, 500),
        number: text(1, 200).nullable().default(null),
        date: z.iso.date().nullable().default(null),
        quantity: text(1, 100).nullable().default(null),
      })
      .optional(),
    /** Takes letters out of the dossier that they are in. */
    move: z.boolean().default(false),
  })
  .refine((body) => (body.letterIds === undefined) !== (body.paper === undefined), {
    message: 'Sebut surat-suratnya, atau satu arsip kertas.',
    path: ['letterIds'],
  });
export type FileBody = z.infer<typeof fileBody>;
export const filedAnswer = z.object({
  filed: z.array(z.uuid()),
  refused: z.array(z.object({ letterId: z.uuid(), code: z.string(), message: z.string() })),
});
export type FiledAnswer = z.infer<typeof filedAnswer>;
export const unfiledItem = z.object({
  id: z.uuid(),
  direction: z.enum(['outgoing', 'incoming']),
  subject: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  party: z.string().nullable(),
  classification: z.string(),
  classificationName: z.string().nullable(),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']),
  typeName: z.string(),
  /** The open dossier that fits best. */
  suggestion: z.object({ id: z.uuid(), code: z.string(), title: z.string() }).nullable(),
});
export type UnfiledItem = z.infer<typeof unfiledItem>;
export const unfiledQuery = pageQuery.extend({ classification: classificationCode.optional() });
export const unfiledPage = pageOf(unfiledItem);
const shortDossier = z.object({ id: z.uuid(), code: z.string(), title: z.string(), unitName: z.string() });
export const letterDossierAnswer = z.object({
  /** Where it is filed; a title only for those whose business the dossier is. */
  dossier: shortDossier
    .extend({ visible: z.boolean(), place: z.string().nullable(), retention: retentionAnswer })
    .nullable(),
  suggestions: z.array(shortDossier),
  mayFile: z.boolean(),
  reason: z.string().nullable(),
  hold: z.object({ id: z.uuid(), reason: z.string(), placedBy: z.string(), placedAt: z.string() }).nullable(),
  destroyed: z.object({ at: z.string(), minutesNumber: z.string(), minutesOn: z.string() }).nullable(),
});
export type LetterDossierAnswer = z.infer<typeof letterDossierAnswer>;
export const idAnswer = z.object({ id: z.uuid() });
