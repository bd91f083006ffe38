import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from '../core/db/columns.ts';

/** `requested` until the administrator agrees, `approved` until the certificate is issued. */
export type SigningKeyState = 'requested' | 'approved' | 'active' | 'revoked';

export const signingKeys = pgTable('signing_keys', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  state: text().$type<SigningKeyState>().notNull(),
  /** Private key under the passphrase. */
  wrappedKey: bytea('wrapped_key').notNull(),
  /** PKCS#10, DER. */
  certificationRequest: bytea('certification_request').notNull(),
  /** DER. */
  certificate: bytea(),
  /** Hexadecimal, lower case. */
  certificateSerial: text('certificate_serial'),
  requestedAt: instant('requested_at').notNull().defaultNow(),
  approvedBy: uuid('approved_by'),
  approvedAt: instant('approved_at'),
  activatedAt: instant('activated_at'),
  revokedAt: instant('revoked_at'),
});
