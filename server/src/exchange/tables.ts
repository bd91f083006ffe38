import { bigint, jsonb, pgSchema, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from '../core/db/columns.ts';

/** Letters and receipts between regencies; sender and receiver see their own rows only. */
export const exchange = pgSchema('platform').table('exchange', {
  id: uuid().primaryKey(),
  /** Set by the database to the login that writes. */
  sender: text().notNull().default(''),
  receiver: text().notNull(),
  kind: text().$type<'letter' | 'receipt'>().notNull(),
  envelope: jsonb().$type<unknown>().notNull(),
  /** What an unsealed message says; a sealed one has `sealed` instead. */
  body: jsonb().$type<unknown>(),
  sealed: bytea(),
  /** Of the canonical JSON of `body`, or of `sealed`. */
  bodySha256: text('body_sha256').notNull(),
  /** The document as it lies under the sender's prefix (sealed, if the message is). */
  fileSha256: text('file_sha256'),
  fileSize: bigint('file_size', { mode: 'number' }),
  createdAt: instant('created_at').notNull().defaultNow(),
  deliveredAt: instant('delivered_at'),
});

/** What this regency sent and received. */
export const exchangeLog = pgTable('exchange_log', {
  id: uuid().primaryKey(),
  exchangeId: uuid('exchange_id').notNull(),
  direction: text().$type<'sent' | 'received'>().notNull(),
  partnerSlug: text('partner_slug').notNull(),
  partnerName: text('partner_name').notNull(),
  kind: text().notNull(),
  letterId: uuid('letter_id'),
  number: text(),
  bodySha256: text('body_sha256').notNull(),
  at: instant('at').notNull().defaultNow(),
});
