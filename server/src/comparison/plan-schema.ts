import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

export const planStates = ['planned', 'started', 'done', 'cancelled'] as const;
export type PlanState = (typeof planStates)[number];

const level = z.number().min(1).max(5);
/** The indicator that it should improve, and from where to where. */
const aim = z.object({
  scheme: z.string().max(40),
  indicator: z.number().int().positive(),
  baselineYear: z.number().int().min(2000).max(2100).nullable().default(null),
  baselineLevel: level.nullable().default(null),
  expectedLevel: level.nullable().default(null),
});
const fields = {
  title: z.string().trim().min(3, 'Tulis apa yang akan diadopsi.').max(200),
  description: z.string().trim().max(4_000),
  responsiblePositionId: z.uuid('Pilih jabatan penanggung jawab.'),
  dueOn: z.iso.date('Isi tanggal tenggat.'),
  aim: aim.nullable(),
};
export const planBody = z.object({
  ...fields,
  description: fields.description.default(''),
  aim: fields.aim.default(null),
  kind: z.enum(['template', 'practice', 'other']),
  /** A partner's offer in the catalogue, for `template`. */
  offerId: z.uuid().optional(),
  /** Whom it is taken over from, when no offer says so. */
  fromSlug: z.string().max(40).optional(),
});
export type PlanBody = z.output<typeof planBody>;
export const planPatch = z.object(fields).partial().extend({ version: z.number().int().positive() });
export type PlanPatch = z.output<typeof planPatch>;
export const progressBody = z.object({
  text: z.string().trim().min(1, 'Tulis kemajuannya.').max(2_000),
  state: z.enum(planStates).optional(),
});
export type ProgressBody = z.output<typeof progressBody>;

export const planQuery = pageQuery.extend({
  state: z.enum([...planStates, 'open']).optional(),
});
export type PlanQuery = z.output<typeof planQuery>;

const item = {
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(['template', 'practice', 'other']),
  from: z.object({ slug: z.string().nullable(), name: z.string() }).nullable(),
  responsible: z.object({ id: z.uuid(), title: z.string() }),
  dueOn: z.iso.date(),
  state: z.enum(planStates),
  overdue: z.boolean(),
  aim: z
    .object({
      ...aim.shape,
      baselineYear: z.number().int().nullable(),
      baselineLevel: z.number().nullable(),
      expectedLevel: z.number().nullable(),
      name: z.string(),
      /** Of the index, if it comes as expected. */
      expectedPoints: z.number().nullable(),
    })
    .nullable(),
};
export const planList = pageOf(z.object(item));
export type PlanItem = z.output<z.ZodObject<typeof item>>;

const may = z.object({ allowed: z.boolean(), reason: z.string().nullable() });
export const planAnswer = z.object({
  ...item,
  description: z.string(),
  offerId: z.uuid().nullable(),
  version: z.number().int(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedOn: z.iso.date().nullable(),
  notes: z.array(
    z.object({
      at: z.iso.datetime(),
      by: z.string(),
      text: z.string(),
      from: z.enum(planStates),
      to: z.enum(planStates),
    }),
  ),
  /** What we published since: the indicator's level in the newest year after the baseline's. */
  outcome: z
    .object({ year: z.number().int(), level: z.number(), points: z.number(), reached: z.boolean().nullable() })
    .nullable(),
  acts: z.object({ edit: may, progress: may }),
});
export type PlanAnswer = z.output<typeof planAnswer>;
