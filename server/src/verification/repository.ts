import { type SQL, sql } from 'drizzle-orm';
import type { PlatformRead } from '../core/tenancy/index.ts';

export interface RegisteredSigner {
  name: string;
  title: string;
  /** ISO 8601. */
  signedAt: string;
}

/** What the register knows of a document, with one of its files: the one asked for, else the latest. */
export interface RegisteredDocument {
  code: string;
  /** The regency that issued it; null when that is no longer here. */
  issuerSlug: string | null;
  documentKind: 'letter' | 'agreement';
  documentType: string;
  number: string;
  /** ISO date. */
  issuedOn: string;
  /** null for anything but `biasa`. */
  subject: string | null;
  issuer: string;
  isWithdrawn: boolean;
  /** Its keeper's copy was destroyed at the end of its retention: the date and number of the minutes. */
  destroyedOn: string | null;
  destroyedBy: string | null;
  /** Further signatures followed on this file; the document's own is a later one. */
  isSuperseded: boolean;
  /** Signatures that are still to come. */
  awaiting: number;
  timeZone: string;
  accent: string | null;
  markSvg: string | null;
  sha256: string;
  signers: RegisteredSigner[];
}

async function findOne(read: PlatformRead, where: SQL): Promise<RegisteredDocument | null> {
  type Row = Omit<RegisteredDocument, 'signers'> & { signers: RegisteredSigner[] | string };
  const [row] = await read.execute<Row & Record<string, unknown>>(sql`
    select v.code, case when t.status in ('active', 'suspended') then t.slug end as "issuerSlug", v.document_kind as "documentKind", v.document_type as "documentType", v.number,
      v.issued_on::text as "issuedOn", v.subject, v.issuer_name as issuer, v.withdrawn_at is not null as "isWithdrawn",
      v.destroyed_on::text as "destroyedOn", v.destroyed_by as "destroyedBy", v.awaiting, exists (select from platform.verification_revisions later
        where later.code = v.code and later.revision > r.revision) as "isSuperseded",
      t.time_zone as "timeZone", t.accent, t.mark_svg as "markSvg", r.sha256, r.signers
    from platform.verifications v
      join platform.tenants t on t.slug = v.tenant_slug
      join platform.verification_revisions r on r.code = v.code
    where ${where} order by r.revision desc limit 1`);
  if (!row) return null;
  return { ...row, signers: typeof row.signers === 'string' ? JSON.parse(row.signers) : row.signers };
}

export const findByCode = (read: PlatformRead, code: string): Promise<RegisteredDocument | null> =>
  findOne(read, sql`v.code = ${code}`);

/** The document that one of these files is a revision of. @param hashes SHA-256 as hexadecimal digits */
export const findByHash = (read: PlatformRead, hashes: readonly string[]): Promise<RegisteredDocument | null> =>
  findOne(read, sql`r.sha256 = any(${sql.param([...hashes])}::text[])`);
