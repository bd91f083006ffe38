import { sql } from 'drizzle-orm';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  canonicalJson,
  derivedId,
  hashOf,
  type LetterContent,
  type LetterEnvelope,
  type MessageFile,
  type ReceiptEnvelope,
  sealContext,
} from './message.ts';
import { seal } from './sealing.ts';
import { exchangeLog } from './tables.ts';

export const deliverJob = 'exchange.deliver';

/** A regency that letters can go to. */
export type Partner = { slug: string; name: string; status: string; publicKey: Buffer | null };

/** The regencies of these slugs, by slug. */
export async function findPartners(read: TenantRead, slugs: readonly string[]): Promise<Map<string, Partner>> {
  if (slugs.length === 0) return new Map();
  const rows = await read.execute<Partner>(sql`select slug, name, status, exchange_public_key as "publicKey"
    from platform.tenants where slug = any(${sql.param([...slugs])}::text[])`);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** A letter made ready for one receiver: bytes are where they must be, only the rows are missing. */
export interface PreparedLetter {
  exchangeId: string;
  receiver: string;
  envelope: Omit<LetterEnvelope, 'subject' | 'isSealed'>;
  content: LetterContent;
  sealed: Buffer | null;
}

/** The parts of a letter before it is made ready for a receiver. */
export interface OutgoingLetter {
  exchangeId: string;
  sender: string;
  receiver: string;
  envelope: PreparedLetter['envelope'];
  content: { subject: string; attachmentNote: string | null };
  document: Omit<MessageFile, 'storedSha256'>;
  attachments: readonly Omit<MessageFile, 'storedSha256'>[];
  /** The receiver's key for a secret letter; null for one that travels open. */
  receiverKey: Buffer | null;
}

/**
 * Makes a letter ready to be posted: a secret one is sealed, its files too, and the sealed files lie under the sender's
 * prefix. Outside any transaction. A crash leaves sealed files that nothing refers to; they hold nothing readable.
 */
export async function prepareLetter(storage: Storage, letter: OutgoingLetter): Promise<PreparedLetter> {
  const { exchangeId, sender, receiver, envelope, receiverKey } = letter;
  const ready = async (file: Omit<MessageFile, 'storedSha256'>, part: string): Promise<MessageFile> => {
    if (receiverKey === null) return { ...file, storedSha256: file.sha256 };
    const bytes = seal(
      await storage.get(sender, file.sha256),
      receiverKey,
      sealContext(exchangeId, sender, receiver, part),
    );
    await storage.put(sender, bytes);
    return { ...file, storedSha256: sha256Hex(bytes) };
  };
  const document = await ready(letter.document, 'document');
  const attachments: MessageFile[] = [];
  for (const [index, each] of letter.attachments.entries()) attachments.push(await ready(each, `attachment-${index}`));
  const content: LetterContent = { ...letter.content, document, attachments };
  const sealed =
    receiverKey === null
      ? null
      : seal(Buffer.from(canonicalJson(content)), receiverKey, sealContext(exchangeId, sender, receiver, 'content'));
  return { exchangeId, receiver, envelope, content, sealed };
}

type Row = {
  id: string;
  receiver: string;
  kind: 'letter' | 'receipt';
  envelope: unknown;
  body: string | null;
  sealed: Buffer | null;
  file: { sha256: string; size: number } | null;
};

/** @returns false when this message was posted before */
async function insertMessage(tx: TenantTx, row: Row): Promise<{ isNew: boolean; bodySha256: string }> {
  const bodySha256 = hashOf(row.sealed ?? row.body ?? '');
  // Written out: sender and time are the database's to say.
  const rows = await tx.execute(sql`insert into platform.exchange
      (id, receiver, kind, envelope, body, sealed, body_sha256, file_sha256, file_size)
    values (${row.id}::uuid, ${row.receiver}, ${row.kind}, ${canonicalJson(row.envelope)}::text::jsonb,
      ${row.body}::text::jsonb, ${row.sealed}, ${bodySha256}, ${row.file?.sha256 ?? null}, ${row.file?.size ?? null})
    on conflict (id) do nothing returning id`);
  if (rows.length > 0) await outbox.add(tx, deliverJob, { exchangeId: row.id });
  return { isNew: rows.length > 0, bodySha256 };
}

/** Orders the delivery of a message again that was given up; it is entered at its receiver once, all the same. */
export async function repostLetter(tx: TenantTx, exchangeId: string): Promise<void> {
  await outbox.add(tx, deliverJob, { exchangeId });
}

/** Posts a prepared letter, notes it in the exchange log and orders its delivery. */
export async function postLetter(
  tx: TenantTx,
  prepared: PreparedLetter,
  letter: { id: string; partnerName: string; at: Date },
): Promise<void> {
  const { exchangeId, receiver, content, sealed } = prepared;
  const envelope: LetterEnvelope = {
    ...prepared.envelope,
    subject: sealed === null ? content.subject : null,
    isSealed: sealed !== null,
  };
  const { bodySha256 } = await insertMessage(tx, {
    id: exchangeId,
    receiver,
    kind: 'letter',
    envelope,
    body: sealed === null ? canonicalJson(content) : null,
    sealed,
    file: { sha256: content.document.storedSha256, size: content.document.size },
  });
  await tx.insert(exchangeLog).values({
    id: newId(),
    exchangeId,
    direction: 'sent',
    partnerSlug: receiver,
    partnerName: letter.partnerName,
    kind: 'letter',
    letterId: letter.id,
    number: envelope.number,
    bodySha256,
    at: letter.at,
  });
}

/** Tells the sender of a letter what became of it; the same event twice is told once. */
export async function postReceipt(tx: TenantTx, to: string, receipt: ReceiptEnvelope): Promise<void> {
  const id = derivedId('receipt', receipt.exchangeId, receipt.event);
  await insertMessage(tx, {
    id,
    receiver: to,
    kind: 'receipt',
    envelope: receipt,
    body: '{}',
    sealed: null,
    file: null,
  });
}
