import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { findPartners, type Partner, type PreparedLetter, postLetter, prepareLetter } from '../exchange/index.ts';
import { receiveLetter } from '../incoming/index.ts';
import { lockHandled, type Moment, moveLetter, nextState, recordEvent } from '../letters/index.ts';
import { deliveryProblems } from './problems.ts';
import { findSendable, markRecipient, type Recipient, type SendableLetter, unitOf } from './repository.ts';
import { channelOf, documentName, isSecret } from './rules.ts';
import type { SendAnswer, SendLetter, SentRecipient } from './schema.ts';

/** What was made ready before the transaction: a prepared letter per recipient in another regency. */
export interface Prepared {
  partners: ReadonlyMap<string, Partner>;
  letters: ReadonlyMap<string, PreparedLetter>;
}

/** What a sent letter must have; the database promises it for a signed one. */
function requireSigned({ letter, revision }: SendableLetter) {
  const { number, letterDate, verifyCode } = letter;
  if (number === null || letterDate === null || verifyCode === null || revision === null) {
    throw new Error(`letter ${letter.id} is ${letter.state} without number or document`);
  }
  const document = { name: documentName(number), mediaType: 'application/pdf', ...revision };
  return { number, date: letterDate, verifyCode, document };
}

/** @throws receiver_gone, receiver_without_key */
function requirePartner(partners: ReadonlyMap<string, Partner>, recipient: Recipient, secret: boolean): Partner {
  const partner = partners.get(recipient.tenantSlug ?? '');
  if (!partner || partner.status === 'removed' || partner.status === 'removing') {
    throw problem(deliveryProblems.receiverGone, { detail: `${recipient.name} sudah tidak bergabung di sini.` });
  }
  if (secret && partner.publicKey === null) {
    throw problem(deliveryProblems.receiverWithoutKey, {
      detail: `${partner.name} belum mempunyai kunci untuk membuka surat rahasia. Hubungi pengelola.`,
    });
  }
  return partner;
}

/** Finds what sending needs; null when the letter is not one that can be sent now (the transaction says why). */
export async function readSendable(read: TenantRead, id: string) {
  const sendable = await findSendable(read, id);
  if (sendable?.letter.state !== 'signed') return null;
  const slugs = sendable.recipients.flatMap((recipient) => recipient.tenantSlug ?? []);
  return { sendable, partners: await findPartners(read, slugs) };
}

/**
 * Makes the letters to other regencies ready, sealing secret ones. Outside any transaction.
 * @throws receiver_gone, receiver_without_key
 */
export async function prepare(
  storage: Storage,
  ctx: OfficeContext,
  { sendable, partners }: { sendable: SendableLetter; partners: ReadonlyMap<string, Partner> },
): Promise<Prepared> {
  const { letter, signer } = sendable;
  const { document, ...signed } = requireSigned(sendable);
  const secret = isSecret(letter.secrecy);
  const prepared = new Map<string, PreparedLetter>();
  for (const recipient of sendable.recipients.filter((each) => each.kind === 'tenant')) {
    const partner = requirePartner(partners, recipient, secret);
    const { type, classification, secrecy, urgency, subject, attachmentNote } = letter;
    const outgoing = {
      exchangeId: newId(),
      sender: ctx.tenant.slug,
      receiver: partner.slug,
      envelope: {
        ...signed,
        type,
        classification,
        secrecy,
        urgency,
        senderTitle: signer?.title ?? '',
        recipient: recipient.name,
        role: recipient.role,
      },
      content: { subject, attachmentNote },
      document,
      attachments: sendable.attachments.map(({ id: _, ...file }) => file),
      receiverKey: secret ? partner.publicKey : null,
    };
    prepared.set(recipient.id, await prepareLetter(storage, outgoing));
  }
  return { partners, letters: prepared };
}

/** Orders one sending by e-mail; another attempt is another message. */
export async function orderMail(
  tx: TenantTx,
  letterId: string,
  recipient: { id: string; attempt: number },
): Promise<void> {
  await outbox.add(tx, 'letter.mail', { letterId, recipientId: recipient.id, attempt: recipient.attempt });
}

/** @throws forbidden to all but the drafter, the signer, and registrars of the signer's unit */
export function requireSender(
  ctx: OfficeContext,
  { letter, signer }: SendableLetter,
  reasons: readonly { reason: string; unitId: string | null }[],
): void {
  const isDrafter = letter.drafterId === ctx.actor.personId;
  const isSigner =
    letter.signerPositionId !== null && positionsFor(ctx.actor, 'sign').includes(letter.signerPositionId);
  const isRegistrar = reasons.some((each) => each.reason === 'registrar' && each.unitId === signer?.unitId);
  if (isDrafter || isSigner || isRegistrar) return;
  throw problem(commonProblems.forbidden, {
    detail: 'Surat dikirim oleh penyusun, penanda tangan, atau pencatat surat unit penanda tangan.',
  });
}

