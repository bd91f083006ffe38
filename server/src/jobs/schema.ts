import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

export const jobAnswer = z.object({
  id: z.uuid(),
  /** Such as `letters.sign`, `report.make`. */
  kind: z.string(),
  status: z.enum(['queued', 'active', 'completed', 'failed']),
  /** Whole percent. */
  progress: z.number().int().min(0).max(100),
  /** What the work gave; only for whoever ordered it. */
  result: z.record(z.string(), z.unknown()).optional(),
  /** Why it failed, in words for people. */
  error: z.string().optional(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type JobAnswer = z.infer<typeof jobAnswer>;
export const jobPage = pageOf(jobAnswer);
export const jobQuery = pageQuery.extend({ kind: z.string().max(60).optional() });
export type JobQuery = z.infer<typeof jobQuery>;
