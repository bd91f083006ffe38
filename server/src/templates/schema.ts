import { z } from 'zod';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

export const classificationCode = z
  .string()
  .regex(/^\d{3}(\.\d{1,3}){0,4}$/, 'Tulis kode klasifikasi seperti 000.1.5.');

/** What a letter made from the template starts with, and who approves and signs it by default. */
export const templateDefaultsSchema = z.object({
  subject: z.string().trim().min(1).max(500).optional(),
  classification: classificationCode.optional(),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']).optional(),
  urgency: z.enum(['biasa', 'segera', 'amat_segera']).optional(),
  attachmentNote: z.string().max(200).nullable().optional(),
  /** `superiors`: the drafter's superiors in order, up to below the signer. */
  chain: z
    .object({ approvers: z.enum(['superiors', 'none']), signer: z.enum(['regent', 'secretary', 'unit_head']) })
    .optional(),
});
export type TemplateDefaults = z.infer<typeof templateDefaultsSchema>;

const name = z.string().trim().min(2).max(200);
const description = z.string().trim().max(1000).nullable();

export const createTemplateBody = z.object({
  name,
  type: z.string().min(1).max(60),
  description: description.optional(),
  body: letterBodySchema,
  defaults: templateDefaultsSchema.optional(),
});
export type CreateTemplate = z.infer<typeof createTemplateBody>;

export const updateTemplateBody = z.object({
  name: name.optional(),
  description: description.optional(),
  body: letterBodySchema.optional(),
  defaults: templateDefaultsSchema.optional(),
  /** The version the editor saw; a stale one is refused. */
  version: z.number().int().positive().optional(),
});
export type UpdateTemplate = z.infer<typeof updateTemplateBody>;

export const publishTemplateBody = z.object({ version: z.number().int().positive().optional() }).nullish();

const origin = z.object({ slug: z.string(), name: z.string(), version: z.number().int() });

export const templateItem = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  typeName: z.string(),
  description: z.string().nullable(),
  /** The newest version; letters are made from `publishedVersion`. */
  version: z.number().int(),
  publishedVersion: z.number().int().nullable(),
  state: z.enum(['draft', 'published']),
  origin: origin.nullable(),
  updatedAt: z.string(),
});
export type TemplateItem = z.infer<typeof templateItem>;

export const templateAnswer = templateItem.extend({
  body: letterBodySchema,
  defaults: templateDefaultsSchema,
  versions: z.array(z.object({ version: z.number().int(), createdAt: z.string(), publishedAt: z.string().nullable() })),
});
export type TemplateAnswer = z.infer<typeof templateAnswer>;

export const templateQuery = pageQuery.extend({
  type: z.string().max(60).optional(),
  q: z.string().trim().max(100).optional(),
});
export const templatePage = pageOf(templateItem);

export const classificationQuery = z.object({
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** The last code seen. */
  cursor: z.string().max(30).optional(),
});
export const classificationPage = z.object({
  items: z.array(z.object({ code: z.string(), name: z.string() })),
  nextCursor: z.string().nullable(),
});