/**
 * Sends a signed letter to all its recipients, in one transaction: letters within the regency arrive at once, those to
 * other regencies and by e-mail are ordered. The locked letter and its state make a second click too late.
 * @throws not_found, stale_version, forbidden, letter_state
 */
export async function sendLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: SendLetter,
  prepared: Prepared | null,
  at: Moment,
): Promise<SendAnswer> {
  const { letter, reasons } = await lockHandled(tx, ctx, id, at, input.version);
  const sendable = await findSendable(tx, id);
  if (!sendable) throw problem(commonProblems.forbidden, { detail: 'Surat masuk tidak dikirim.' });
  requireSender(ctx, sendable, reasons);
  nextState(letter, 'send');
  // Signed between the look before and this one: the next click finds it ready.
  if (!prepared) throw problem(commonProblems.staleVersion, { extra: { version: letter.version } });
  const deliver = createDeliveries(tx, ctx, sendable, prepared, at);
  const recipients: SentRecipient[] = [];
  for (const recipient of sendable.recipients) recipients.push(await deliver(recipient));
  const changes = { sentAt: at.now, turnPositionId: null, turnSince: null };
  const moved = await moveLetter(tx, letter, 'send', changes, at);
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.sent', detail: { recipients: recipients.length } });
  return { id, state: moved.state, version: moved.version, sentAt: at.now.toISOString(), recipients };
}

/** How each recipient of one letter gets it. */
function createDeliveries(
  tx: TenantTx,
  ctx: OfficeContext,
  sendable: SendableLetter,
  prepared: Prepared,
  at: Moment,
): (recipient: Recipient) => Promise<SentRecipient> {
  const { letter, signer } = sendable;
  const { document } = requireSigned(sendable);
  let fileId: string | undefined;

  /** One row for the document, however many in the office receive it. */
  async function documentFile(): Promise<string> {
    if (fileId !== undefined) return fileId;
    fileId = newId();
    await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by)
      values (${fileId}::uuid, ${document.sha256}, ${document.size}, ${document.mediaType}, ${document.name},
        ${ctx.actor.personId}::uuid)`);
    return fileId;
  }

  async function deliverHere(recipient: Recipient): Promise<'delivered'> {
    const { positionId, unitId } = recipient;
    const addressee =
      positionId === null
        ? { kind: 'unit' as const, unitId: unitId ?? '' }
        : { kind: 'position' as const, positionId, unitId: await unitOf(tx, positionId) };
    const { type, subject, classification, secrecy, urgency, number, letterDate, attachmentNote } = letter;
    const deliveryId = newId();
    await receiveLetter(
      tx,
      {
        deliveryId,
        letter: { type, subject, classification, secrecy, urgency, number, letterDate, attachmentNote },
        sender: { kind: 'unit', slug: null, name: signer?.title ?? ctx.tenant.name },
        sourceLetterId: letter.id,
        role: recipient.role,
        addressee,
        fileId: await documentFile(),
        attachmentIds: sendable.attachments.map((each) => each.id),
      },
      at,
    );
    await markRecipient(tx, recipient.id, {
      channel: 'internal',
      delivery: 'delivered',
      exchangeId: deliveryId,
      sentAt: at.now,
      deliveredAt: at.now,
    });
    return 'delivered';
  }

  async function deliverAbroad(recipient: Recipient): Promise<'sent'> {
    const ready = prepared.letters.get(recipient.id);
    if (!ready) throw problem(commonProblems.staleVersion, { extra: { version: letter.version } });
    const partnerName = prepared.partners.get(ready.receiver)?.name ?? ready.receiver;
    await postLetter(tx, ready, { id: letter.id, partnerName, at: at.now });
    await markRecipient(tx, recipient.id, {
      channel: 'exchange',
      delivery: 'sent',
      exchangeId: ready.exchangeId,
      sentAt: at.now,
    });
    return 'sent';
  }

  return async (recipient) => {
    const channel = channelOf(recipient, letter.secrecy);
    const { id, name, role } = recipient;
    if (channel === 'internal') return { id, name, role, channel, delivery: await deliverHere(recipient) };
    if (channel === 'exchange') return { id, name, role, channel, delivery: await deliverAbroad(recipient) };
    await markRecipient(tx, id, { channel, delivery: 'pending' });
    if (channel === 'mail') await orderMail(tx, letter.id, { id, attempt: recipient.attempt });
    return { id, name, role, channel, delivery: 'pending' };
  };
}
