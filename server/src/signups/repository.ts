import { type SQL, sql } from 'drizzle-orm';
import type { PlatformRead, PlatformTx } from '../core/tenancy/index.ts';

export type SignupRow = {
  id: string;
  regionCode: string;
  name: string;
  province: string;
  slug: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  contactPosition: string;
  state: 'pending' | 'approved' | 'rejected';
  reason: string | null;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
};

const select = sql`select s.id, s.region_code as "regionCode", r.name, r.province, s.slug, s.contact_name as "contactName",
    s.contact_email as "contactEmail", s.contact_phone as "contactPhone", s.contact_position as "contactPosition",
    s.state, s.reason, s.created_at as "createdAt", s.decided_at as "decidedAt", s.decided_by as "decidedBy"
  from platform.signups s join platform.regions r on r.code = s.region_code`;

export type NewSignup = Pick<
  SignupRow,
  'id' | 'regionCode' | 'slug' | 'contactName' | 'contactEmail' | 'contactPhone' | 'contactPosition'
> & {
  tokenHash: Buffer;
};

/** A second pending one for the same region or slug violates `signups_one_pending_per_…`. */
export async function insertSignup(tx: PlatformTx, row: NewSignup): Promise<void> {
  await tx.execute(sql`insert into platform.signups
    (id, region_code, slug, contact_name, contact_email, contact_phone, contact_position, token_hash)
    values (${row.id}::uuid, ${row.regionCode}, ${row.slug}, ${row.contactName}, ${row.contactEmail}, ${row.contactPhone},
      ${row.contactPosition}, ${row.tokenHash})`);
}

export async function findSignup(db: PlatformRead | PlatformTx, id: string): Promise<SignupRow | null> {
  const rows = await db.execute<SignupRow>(sql`${select} where s.id = ${id}::uuid`);
  return rows[0] ?? null;
}

export async function lockSignup(tx: PlatformTx, id: string): Promise<SignupRow | null> {
  const rows = await tx.execute<SignupRow>(sql`${select} where s.id = ${id}::uuid for update of s`);
  return rows[0] ?? null;
}

export async function findSignupByToken(read: PlatformRead, tokenHash: Buffer): Promise<SignupRow | null> {
  const rows = await read.execute<SignupRow>(sql`${select} where s.token_hash = ${tokenHash}`);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listSignups(
  read: PlatformRead,
  filter: { state?: SignupRow['state'] | undefined; cursor?: string | undefined; limit: number },
): Promise<SignupRow[]> {
  const conditions: SQL[] = [sql`true`];
  if (filter.state) conditions.push(sql`s.state = ${filter.state}`);
  if (filter.cursor) conditions.push(sql`s.id < ${filter.cursor}::uuid`);
  return read.execute<SignupRow>(
    sql`${select} where ${sql.join(conditions, sql` and `)} order by s.id desc limit ${filter.limit}`,
  );
}

export async function decideSignup(
  tx: PlatformTx,
  id: string,
  decision: { state: 'approved' | 'rejected'; reason: string | null; by: string },
): Promise<void> {
  await tx.execute(sql`update platform.signups set state = ${decision.state}, reason = ${decision.reason},
    decided_at = now(), decided_by = ${decision.by} where id = ${id}::uuid`);
}
