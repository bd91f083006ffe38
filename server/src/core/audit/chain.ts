import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { PlatformRead, PlatformTx, TenantRead, TenantTx } from '../tenancy/index.ts';

/*
 * Transactions insert plain rows and a sealer chains them afterwards, so that no lock lies in the hot path:
 * hash(n) = SHA-256(hash(n-1) || row n). The chain's order is (sealed_at, id): a row whose transaction was slow is
 * sealed after one with a later id. What is not sealed yet, the last seconds, is told apart.
 */

type Row = { id: string; line: string };
type SealedRow = Row & { hash: Buffer };

const beginning = Buffer.alloc(32);
const link = (previous: Buffer, line: string): Buffer => createHash('sha256').update(previous).update(line).digest();

// The row as PostgreSQL writes it: times in UTC with microseconds, keys of `detail` in jsonb's own order.
const at = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const tenantLine = sql`jsonb_build_array(id, ${at}, actor_id, actor_name, position_title, action, subject_kind, subject_id, detail)::text`;
const platformLine = sql`jsonb_build_array(id, ${at}, actor, action, subject_kind, subject_id, detail)::text`;

type Sealed = { id: string; hash: string };

function chain(rows: readonly Row[], head: Buffer | undefined): Sealed[] {
  let hash = head ?? beginning;
  return rows.map(({ id, line }) => {
    hash = link(hash, line);
    return { id, hash: hash.toString('hex') };
  });
}

const sealedTable = (sealed: Sealed[]): SQL =>
  sql`unnest(${sql.param(sealed.map(({ id }) => id))}::text[], ${sql.param(sealed.map(({ hash }) => hash))}::text[]) as u (id, hash)`;

/** Seals a regency's rows that are not sealed. @returns how many; call again while it is `limit` */
export async function sealTenant(tx: TenantTx, limit = 500): Promise<number> {
  // One sealer at a time; whoever waited sees what the other sealed.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('audit:' || current_schema()))`);
  const [head] = await tx.execute<{ hash: Buffer }>(
    sql`select hash from audit_seals order by sealed_at desc, audit_id desc limit 1`,
  );
  const rows = await tx.execute<Row>(sql`select id::text, ${tenantLine} as line from audit_log
    where not exists (select from audit_seals s where s.audit_id = audit_log.id) order by audit_log.id limit ${limit}`);
  if (rows.length === 0) return 0;
  await tx.execute(sql`insert into audit_seals (audit_id, hash, sealed_at)
    select u.id::bigint, decode(u.hash, 'hex'),
      (select greatest(clock_timestamp(), max(sealed_at) + interval '1 microsecond') from audit_seals)
    from ${sealedTable(chain(rows, head?.hash))}`);
  return rows.length;
}

/** Seals the platform's rows that are not sealed. @returns how many; call again while it is `limit` */
export async function sealPlatform(tx: PlatformTx, limit = 500): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('audit:platform'))`);
  const [head] = await tx.execute<{ hash: Buffer }>(sql`select hash from platform.audit where hash is not null
    order by sealed_at desc, id desc limit 1`);
  const rows = await tx.execute<Row>(sql`select id::text, ${platformLine} as line from platform.audit
    where hash is null order by platform.audit.id limit ${limit}`);
  if (rows.length === 0) return 0;
  await tx.execute(sql`update platform.audit set hash = decode(u.hash, 'hex'),
      sealed_at = (select greatest(clock_timestamp(), max(sealed_at) + interval '1 microsecond') from platform.audit)
    from ${sealedTable(chain(rows, head?.hash))} where audit.id = u.id::bigint`);
  return rows.length;
}

export type ChainReport = {
  sealed: number;
  unsealed: number;
  /** The last hash, hexadecimal: write it down elsewhere, and nobody can rewrite what came before. */
  head: string | null;
  /** Id of the first row that is not as it was sealed; null when the chain holds. */
  brokenAt: string | null;
};

async function verify(read: TenantRead | PlatformRead, batch: (after: SQL) => SQL, count: SQL): Promise<ChainReport> {
  let hash: Buffer = beginning;
  let sealed = 0;
  let brokenAt: string | null = null;
  let after: SQL = sql`true`;
  for (;;) {
    const rows = await read.execute<SealedRow & { sealedAt: string }>(batch(after));
    for (const row of rows) {
      hash = link(hash, row.line);
      sealed += 1;
      if (!hash.equals(row.hash)) brokenAt ??= row.id;
    }
    const last = rows.at(-1);
    if (!last || brokenAt !== null) break;
    after = sql`(sealed_at, id) > (${last.sealedAt}::timestamptz, ${last.id}::bigint)`;
  }
  const [total] = await read.execute<{ unsealed: number }>(count);
  return { sealed, unsealed: total?.unsealed ?? 0, head: sealed === 0 ? null : hash.toString('hex'), brokenAt };
}

/** Recomputes a regency's chain from its rows. */
export const verifyTenantChain = (read: TenantRead): Promise<ChainReport> =>
  verify(
    read,
    (after) => sql`select id::text, ${tenantLine} as line, hash, sealed_at::text as "sealedAt"
      from audit_log join audit_seals on audit_id = id where ${after} order by sealed_at, id limit 2000`,
    sql`select count(*)::int as unsealed from audit_log where not exists (select from audit_seals s where s.audit_id = id)`,
  );

/** Recomputes the platform's chain from its rows. */
export const verifyPlatformChain = (read: PlatformRead): Promise<ChainReport> =>
  verify(
    read,
    (after) => sql`select id::text, ${platformLine} as line, hash, sealed_at::text as "sealedAt"
      from platform.audit where hash is not null and ${after} order by sealed_at, id limit 2000`,
    sql`select count(*)::int as unsealed from platform.audit where hash is null`,
  );
