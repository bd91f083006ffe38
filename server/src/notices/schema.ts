import { z } from 'zod';
import { pageOf } from '../core/http/pagination.ts';

const noticeItem = z.object({
  id: z.uuid(),
  kind: z.string(),
  subject: z.object({ kind: z.string(), id: z.uuid() }),
  /** Key of the words in the interface, such as `disposition.received`. */
  textKey: z.string(),
  values: z.record(z.string(), z.unknown()),
  readAt: z.string().nullable(),
  createdAt: z.string(),
});
export type NoticeItem = z.infer<typeof noticeItem>;

/** Unread first, newest first within. */
export const noticePage = pageOf(noticeItem).extend({ unread: z.number().int() });
export const readAnswer = z.object({ unread: z.number().int() });
