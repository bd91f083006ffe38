import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

export const logQuery = pageQuery.extend({ direction: z.enum(['sent', 'received']).optional() });
export type LogQuery = z.infer<typeof logQuery>;

const logItem = z.object({
  id: z.uuid(),
  direction: z.enum(['sent', 'received']),
  partner: z.object({ slug: z.string(), name: z.string() }),
  kind: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  type: z.string().nullable(),
  unit: z.string().nullable(),
  at: z.string(),
  /** How far a sent letter is. */
  delivery: z.enum(['pending', 'sent', 'delivered', 'read', 'failed']).nullable(),
  /** Only of letters that the person may read. */
  letterId: z.uuid().nullable(),
  subject: z.string().nullable(),
});
export type LogItem = z.infer<typeof logItem>;
export const logPage = pageOf(logItem);
