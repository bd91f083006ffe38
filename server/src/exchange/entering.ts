import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { dateIn } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { events, JobCannotSucceed } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { findFrontUnit, noticeSubject, receiveLetter } from '../incoming/index.ts';
import type { Moment, Secrecy } from '../letters/index.ts';
import type { ReceiverSide } from './crossing.ts';
import { type LetterContent, letterEnvelope, type MessageFile, receiptEnvelope } from './message.ts';
import { postReceipt } from './post.ts';
import { exchangeLog } from './tables.ts';

/** The moment in the regency's zone, as a job sees it. */
export async function momentOfOffice(tx: TenantTx, clock: Clock): Promise<Moment> {
  const [row] = await tx.execute<{ timeZone: string }>(sql`select time_zone as "timeZone" from settings`);
  const now = clock.now();
  return { now, today: dateIn(row?.timeZone ?? 'Asia/Jakarta', now) };
}

async function nameOf(tx: TenantTx, slug: string): Promise<string> {
  const [row] = await tx.execute<{ name: string }>(sql`select name from platform.tenants where slug = ${slug}`);
  return row?.name ?? slug;
}

async function insertFile(tx: TenantTx, file: MessageFile): Promise<string> {
  const id = newId();
  await tx.execute(sql`insert into files (id, sha256, size, media_type, name)
    values (${id}::uuid, ${file.sha256}, ${file.size}, ${file.mediaType}, ${file.name})`);
  return id;
}

function parse<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  side: ReceiverSide,
): T {
  const parsed = schema.safeParse(side.message.envelope);
  if (!parsed.success) throw new JobCannotSucceed(`the envelope of message ${side.message.id} cannot be read`);
  return parsed.data;
}

/** Enters a letter at its receiver: to the registrar's desk, once, and answers that it has arrived. */
export async function enterLetter(side: ReceiverSide, content: LetterContent, clock: Clock): Promise<void> {
  const { tx, message } = side;
  const envelope = parse(letterEnvelope, side);
  const at = await momentOfOffice(tx, clock);
  // The log outlives the message: what arrived before this regency was moved here does not arrive again.
  const [known] = await tx.execute(sql`select 1 from exchange_log where direction = 'received'
    and partner_slug = ${message.sender} and exchange_id = ${message.id}::uuid`);
  if (known) return;
  const partnerName = await nameOf(tx, message.sender);
  const fileId = await insertFile(tx, content.document);
  const attachmentIds: string[] = [];
  for (const file of content.attachments) attachmentIds.push(await insertFile(tx, file));
  const { number, date, type, classification, secrecy, urgency, role } = envelope;
  const { subject, attachmentNote } = content;
  const letterId = await receiveLetter(
    tx,
    {
      deliveryId: message.id,
      letter: { type, subject, classification, secrecy, urgency, number, letterDate: date, attachmentNote },
      sender: { kind: 'tenant', slug: message.sender, name: `Pemerintah ${partnerName}` },
      sourceLetterId: null,
      role,
      addressee: { kind: 'unit', unitId: await findFrontUnit(tx) },
      fileId,
      attachmentIds,
    },
    at,
  );
  await tx.insert(exchangeLog).values({
    id: newId(),
    exchangeId: message.id,
    direction: 'received',
    partnerSlug: message.sender,
    partnerName,
    kind: 'letter',
    letterId,
    number,
    bodySha256: message.bodySha256,
    at: at.now,
  });
  await postReceipt(tx, message.sender, { exchangeId: message.id, event: 'delivered', at: at.now.toISOString() });
}

/** Notes at the sender of a letter what became of it. Only the receiver of that letter can say so. */
export async function enterReceipt(side: ReceiverSide): Promise<void> {
  const { tx, message } = side;
  const receipt = parse(receiptEnvelope, side);
  const rows = await tx.execute<{ letterId: string }>(sql`update letter_recipients set
      delivery = case when ${receipt.event} = 'read' or delivery = 'read' then 'read' else 'delivered' end,
      failure = null, failed_at = null,
      delivered_at = coalesce(delivered_at, ${receipt.at}::timestamptz),
      read_at = case when ${receipt.event} = 'read' then coalesce(read_at, ${receipt.at}::timestamptz) else read_at end
    where exchange_id = ${receipt.exchangeId}::uuid and tenant_slug = ${message.sender}
    returning letter_id as "letterId"`);
  for (const { letterId } of rows) await tellSenders(tx, letterId);
}

/** Open pages of drafter and signer show how far the letter is. */
async function tellSenders(tx: TenantTx, letterId: string): Promise<void> {
  const [letter] = await tx.execute<{ drafterId: string | null; signerPositionId: string | null }>(
    sql`select drafter_id as "drafterId", signer_position_id as "signerPositionId" from letters where id = ${letterId}::uuid`,
  );
  if (!letter) return;
  await events.publish(tx, {
    topic: 'letters',
    id: letterId,
    personIds: letter.drafterId === null ? [] : [letter.drafterId],
    positionIds: letter.signerPositionId === null ? [] : [letter.signerPositionId],
  });
}

/** A delivery was given up: the sender's list says so, and the drafter is told. */
export async function enterFailure(tx: TenantTx, exchangeId: string, clock: Clock): Promise<void> {
  const now = clock.now();
  const [row] = await tx.execute<{
    letterId: string;
    name: string;
    subject: string;
    secrecy: Secrecy;
    drafterId: string | null;
  }>(sql`update letter_recipients r set delivery = 'failed', failed_at = ${now.toISOString()}::timestamptz,
      failure = 'Kantor daerah tujuan tidak dapat menerima surat ini.' from letters l
    where r.exchange_id = ${exchangeId}::uuid and l.id = r.letter_id and r.delivery in ('pending', 'sent')
    returning l.id as "letterId", r.name, l.subject, l.secrecy, l.drafter_id as "drafterId"`);
  if (!row) return;
  await notify(tx, { personIds: row.drafterId === null ? [] : [row.drafterId] }, await momentOfOffice(tx, clock), {
    kind: 'letter',
    subject: { kind: 'letter', id: row.letterId },
    textKey: 'letter.delivery_failed',
    values: { subject: noticeSubject(row), to: row.name },
  });
  await tellSenders(tx, row.letterId);
}
