import { z } from 'zod';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { templateDefaultsSchema } from '../templates/index.ts';

/** Stands for the nation where a regency's slug would stand. No regency can have it (tenants/rules). */
export const nationalSlug = 'nasional';

export const idParams = z.object({ id: z.uuid() });

const licence = z.string().trim().min(2).max(1000);
const attribution = z.string().trim().min(2).max(300);

export const shareBody = z.object({
  agreementId: z.uuid(),
  /** What those who adopt it may do with it, in words. */
  licence: licence.optional(),
  /** How they name where it comes from. */
  attribution: attribution.optional(),
});
export type ShareInput = z.output<typeof shareBody>;

export const catalogueQuery = pageQuery.extend({
  /** Words of name or description, or their beginnings; all must be there. */
  q: z.string().trim().max(100).optional(),
  /** A type of naskah dinas. */
  type: z.string().max(60).optional(),
  /** A partner's slug, or `nasional`; one's own lists what one offers oneself. */
  origin: z.string().max(40).optional(),
});
export type CatalogueQuery = z.output<typeof catalogueQuery>;

const regency = z.object({ slug: z.string(), name: z.string() });
const instant = z.iso.datetime();

const offer = {
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  type: z.string(),
  description: z.string().nullable(),
  /** `nasional` for a template that the superadmin published for all. */
  origin: regency.extend({ accent: z.string().nullable(), markSvg: z.string().nullable() }),
  /** What opens it, and what becomes of copies when that ends; null for a national template. */
  agreement: z
    .object({
      id: z.uuid(),
      title: z.string(),
      endsOn: z.string(),
      copiesAfterEnd: z.enum(['keep', 'stop_new_use']),
    })
    .nullable(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  sharedAt: instant,
  /** Whether this very version was adopted here. */
  adoptedByMe: z.boolean(),
  /** Our copy of this version. */
  copyId: z.uuid().nullable(),
  /** The newest version of this template that was adopted here, and its copy. */
  adoptedVersion: z.number().int().nullable(),
  newestCopyId: z.uuid().nullable(),
  /** An older version was adopted here, this one not. */
  isNewer: z.boolean(),
  /** Regencies that adopted this version, also those whose names we may not learn. */
  adoptedBy: z.number().int(),
  /** Of the template, whatever version was rated. */
  rating: z.object({ stars: z.number().nullable(), count: z.number().int() }),
};
export const catalogueAnswer = pageOf(z.object(offer));
export type CatalogueItem = z.output<z.ZodObject<typeof offer>>;

const contribution = { by: regency, author: z.string(), text: z.string(), at: instant };

export const offerAnswer = z.object({
  ...offer,
  /** `withdrawn` and `agreement_ended`: the name stays readable, the content does not. */
  standing: z.enum(['offered', 'withdrawn', 'agreement_ended']),
  body: z.any().nullable(),
  defaults: z.record(z.string(), z.unknown()).nullable(),
  /** Those who adopted some version of it under agreements of ours; of our own offers, everybody. */
  adopters: z.array(regency.extend({ version: z.number().int(), adoptedAt: instant })),
  ratings: z.array(
    z.object({ by: regency, stars: z.number().int(), word: z.string().nullable(), at: instant, isOurs: z.boolean() }),
  ),
  questions: z.array(
    z.object({ id: z.uuid(), ...contribution, answers: z.array(z.object({ id: z.uuid(), ...contribution })) }),
  ),
});
export type OfferAnswer = z.output<typeof offerAnswer>;

export const ratingBody = z.object({
  stars: z.number().int().min(1).max(5),
  word: z.string().trim().min(2).max(300).nullish(),
});
export type RatingInput = z.output<typeof ratingBody>;
export const questionBody = z.object({ text: z.string().trim().min(3).max(2000) });
export const answerBody = z.object({ questionId: z.uuid(), text: z.string().trim().min(2).max(4000) });
export type AnswerInput = z.output<typeof answerBody>;

export const shareAnswer = z.object({
  id: z.uuid(),
  agreementId: z.uuid(),
  templateId: z.uuid(),
  name: z.string(),
  type: z.string(),
  version: z.number().int(),
});

export const adoptAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  version: z.number().int(),
  origin: regency.extend({ version: z.number().int(), offerId: z.uuid() }),
});
export type Adopted = z.output<typeof adoptAnswer>;

/** A newer version beside our copy, before anything is changed. */
export const mergeAnswer = z.object({
  copy: z.object({
    id: z.uuid(),
    name: z.string(),
    /** Our own newest version: what `version` of the merge must be. */
    version: z.number().int(),
    /** The giver's version that it holds. */
    fromVersion: z.number().int(),
  }),
  toVersion: z.number().int(),
  /** Whether the copy was changed here since it was adopted. */
  isChanged: z.boolean(),
  /** How the copy would be, with ours wherever both changed. */
  body: letterBodySchema,
  defaults: templateDefaultsSchema,
  /** What the copy holds now. */
  mine: letterBodySchema,
  conflicts: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['blocks', 'default']),
      base: z.any(),
      theirs: z.any(),
      mine: z.any(),
    }),
  ),
});
export type MergeAnswer = z.output<typeof mergeAnswer>;

export const mergeBody = z.object({
  /** The version of our copy that was compared. */
  version: z.number().int().positive(),
  /** For each conflict by its key; `both` puts ours before theirs, of the text only. */
  choices: z.record(z.string().max(200), z.enum(['mine', 'theirs', 'both'])).default({}),
});
export type MergeInput = z.output<typeof mergeBody>;

export const nationalBody = z.object({
  /** Which template this is the next version of; without it, a new one. */
  sourceId: z.uuid().optional(),
  name: z.string().trim().min(2).max(200),
  type: z.string().regex(/^[a-z][a-z_]{0,59}$/, 'kode jenis naskah, misalnya surat_dinas'),
  description: z.string().trim().max(1000).nullish(),
  licence: licence.optional(),
  attribution: attribution.optional(),
  body: letterBodySchema,
  defaults: templateDefaultsSchema.default({}),
});
export type NationalInput = z.output<typeof nationalBody>;

const nationalItem = z.object({
  id: z.uuid(),
  sourceId: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  type: z.string(),
  description: z.string().nullable(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  publishedAt: instant,
  withdrawnAt: instant.nullable(),
  adopters: z.number().int(),
});
export type NationalItem = z.output<typeof nationalItem>;
export const nationalList = z.object({ items: z.array(nationalItem) });
export const nationalTypes = z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) });
export const nationalPublished = z.object({ id: z.uuid(), sourceId: z.uuid(), version: z.number().int() });
export const nationalWithdrawn = z.object({ id: z.uuid() });
