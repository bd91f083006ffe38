import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { findHandlingReasons, letterNotFound, type Moment } from '../letters/index.ts';
import { findSendable, type Recipient, type SendableLetter } from './repository.ts';
import { channelOf } from './rules.ts';
import type { DeliveriesAnswer, DeliveryItem, ReceiptAnswer } from './schema.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

interface Reader {
  sendable: SendableLetter;
  /** Null for a registrar who handles a secret letter without reading it. */
  subject: string | null;
  maySend: boolean;
  isRegistrar: boolean;
}

/** @throws not_found for a letter that is not the person's to read, or that came in */
async function requireReader(read: TenantRead, ctx: OfficeContext, id: string, at: Moment): Promise<Reader> {
  const reasons = await findHandlingReasons(read, ctx, id, at.today);
  const sendable = reasons.length === 0 ? null : await findSendable(read, id);
  if (!sendable) throw letterNotFound();
  const { letter, signer } = sendable;
  const isRegistrar = reasons.some((each) => each.reason === 'registrar' && each.unitId === signer?.unitId);
  const signs = letter.signerPositionId !== null && positionsFor(ctx.actor, 'sign').includes(letter.signerPositionId);
  const subject = reasons.some((each) => !each.sealed) ? letter.subject : null;
  return { sendable, subject, isRegistrar, maySend: isRegistrar || signs || letter.drafterId === ctx.actor.personId };
}

const hasReceipt = (recipient: Recipient, channel: DeliveryItem['channel']): boolean =>
  (channel === 'internal' || channel === 'exchange') && recipient.exchangeId !== null && recipient.deliveredAt !== null;

function toItem(recipient: Recipient, { sendable, maySend, isRegistrar }: Reader): DeliveryItem {
  const { id, role, kind, name, email, address, delivery, failure, attempt, handoverNote } = recipient;
  const channel = recipient.channel ?? channelOf(recipient, sendable.letter.secrecy);
  const isLost = delivery === 'failed' || delivery === 'bounced';
  const acts: DeliveryItem['acts'] = [];
  if (maySend && isLost) acts.push('resend');
  if (maySend && isLost && kind === 'external') acts.push('print');
  if (isRegistrar && channel === 'print' && delivery === 'pending' && sendable.letter.sentAt !== null) {
    acts.push('hand_over');
  }
  if (hasReceipt(recipient, channel)) acts.push('receipt');
  return {
    id,
    role,
    kind,
    name,
    email,
    address,
    channel,
    delivery,
    sentAt: iso(recipient.sentAt ?? (delivery === 'pending' ? null : sendable.letter.sentAt)),
    deliveredAt: iso(recipient.deliveredAt),
    readAt: iso(recipient.readAt),
    failedAt: iso(recipient.failedAt),
    failure,
    attempt,
    handoverNote,
    acts,
  };
}

/** @throws not_found */
export async function describeDeliveries(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  at: Moment,
): Promise<DeliveriesAnswer> {
  const reader = await requireReader(read, ctx, id, at);
  const { number, letterDate: date, state, secrecy } = reader.sendable.letter;
  return {
    id,
    subject: reader.subject,
    number,
    date,
    secrecy,
    state,
    items: reader.sendable.recipients.map((recipient) => toItem(recipient, reader)),
  };
}

/** @throws not_found */
export async function describeReceipt(
  read: TenantRead,
  ctx: OfficeContext,
  { id, recipientId }: { id: string; recipientId: string },
  at: Moment,
): Promise<ReceiptAnswer> {
  const { sendable, subject } = await requireReader(read, ctx, id, at);
  const { letter, revision, signer } = sendable;
  const recipient = sendable.recipients.find((each) => each.id === recipientId);
  if (!recipient)
    throw problem(commonProblems.notFound, { detail: 'Surat ini tidak mempunyai penerima dengan nomor ini.' });
  const channel = recipient.channel ?? channelOf(recipient, letter.secrecy);
  const { exchangeId } = recipient;
  const [log] = await read.execute<{ sha256: string }>(sql`select body_sha256 as sha256 from exchange_log
    where exchange_id = ${exchangeId}::uuid and direction = 'sent'`);
  return {
    isReceived: hasReceipt(recipient, channel),
    recipientId,
    recipient: recipient.name,
    subject,
    number: letter.number,
    date: letter.letterDate,
    sender: signer?.title ?? ctx.tenant.name,
    channel,
    exchangeId,
    documentSha256: revision?.sha256 ?? null,
    messageSha256: log?.sha256 ?? null,
    sentAt: iso(recipient.sentAt ?? letter.sentAt),
    deliveredAt: iso(recipient.deliveredAt),
    readAt: iso(recipient.readAt),
    verifyCode: letter.verifyCode,
  };
}
