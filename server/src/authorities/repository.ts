import { sql } from 'drizzle-orm';
import type { PlatformRead, ServiceTx, TenantRead } from '../core/tenancy/index.ts';

export type AuthorityKind = 'root' | 'intermediate' | 'timestamp';
/** DER. */
export type AuthorityRow = { id: string; kind: AuthorityKind; certificate: Buffer; crl: Buffer | null };

type AnyRead = ServiceTx | PlatformRead | TenantRead;

/** The authority in use: the platform's, or a regency's intermediate. One that was revoked is not found. */
export async function findAuthority(
  db: AnyRead,
  kind: AuthorityKind,
  slug: string | null,
): Promise<AuthorityRow | null> {
  const rows = await db.execute<AuthorityRow>(sql`select id, kind, certificate, crl from platform.authorities
    where kind = ${kind} and tenant_slug is not distinct from ${slug}::text and revoked_at is null`);
  return rows[0] ?? null;
}

/** @returns false when another process made the same authority meanwhile */
export async function insertAuthority(
  tx: ServiceTx,
  row: { id: string; kind: AuthorityKind; slug: string | null; certificate: Buffer; notAfter: Date },
): Promise<boolean> {
  const rows = await tx.execute(sql`insert into platform.authorities (id, kind, tenant_slug, certificate, not_after)
    values (${row.id}, ${row.kind}, ${row.slug}, ${row.certificate}, ${row.notAfter.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  return rows.length > 0;
}

export async function insertKey(
  tx: ServiceTx,
  schema: 'issuer' | 'stamper',
  id: string,
  wrapped: Buffer,
): Promise<void> {
  await tx.execute(
    sql`insert into ${sql.identifier(schema)}.keys (authority_id, wrapped_key) values (${id}, ${wrapped})`,
  );
}

export async function findKey(tx: ServiceTx, schema: 'issuer' | 'stamper', id: string): Promise<Buffer | null> {
  const rows = await tx.execute<{ key: Buffer }>(
    sql`select wrapped_key as key from ${sql.identifier(schema)}.keys where authority_id = ${id}`,
  );
  return rows[0]?.key ?? null;
}

/** Takes a regency's authority out of use; its certificate stays, so that old signatures can be checked. */
export async function retireAuthority(tx: ServiceTx, id: string): Promise<void> {
  await tx.execute(sql`delete from issuer.keys where authority_id = ${id}`);
  await tx.execute(sql`update platform.authorities set revoked_at = now() where id = ${id} and revoked_at is null`);
}

export async function setRevocationList(tx: ServiceTx, id: string, crl: Buffer): Promise<void> {
  await tx.execute(sql`update platform.authorities set crl = ${crl} where id = ${id}`);
}

export async function listRetired(tx: ServiceTx): Promise<{ certificate: Buffer; revokedAt: string }[]> {
  return tx.execute<{ certificate: Buffer; revokedAt: string }>(sql`select certificate, revoked_at as "revokedAt"
    from platform.authorities where kind = 'intermediate' and revoked_at is not null`);
}

/** The authorities that publish lists: their owners and the lists they have. */
export async function listIssuers(db: AnyRead): Promise<{ slug: string | null; crl: Buffer | null }[]> {
  return db.execute<{
    slug: string | null;
    crl: Buffer | null;
  }>(sql`select tenant_slug as slug, crl from platform.authorities
    where kind in ('root', 'intermediate') and revoked_at is null order by created_at`);
}

export type IssuedRow = { serial: string; certificate: Buffer };

/** The certificate that was issued for a personal key, or null. */
export async function findIssued(tx: ServiceTx, keyId: string): Promise<IssuedRow | null> {
  const rows = await tx.execute<IssuedRow>(
    sql`select serial, certificate from issuer.certificates where key_id = ${keyId}`,
  );
  return rows[0] ?? null;
}

export async function insertIssued(tx: ServiceTx, row: IssuedRow & { slug: string; keyId: string }): Promise<void> {
  await tx.execute(sql`insert into issuer.certificates (serial, tenant_slug, key_id, certificate)
    values (${row.serial}, ${row.slug}, ${row.keyId}, ${row.certificate})`);
}

export async function markRevoked(tx: ServiceTx, slug: string, keyId: string): Promise<void> {
  await tx.execute(sql`update issuer.certificates set revoked_at = coalesce(revoked_at, now())
    where key_id = ${keyId} and tenant_slug = ${slug}`);
}

export async function listRevoked(tx: ServiceTx, slug: string): Promise<{ serial: string; revokedAt: string }[]> {
  return tx.execute<{ serial: string; revokedAt: string }>(sql`select serial, revoked_at as "revokedAt"
    from issuer.certificates where tenant_slug = ${slug} and revoked_at is not null order by revoked_at`);
}

/** Roots, and every authority's revocation list: also those of authorities out of use, whose signatures outlive them. */
export async function listTrust(db: AnyRead): Promise<{ roots: Buffer[]; revocationLists: Buffer[] }> {
  const rows = await db.execute<{ kind: AuthorityKind; certificate: Buffer; crl: Buffer | null }>(
    sql`select kind, certificate, crl from platform.authorities where kind = 'root' or crl is not null`,
  );
  return {
    roots: rows.filter((row) => row.kind === 'root').map((row) => row.certificate),
    revocationLists: rows.flatMap((row) => row.crl ?? []),
  };
}
