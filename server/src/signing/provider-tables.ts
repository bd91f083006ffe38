import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from '../core/db/columns.ts';

export type ProviderKind = 'embedded' | 'bsre';

export const signatureSettings = pgTable('signature_settings', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  provider: text().$type<ProviderKind>().notNull(),
  apiVersion: text('api_version').$type<'v1' | 'v2'>().notNull().default('v2'),
  baseUrl: text('base_url'),
  username: text(),
  /** By MASTER_KEY of this installation. */
  wrappedPassword: bytea('wrapped_password'),
  /** PEM. */
  tlsAuthorities: text('tls_authorities'),
  /** PEM. */
  signatureRoots: text('signature_roots'),
  coordinatorName: text('coordinator_name'),
  coordinatorContact: text('coordinator_contact'),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  updatedBy: uuid('updated_by'),
});
export type SignatureSettings = typeof signatureSettings.$inferSelect;
