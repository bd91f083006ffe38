import { boolean, date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../core/db/columns.ts';
import type { DispositionState } from './rules.ts';

export const dispositions = pgTable('dispositions', {
  id: uuid().primaryKey(),
  letterId: uuid('letter_id').notNull(),
  /** The disposition that this one hands on; null for those of whom the letter was routed to. */
  parentId: uuid('parent_id'),
  fromPositionId: uuid('from_position_id').notNull(),
  fromPersonId: uuid('from_person_id').notNull(),
  toPositionId: uuid('to_position_id').notNull(),
  instruction: text().notNull(),
  /** A date in the regency's zone; that day still counts. */
  dueOn: date('due_on'),
  state: text().$type<DispositionState>().notNull().default('unread'),
  report: text(),
  readAt: instant('read_at'),
  completedAt: instant('completed_at'),
  completedBy: uuid('completed_by'),
  cancelledAt: instant('cancelled_at'),
  cancelledBy: uuid('cancelled_by'),
  cancelReason: text('cancel_reason'),
  /** Only giver, receiver and those above see what it says. */
  isSecret: boolean('is_secret').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
});
