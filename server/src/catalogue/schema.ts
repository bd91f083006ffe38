import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

export const idParams = z.object({ id: z.uuid() });
export const shareBody = z.object({ agreementId: z.uuid() });

export const catalogueQuery = pageQuery.extend({
  /** Words of name or description. */
  q: z.string().trim().max(100).optional(),
  /** A type of naskah dinas. */
  type: z.string().max(60).optional(),
  /** A partner's slug; one's own lists what one offers oneself. */
  origin: z.string().max(40).optional(),
});
export type CatalogueQuery = z.output<typeof catalogueQuery>;

const offer = {
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  type: z.string(),
  description: z.string().nullable(),
  origin: z.object({
    slug: z.string(),
    name: z.string(),
    accent: z.string().nullable(),
    markSvg: z.string().nullable(),
  }),
  /** What opens it. */
  agreement: z.object({ id: z.uuid(), title: z.string(), endsOn: z.string() }),
  sharedAt: z.iso.datetime(),
  /** Whether this very version was adopted here. */
  adoptedByMe: z.boolean(),
  /** Our copy of this version. */
  copyId: z.uuid().nullable(),
  /** The newest version of this template that was adopted here. */
  adoptedVersion: z.number().int().nullable(),
  /** An older version was adopted here, this one not. */
  isNewer: z.boolean(),
  /** Regencies that adopted this version. */
  adoptedBy: z.number().int(),
};
export const catalogueAnswer = pageOf(z.object(offer));
export type CatalogueItem = z.output<z.ZodObject<typeof offer>>;

export const offerAnswer = z.object({
  ...offer,
  /** `withdrawn` and `agreement_ended`: the name stays readable, the content does not. */
  standing: z.enum(['offered', 'withdrawn', 'agreement_ended']),
  body: z.any().nullable(),
  defaults: z.record(z.string(), z.unknown()).nullable(),
  /** Regencies of the agreement that adopted this version. */
  adopters: z.array(z.object({ slug: z.string(), name: z.string(), adoptedAt: z.iso.datetime() })),
});
export type OfferAnswer = z.output<typeof offerAnswer>;

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
  origin: z.object({ slug: z.string(), name: z.string(), version: z.number().int(), offerId: z.uuid() }),
});
export type Adopted = z.output<typeof adoptAnswer>;
