import { and, desc, eq, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { people } from '../organization/index.ts';
import { type SigningKeyState, signingKeys } from './tables.ts';

export type KeyRow = typeof signingKeys.$inferSelect;

/** A key as lists show it: nothing of what is wrapped. */
const listed = {
  id: signingKeys.id,
  personId: signingKeys.personId,
  personName: people.name,
  state: signingKeys.state,
  certificate: signingKeys.certificate,
  serial: signingKeys.certificateSerial,
  requestedAt: signingKeys.requestedAt,
  approvedAt: signingKeys.approvedAt,
  activatedAt: signingKeys.activatedAt,
  revokedAt: signingKeys.revokedAt,
};

export interface ListedKey {
  id: string;
  personId: string;
  personName: string;
  state: SigningKeyState;
  certificate: Buffer | null;
  serial: string | null;
  requestedAt: Date;
  approvedAt: Date | null;
  activatedAt: Date | null;
  revokedAt: Date | null;
}

const selectListed = (read: TenantRead, where: SQL | undefined, limit: number): Promise<ListedKey[]> =>
  read
    .select(listed)
    .from(signingKeys)
    .innerJoin(people, eq(people.id, signingKeys.personId))
    .where(where)
    .orderBy(desc(signingKeys.id))
    .limit(limit);

export async function findListedKey(read: TenantRead, id: string): Promise<ListedKey | null> {
  const [row] = await selectListed(read, eq(signingKeys.id, id), 1);
  return row ?? null;
}

/** @param state only keys in this state */
export const listKeys = (
  read: TenantRead,
  page: { limit: number; cursor?: string | undefined },
  state: SigningKeyState | undefined,
): Promise<ListedKey[]> =>
  selectListed(
    read,
    and(
      state === undefined ? undefined : eq(signingKeys.state, state),
      page.cursor === undefined ? undefined : lt(signingKeys.id, page.cursor),
    ),
    page.limit + 1,
  );

/** A person's keys that are in use or on their way, newest first. */
export const listOwnKeys = (read: TenantRead, personId: string): Promise<ListedKey[]> =>
  selectListed(read, and(eq(signingKeys.personId, personId), ne(signingKeys.state, 'revoked')), 10);

/** The key that a person signs with; one on its way if none is in use yet, else the last one revoked. */
export async function findCurrentKey(read: TenantRead, personId: string): Promise<KeyRow | null> {
  const [row] = await read
    .select()
    .from(signingKeys)
    .where(eq(signingKeys.personId, personId))
    .orderBy(
      sql`array_position(array['active', 'approved', 'requested', 'revoked'], ${signingKeys.state})`,
      desc(signingKeys.id),
    )
    .limit(1);
  return row ?? null;
}

export async function findKey(read: TenantRead, id: string): Promise<KeyRow | null> {
  const [row] = await read.select().from(signingKeys).where(eq(signingKeys.id, id)).limit(1);
  return row ?? null;
}

/** Locks all keys of a person, so that requests, approvals and issues of one person take turns. */
export async function lockKeysOf(tx: TenantTx, personId: string): Promise<KeyRow[]> {
  await tx.execute(sql`select from people where id = ${personId}::uuid for no key update`);
  return tx.select().from(signingKeys).where(eq(signingKeys.personId, personId));
}

export async function insertKey(tx: TenantTx, row: typeof signingKeys.$inferInsert): Promise<void> {
  await tx.insert(signingKeys).values(row);
}

export async function updateKey(
  tx: TenantTx,
  id: string,
  changes: Partial<Omit<typeof signingKeys.$inferInsert, 'id' | 'personId'>>,
): Promise<void> {
  await tx.update(signingKeys).set(changes).where(eq(signingKeys.id, id));
}

/** Takes a person's keys in these states out of use, other than `keepId`. @returns the ids of those it took */
export async function revokeKeys(
  tx: TenantTx,
  options: { personId: string; states: SigningKeyState[]; keepId: string; now: Date },
): Promise<string[]> {
  const rows = await tx
    .update(signingKeys)
    .set({ state: 'revoked', revokedAt: options.now })
    .where(
      and(
        eq(signingKeys.personId, options.personId),
        inArray(signingKeys.state, options.states),
        ne(signingKeys.id, options.keepId),
      ),
    )
    .returning({ id: signingKeys.id });
  return rows.map((row) => row.id);
}

/** Keys of a person out of use that have, or may have, a certificate. */
export async function listRevokedKeys(read: TenantRead, personId: string): Promise<string[]> {
  const rows = await read
    .select({ id: signingKeys.id })
    .from(signingKeys)
    .where(
      and(
        eq(signingKeys.personId, personId),
        eq(signingKeys.state, 'revoked'),
        or(sql`${signingKeys.certificateSerial} is not null`, sql`${signingKeys.approvedAt} is not null`),
      ),
    );
  return rows.map((row) => row.id);
}

/** Who the certificate of a person names; null for somebody without a position today. */
export async function findSubject(
  read: TenantRead,
  personId: string,
  today: string,
): Promise<{ name: string; position: string } | null> {
  const [row] = await read.execute<{ name: string; position: string }>(sql`
    select p.name, o.title as position from people p
      join assignments a on a.person_id = p.id and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on)
      join positions o on o.id = a.position_id
    where p.id = ${personId}::uuid and p.active
    order by (a.mode <> 'definitif'), a.starts_on limit 1`);
  return row ?? null;
}

/** Administrators, who decide about requests. */
export async function listAdministrators(read: TenantRead): Promise<string[]> {
  const rows = await read.execute<{ id: string }>(sql`select p.id from people p
    join person_roles r on r.person_id = p.id and r.role = 'admin' where p.active`);
  return rows.map((row) => row.id);
}
