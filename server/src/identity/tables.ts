import { integer, jsonb, pgSchema, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from '../core/db/columns.ts';

const sessionColumns = {
  id: uuid().primaryKey(),
  refreshHash: bytea('refresh_hash').notNull(),
  previousHash: bytea('previous_hash'),
  rotatedAt: instant('rotated_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
};

const failureColumns = {
  account: text().primaryKey(),
  failures: integer().notNull(),
  lockedUntil: instant('locked_until'),
  lastAt: instant('last_at').notNull().defaultNow(),
};

export const sessions = pgTable('sessions', {
  ...sessionColumns,
  personId: uuid('person_id').notNull(),
  userAgent: text('user_agent'),
});

export const signinFailures = pgTable('signin_failures', failureColumns);

export const activationTokens = pgTable('activation_tokens', {
  tokenHash: bytea('token_hash').primaryKey(),
  personId: uuid('person_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: uuid('person_id').notNull(),
    key: text().notNull(),
    requestHash: bytea('request_hash').notNull(),
    status: integer(),
    response: jsonb(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] })],
);

const platform = pgSchema('platform');

export const superadmins = platform.table('superadmins', {
  id: uuid().primaryKey(),
  username: text().notNull(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  otpSecret: bytea('otp_secret'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const superadminSessions = platform.table('superadmin_sessions', {
  ...sessionColumns,
  superadminId: uuid('superadmin_id').notNull(),
});

export const superadminSigninFailures = platform.table('signin_failures', failureColumns);
