import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../core/db/columns.ts';

/** What people were told; written by `core/notices.ts` and others in the transaction of the act. */
export const notices = pgTable('notices', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  kind: text().notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: uuid('subject_id').notNull(),
  /** The interface holds the words. */
  textKey: text('text_key').notNull(),
  textValues: jsonb('text_values').$type<Record<string, unknown>>().notNull(),
  readAt: instant('read_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
