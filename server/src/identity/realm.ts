import { eq } from 'drizzle-orm';
import type { PlatformTx, Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';
import * as office from './repository.ts';
import { superadminSessions, superadminSigninFailures, superadmins } from './tables.ts';

export interface Account {
  id: string;
  username: string;
  name: string;
  passwordHash: string | null;
  otpSecret: Buffer | null;
  active: boolean;
}

export interface StoredSession {
  ownerId: string;
  refreshHash: Buffer;
  previousHash: Buffer | null;
  rotatedAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export interface Failures {
  failures: number;
  lockedUntil: Date | null;
  lastAt: Date;
}

/** Where accounts and sessions live: one regency's schema, or the platform's. The flow of signing in is the same. */
export interface Realm<Tx> {
  /** The regency's slug, or `platform`: what tokens are bound to. */
  audience: string;
  transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  findAccount(tx: Tx, username: string): Promise<Account | null>;
  findFailures(tx: Tx, account: string): Promise<Failures | null>;
  /** The same, so that failures at one moment are counted one after the other. */
  lockFailures(tx: Tx, account: string): Promise<Failures>;
  saveFailure(tx: Tx, account: string, failures: Failures): Promise<void>;
  clearFailures(tx: Tx, account: string): Promise<void>;
  insertSession(
    tx: Tx,
    session: { id: string; ownerId: string; refreshHash: Buffer; expiresAt: Date; userAgent: string | null },
  ): Promise<void>;
  lockSession(tx: Tx, id: string): Promise<StoredSession | null>;
  rotateSession(tx: Tx, id: string, next: { hash: Buffer; previous: Buffer; now: Date }): Promise<void>;
  revokeSession(tx: Tx, id: string, now: Date): Promise<void>;
}

export function officeRealm(tenancy: Tenancy, tenant: Tenant): Realm<TenantTx> {
  return {
    audience: tenant.slug,
    transact: (fn) => tenancy.withTenant(tenant, fn),
    findAccount: office.findAccount,
    findFailures: office.findFailures,
    lockFailures: office.lockFailures,
    saveFailure: (tx, account, row) => office.saveFailure(tx, { account, ...row }),
    clearFailures: office.clearFailures,
    insertSession: (tx, { ownerId, ...session }) => office.insertSession(tx, { ...session, personId: ownerId }),
    async lockSession(tx, id) {
      const row = await office.lockSession(tx, id);
      return row && { ...row, ownerId: row.personId };
    },
    rotateSession: office.rotateSession,
    revokeSession: office.revokeSession,
  };
}

export function consoleRealm(tenancy: Tenancy): Realm<PlatformTx> {
  return {
    audience: 'platform',
    transact: (fn) => tenancy.withPlatform(fn),
    async findAccount(tx, username) {
      const [row] = await tx.select().from(superadmins).where(eq(superadmins.username, username)).limit(1);
      return row ? { ...row, active: true } : null;
    },
    async findFailures(tx, account) {
      const [row] = await tx
        .select()
        .from(superadminSigninFailures)
        .where(eq(superadminSigninFailures.account, account))
        .limit(1);
      return row ?? null;
    },
    async lockFailures(tx, account) {
      const none = { account, failures: 0, lastAt: new Date(0) };
      await tx.insert(superadminSigninFailures).values(none).onConflictDoNothing();
      const [row] = await tx
        .select()
        .from(superadminSigninFailures)
        .where(eq(superadminSigninFailures.account, account))
        .for('update');
      return row ?? { ...none, lockedUntil: null };
    },
    async saveFailure(tx, account, row) {
      await tx
        .insert(superadminSigninFailures)
        .values({ account, ...row })
        .onConflictDoUpdate({ target: superadminSigninFailures.account, set: row });
    },
    async clearFailures(tx, account) {
      await tx.delete(superadminSigninFailures).where(eq(superadminSigninFailures.account, account));
    },
    async insertSession(tx, { id, ownerId, refreshHash, expiresAt }) {
      await tx.insert(superadminSessions).values({ id, superadminId: ownerId, refreshHash, expiresAt });
    },
    async lockSession(tx, id) {
      const [row] = await tx
        .select()
        .from(superadminSessions)
        .where(eq(superadminSessions.id, id))
        .limit(1)
        .for('update');
      return row ? { ...row, ownerId: row.superadminId } : null;
    },
    async rotateSession(tx, id, next) {
      await tx
        .update(superadminSessions)
        .set({ refreshHash: next.hash, previousHash: next.previous, rotatedAt: next.now })
        .where(eq(superadminSessions.id, id));
    },
    async revokeSession(tx, id, now) {
      await tx.update(superadminSessions).set({ revokedAt: now }).where(eq(superadminSessions.id, id));
    },
  };
}
