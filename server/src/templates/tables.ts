import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { LetterBody } from '../adapters/typesetting/index.ts';
import { instant } from '../core/db/columns.ts';
import type { TemplateDefaults } from './defaults.ts';

export { letterTypes } from '../letter-types/index.ts';

export const templates = pgTable('templates', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  type: text().notNull(),
  description: text(),
  /** The version that letters are made from; null until the first is published. */
  publishedVersion: integer('published_version'),
  /** Where an adopted copy comes from. */
  originSlug: text('origin_slug'),
  originName: text('origin_name'),
  originOfferId: uuid('origin_offer_id'),
  originVersion: integer('origin_version'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
  archivedBy: uuid('archived_by'),
});

export const templateVersions = pgTable(
  'template_versions',
  {
    templateId: uuid('template_id').notNull(),
    version: integer().notNull(),
    body: jsonb().$type<LetterBody>().notNull(),
    defaults: jsonb().$type<TemplateDefaults>().notNull().default({}),
    publishedAt: instant('published_at'),
    createdBy: uuid('created_by'),
    source: text().$type<'written' | 'restored' | 'imported' | 'adopted'>().notNull().default('written'),
    /** The older version that this one repeats. */
    restoredFrom: integer('restored_from'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.version] })],
);
