import { z } from 'zod';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { templateDefaultsSchema } from './defaults.ts';

const name = z.string().trim().min(2).max(200);
const description = z.string().trim().max(1000).nullable();

export const createTemplateBody = z.object({
  name,
  type: z.string().min(1).max(60),
  description: description.optional(),
  body: letterBodySchema,
  defaults: templateDefaultsSchema.optional(),
  /** `imported` for a text that came from a .docx. */
  source: z.enum(['written', 'imported']).optional(),
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

/** The version the editor saw; a stale one is refused. */
const seenVersion = z.number().int().positive().optional();
export const publishTemplateBody = z.object({ version: seenVersion }).nullish();

export const restoreTemplateBody = z.object({
  /** Which old version becomes the newest draft. */
  from: z.number().int().positive(),
  version: seenVersion,
});
export type RestoreTemplate = z.infer<typeof restoreTemplateBody>;

export const importAnswer = z.object({
  body: letterBodySchema,
  /** What could not be carried over, in Indonesian. */
  notices: z.array(z.string()),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

const origin = z.object({ slug: z.string(), name: z.string(), version: z.number().int() });

/** A copy from which no new letters are made: the agreement under which it came says so. */
const stopped = z.object({
  reason: z.enum(['agreement_ended', 'offer_withdrawn']),
  agreementId: z.uuid(),
  agreementTitle: z.string(),
});

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
  stopped: stopped.nullable(),
  updatedAt: z.string(),
  /** Put away: offered to nobody any more, still there for the letters made from it. */
  archivedAt: z.string().nullable(),
});
export type TemplateItem = z.infer<typeof templateItem>;

export const templateAnswer = templateItem.extend({
  /** Which version `body` and `defaults` are of. */
  shownVersion: z.number().int(),
  body: letterBodySchema,
  defaults: templateDefaultsSchema,
  /** What units, posts and regencies of the defaults are called today, by id or slug. */
  names: z.record(z.string(), z.string()),
  /** Parts of the defaults that are no more, such as a post that was dissolved; letters are made without them. */
  gone: z.array(z.object({ path: z.string(), message: z.string() })),
  versions: z.array(
    z.object({
      version: z.number().int(),
      createdAt: z.string(),
      publishedAt: z.string().nullable(),
      author: z.string().nullable(),
      source: z.enum(['written', 'restored', 'imported', 'adopted']),
      restoredFrom: z.number().int().nullable(),
    }),
  ),
});
export type TemplateAnswer = z.infer<typeof templateAnswer>;

export const templateQuery = pageQuery.extend({
  type: z.string().max(60).optional(),
  q: z.string().trim().max(100).optional(),
  /** Those put away instead of those in use; for administrators. */
  archived: z.enum(['true', 'false']).optional(),
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
