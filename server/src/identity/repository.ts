import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { ActingPosition } from '../core/rights/index.ts';
import { type Inputs, type PlatformRead, statement, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { people } from '../organization/index.ts';
import { activationTokens, sessions, signinFailures, superadmins } from './tables.ts';

/** A session with everything that decides what its person may do today. */
export interface SessionRow {
  personId: string;
  name: string;
  username: string;
  active: boolean;
  language: 'id' | 'en';
  expiresAt: Date;
  revokedAt: Date | null;
  given: string[];
  positions: ActingPosition[];
}

const given = sql<
  string[]
>`coalesce((select array_agg(r.role order by r.role) from person_roles r where r.person_id = people.id), '{}')`.mapWith(
  (value: unknown) => (Array.isArray(value) ? value.map(String) : []),
);

const held = (today: unknown, now: unknown) =>
  sql<ActingPosition[]>`(
  select coalesce(jsonb_agg(p order by p."isActing", p.title), '[]') from (
    select pos.id, pos.unit_id as "unitId", pos.kind, pos.title, a.mode, '[]'::jsonb as acts,
        false as "secretLetters", a.mode <> 'definitif' as "isActing"
      from assignments a join positions pos on pos.id = a.position_id
      where a.person_id = people.id and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)
    union all
    select pos.id, pos.unit_id, pos.kind, pos.title, 'delegate', to_jsonb(d.acts), d.secret_letters, true
      from delegations d join positions pos on pos.id = d.position_id
      where d.person_id = people.id and ${now}::timestamptz >= d.starts_at and ${now}::timestamptz < d.ends_at
  ) p)`.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as ActingPosition[]);

/**
 * The session of an access token, its person, roles and positions, in one statement: it runs at each request.
 * `today` is the date in the regency's zone.
 */
export const findSession = statement((db, input: Inputs<{ id: string; today: string; now: string }>) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      username: people.username,
      active: people.active,
      language: people.language,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      given,
      positions: held(input.today, input.now),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, input.id))
    .limit(1),
);

/** A person as a session would show them, without one: for work that the system does in a person's name (the demo). */
export async function findPersonRow(read: TenantRead, username: string, at: { today: string; now: string }) {
  const [row] = await read
    .select({
      personId: people.id,
      name: people.name,
      username: people.username,
      given,
      positions: held(at.today, at.now),
    })
    .from(people)
    .where(eq(people.username, username))
    .limit(1);
  return row ?? null;
}

export async function findAccount(read: TenantRead, username: string) {
  const [row] = await read
    .select({
      id: people.id,
      username: people.username,
      name: people.name,
      passwordHash: people.passwordHash,
      otpSecret: people.otpSecret,
      active: people.active,
    })
    .from(people)
    .where(eq(people.username, username))
    .limit(1);
  return row ?? null;
}

export async function findFailures(read: TenantRead, account: string) {
  const [row] = await read.select().from(signinFailures).where(eq(signinFailures.account, account)).limit(1);
  return row ?? null;
}

/** Locks the account's row of failures, making one where there is none. */
export async function lockFailures(tx: TenantTx, account: string) {
  const none = { account, failures: 0, lastAt: new Date(0) };
  await tx.insert(signinFailures).values(none).onConflictDoNothing();
  const [row] = await tx.select().from(signinFailures).where(eq(signinFailures.account, account)).for('update');
  return row ?? { ...none, lockedUntil: null };
}

export async function saveFailure(tx: TenantTx, row: typeof signinFailures.$inferInsert): Promise<void> {
  await tx
    .insert(signinFailures)
    .values(row)
    .onConflictDoUpdate({
      target: signinFailures.account,
      set: { failures: row.failures, lockedUntil: row.lockedUntil ?? null, lastAt: row.lastAt ?? new Date() },
    });
}

export async function clearFailures(tx: TenantTx, account: string): Promise<void> {
  await tx.delete(signinFailures).where(eq(signinFailures.account, account));
}

export async function insertSession(tx: TenantTx, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

/** Locks the session, so that two rotations of one token take turns. */
export async function lockSession(tx: TenantTx, id: string) {
  const [row] = await tx.select().from(sessions).where(eq(sessions.id, id)).limit(1).for('update');
  return row ?? null;
}

export async function rotateSession(
  tx: TenantTx,
  id: string,
  next: { hash: Buffer; previous: Buffer; now: Date },
): Promise<void> {
  await tx
    .update(sessions)
    .set({ refreshHash: next.hash, previousHash: next.previous, rotatedAt: next.now })
    .where(eq(sessions.id, id));
}

export async function revokeSession(tx: TenantTx, id: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)));
}

export async function revokeSessionsOf(tx: TenantTx, personId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)));
}

/** Ends the person's sessions but the one at hand. */
export async function revokeOtherSessions(tx: TenantTx, personId: string, kept: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, kept), isNull(sessions.revokedAt)));
}

export async function findLanguage(read: TenantRead, personId: string): Promise<'id' | 'en'> {
  const [row] = await read.select({ language: people.language }).from(people).where(eq(people.id, personId));
  return row?.language ?? 'id';
}

export async function setLanguage(tx: TenantTx, personId: string, language: 'id' | 'en'): Promise<void> {
  await tx.update(people).set({ language }).where(eq(people.id, personId));
}

export async function lockActivation(tx: TenantTx, tokenHash: Buffer) {
  const [row] = await tx
    .select({
      personId: activationTokens.personId,
      expiresAt: activationTokens.expiresAt,
      usedAt: activationTokens.usedAt,
      username: people.username,
    })
    .from(activationTokens)
    .innerJoin(people, eq(people.id, activationTokens.personId))
    .where(eq(activationTokens.tokenHash, tokenHash))
    .limit(1)
    .for('update', { of: activationTokens });
  return row ?? null;
}

/** Uses up a link and every other one of the same person: an older invitation must not set the password again. */
export async function useActivation(tx: TenantTx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .update(activationTokens)
    .set({ usedAt: now })
    .where(
      and(
        isNull(activationTokens.usedAt),
        sql`${activationTokens.personId} = (select t.person_id from activation_tokens t where t.token_hash = ${tokenHash})`,
      ),
    );
}

export async function setPassword(tx: TenantTx, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

/** @throws Error when there is none: the session's foreign key rules that out. */
export async function findSuperadmin(read: PlatformRead, id: string) {
  const [row] = await read
    .select({ id: superadmins.id, name: superadmins.name, username: superadmins.username })
    .from(superadmins)
    .where(eq(superadmins.id, id))
    .limit(1);
  if (!row) throw new Error('session without a superadmin');
  return row;
}
