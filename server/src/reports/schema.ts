import { z } from 'zod';
import { pageOf } from '../core/http/pagination.ts';

const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Tulis tahun dan bulan, misalnya 2026-11.');
const format = z.enum(['pdf', 'xlsx']);

export const createReportBody = z.object({ kind: z.literal('letters'), period, format });
export type CreateReport = z.infer<typeof createReportBody>;
export const reportOrderedAnswer = z.object({ jobId: z.uuid(), id: z.uuid() });

export const reportItem = z.object({
  id: z.uuid(),
  kind: z.literal('letters'),
  period,
  format,
  jobId: z.uuid(),
  status: z.enum(['queued', 'active', 'completed', 'failed']),
  progress: z.number().int(),
  error: z.string().nullable(),
  /** Where to fetch the file, once it is there. */
  fileUrl: z.string().nullable(),
  createdAt: z.string(),
});
export type ReportItem = z.infer<typeof reportItem>;
export const reportPage = pageOf(reportItem);
