import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../core/db/columns.ts';
import type { StepJson } from './steps.ts';

export const letterBodySteps = pgTable(
  'letter_body_steps',
  {
    letterId: uuid('letter_id').notNull(),
    /** The body's version after this step. */
    version: integer().notNull(),
    step: jsonb().$type<StepJson>().notNull(),
    /** One open page; tells a page its own steps. */
    clientId: text('client_id').notNull(),
    authorId: uuid('author_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.version] })],
);

export const letterComments = pgTable('letter_comments', {
  id: uuid().primaryKey(),
  letterId: uuid('letter_id').notNull(),
  parentId: uuid('parent_id'),
  authorId: uuid('author_id').notNull(),
  text: text().notNull(),
  anchorFrom: integer('anchor_from'),
  anchorTo: integer('anchor_to'),
  quote: text(),
  bodyVersion: integer('body_version'),
  /** Set on a suggestion: what it would put in place of the quote. */
  replacement: text(),
  state: text().$type<'open' | 'resolved' | 'accepted' | 'declined'>().notNull().default('open'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
