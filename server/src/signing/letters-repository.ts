import { and, desc, eq, sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { type LetterRecord, letterRevisions, letters, servedUnits } from '../letters/index.ts';

export async function findLetterRow(read: TenantRead, id: string): Promise<LetterRecord | null> {
  const [row] = await read.select().from(letters).where(eq(letters.id, id)).limit(1);
  return row ?? null;
}

/** The registrars who serve a position's unit, with the posts they sit on; the unit's own ones first. */
export async function listRegistrars(
  read: TenantRead,
  positionId: string,
  today: string,
): Promise<{ personId: string; positionId: string }[]> {
  return read.execute<{ personId: string; positionId: string }>(sql`
    select a.person_id as "personId", pos.id as "positionId"
    from person_roles r join people p on p.id = r.person_id and p.active
      join assignments a on a.person_id = r.person_id and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on)
      join positions pos on pos.id = a.position_id
      cross join (select unit_id from positions where id = ${positionId}::uuid) signer
    where r.role = 'tu' and signer.unit_id in ${servedUnits(sql`array[pos.unit_id]`, today)}
    order by (pos.unit_id <> signer.unit_id), pos.id`);
}

/** The post that somebody drafts from, for letters of units without a registrar. */
export async function findPostOf(read: TenantRead, personId: string, today: string): Promise<string | null> {
  const [row] = await read.execute<{ id: string }>(sql`select position_id as id from assignments
    where person_id = ${personId}::uuid and ${today}::date >= starts_on and (ends_on is null or ${today}::date <= ends_on)
    order by (mode <> 'definitif'), starts_on limit 1`);
  return row?.id ?? null;
}

export type RevisionRow = typeof letterRevisions.$inferSelect;

export async function findLatestRevision(read: TenantRead, letterId: string): Promise<RevisionRow | null> {
  const [row] = await read
    .select()
    .from(letterRevisions)
    .where(eq(letterRevisions.letterId, letterId))
    .orderBy(desc(letterRevisions.revision))
    .limit(1);
  return row ?? null;
}

export async function insertRevision(tx: TenantTx, row: typeof letterRevisions.$inferInsert): Promise<void> {
  await tx.insert(letterRevisions).values(row);
}

export interface Registration {
  code: string;
  revision: number;
  documentType: string;
  number: string;
  /** ISO date. */
  issuedOn: string;
  secrecy: string;
  subject: string;
  issuer: string;
  sha256: string;
  signer: { name: string; title: string; signedAt: string };
  /** Signatures that are still to come. */
  awaiting: number;
}

/** Makes a signed letter known to whoever holds the paper: what it is, and the file of this signature. */
export async function registerForVerification(tx: TenantTx, entry: Registration): Promise<void> {
  const { code, revision, sha256, awaiting } = entry;
  const subject = entry.secrecy === 'biasa' ? entry.subject : null;
  const signers = JSON.stringify([entry.signer]);
  await tx.execute(
    revision === 1
      ? sql`insert into platform.verifications
          (code, document_kind, document_type, number, issued_on, secrecy, subject, issuer_name, awaiting)
        values (${code}, 'letter', ${entry.documentType}, ${entry.number}, ${entry.issuedOn}::date, ${entry.secrecy},
          ${subject}, ${entry.issuer}, ${awaiting})`
      : sql`update platform.verifications set awaiting = ${awaiting} where code = ${code}`,
  );
  await tx.execute(sql`insert into platform.verification_revisions (code, revision, sha256, signers)
    values (${code}, ${revision}, ${sha256}, coalesce((select r.signers from platform.verification_revisions r
      where r.code = ${code} and r.revision = ${revision - 1}), '[]') || ${signers}::text::jsonb)`);
}

/** A letter that was partly signed and is given up: whoever holds a copy is told. */
export async function withdrawVerification(tx: TenantTx, code: string, now: Date): Promise<void> {
  await tx.execute(sql`update platform.verifications set withdrawn_at = ${now.toISOString()}::timestamptz
    where code = ${code} and withdrawn_at is null`);
}

/** Whether a person's signature is on the letter. */
export async function hasSigned(read: TenantRead, letterId: string, personId: string): Promise<boolean> {
  const rows = await read.execute(sql`select from letter_revisions
    where letter_id = ${letterId}::uuid and signer_id = ${personId}::uuid`);
  return rows.length > 0;
}

/** Ends an attempt that failed, so that the next one need not wait. */
export async function releaseLease(tx: TenantTx, letterId: string): Promise<void> {
  await tx
    .update(letters)
    .set({ signingStartedAt: null })
    .where(and(eq(letters.id, letterId), eq(letters.state, 'signing')));
}

/** A stored file of an incoming letter: its scan, or the PDF that came. */
export async function findFile(
  read: TenantRead,
  id: string,
): Promise<{ sha256: string; mediaType: string; name: string } | null> {
  const [row] = await read.execute<{ sha256: string; mediaType: string; name: string }>(
    sql`select sha256, media_type as "mediaType", name from files where id = ${id}::uuid`,
  );
  return row ?? null;
}

/** The regency's seat, named in signatures. */
export async function findCapital(read: TenantRead): Promise<string> {
  const [row] = await read.execute<{ capital: string }>(sql`select capital from settings`);
  return row?.capital ?? '';
}
