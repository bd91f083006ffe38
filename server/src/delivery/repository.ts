import { desc, eq, sql } from 'drizzle-orm';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { letterRecipients, letterRevisions, letters } from '../letters/index.ts';

export type Recipient = typeof letterRecipients.$inferSelect;
export type Attachment = { id: string; name: string; mediaType: string; sha256: string; size: number };

/** A letter as it is sent: its latest signed revision, its recipients in order, and its attachments. */
export interface SendableLetter {
  letter: typeof letters.$inferSelect;
  signer: { title: string; unitId: string } | null;
  revision: { sha256: string; size: number } | null;
  recipients: Recipient[];
  attachments: Attachment[];
}

export async function findSendable(read: TenantRead, id: string): Promise<SendableLetter | null> {
  const [letter] = await read.select().from(letters).where(eq(letters.id, id)).limit(1);
  if (letter?.direction !== 'outgoing') return null;
  const [[revision], recipients, attachments, [signer]] = await Promise.all([
    read
      .select({ sha256: letterRevisions.sha256, size: letterRevisions.size })
      .from(letterRevisions)
      .where(eq(letterRevisions.letterId, id))
      .orderBy(desc(letterRevisions.revision))
      .limit(1),
    read
      .select()
      .from(letterRecipients)
      .where(eq(letterRecipients.letterId, id))
      .orderBy(desc(letterRecipients.role), letterRecipients.ordinal),
    read.execute<Attachment>(sql`select f.id, f.name, f.media_type as "mediaType", f.sha256, f.size::int as size
      from letter_attachments a join files f on f.id = a.file_id where a.letter_id = ${id}::uuid order by a.ordinal`),
    read.execute<{ title: string; unitId: string }>(sql`select title, unit_id as "unitId" from positions
      where id = ${letter.signerPositionId}::uuid`),
  ]);
  return {
    letter,
    signer: signer ?? null,
    revision: revision ?? null,
    recipients,
    attachments: [...attachments],
  };
}

/** The unit that a position belongs to. @throws Error for a position that is not there */
export async function unitOf(read: TenantRead, positionId: string): Promise<string> {
  const [row] = await read.execute<{ unitId: string }>(
    sql`select unit_id as "unitId" from positions where id = ${positionId}::uuid`,
  );
  if (!row) throw new Error('a recipient without a position');
  return row.unitId;
}

/** Notes how far a recipient is, and which delivery carries the letter there. */
export async function markRecipient(
  tx: TenantTx,
  id: string,
  changes: Partial<Omit<typeof letterRecipients.$inferInsert, 'id' | 'letterId'>>,
): Promise<void> {
  await tx.update(letterRecipients).set(changes).where(eq(letterRecipients.id, id));
}
