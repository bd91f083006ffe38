import { and, eq } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { repostLetter } from '../exchange/index.ts';
import {
  type LetterRecord,
  letterProblems,
  letterRecipients,
  lockHandled,
  type Moment,
  recordEvent,
} from '../letters/index.ts';
import { deliveryProblems } from './problems.ts';
import { findSendable, markRecipient, type Recipient } from './repository.ts';
import { channelOf, isSecret } from './rules.ts';
import type { Resend } from './schema.ts';
import { orderMail, requireSender } from './send.ts';

interface OfRecipient {
  id: string;
  recipientId: string;
}

/** @throws not_found for a recipient of another letter */
async function requireRecipient(tx: TenantTx, { id, recipientId }: OfRecipient): Promise<Recipient> {
  const [recipient] = await tx
    .select()
    .from(letterRecipients)
    .where(and(eq(letterRecipients.letterId, id), eq(letterRecipients.id, recipientId)))
    .limit(1);
  if (recipient) return recipient;
  throw problem(commonProblems.notFound, { detail: 'Surat ini tidak mempunyai penerima dengan nomor ini.' });
}

/** @throws letter_state for a letter that has not left */
function requireSent(letter: LetterRecord): void {
  if (letter.sentAt !== null) return;
  throw problem(letterProblems.wrongState, { detail: 'Surat ini belum dikirim.', extra: { state: letter.state } });
}

/** A letter that leaves on paper was handed over; said again it stays as it is. @throws not_found, letter_state */
export async function handOver(
  tx: TenantTx,
  ctx: OfficeContext,
  { note, ...of }: OfRecipient & { note: string | null },
  at: Moment,
): Promise<void> {
  const { letter } = await lockHandled(tx, ctx, of.id, at);
  const recipient = await requireRecipient(tx, of);
  if ((recipient.channel ?? channelOf(recipient, letter.secrecy)) !== 'print') {
    throw problem(commonProblems.notFound, { detail: 'Tidak ada penerima cetak dengan nomor ini.' });
  }
  requireSent(letter);
  if (recipient.delivery !== 'pending') return;
  await markRecipient(tx, recipient.id, { delivery: 'sent', sentAt: at.now, deliveredAt: at.now, handoverNote: note });
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.handed_over',
    detail: { recipientId: recipient.id, ...(note === null ? {} : { note }) },
  });
}

const isLost = ({ delivery }: Recipient): boolean => delivery === 'failed' || delivery === 'bounced';

const notResendable = (detail: string) => problem(deliveryProblems.notResendable, { detail });

function requireAddress(letter: LetterRecord, recipient: Recipient, email: string | undefined): string {
  const address = email ?? recipient.email;
  const fault = (message: string) =>
    problem(commonProblems.invalidInput, { detail: message, errors: [{ path: 'email', message }] });
  if (isSecret(letter.secrecy)) throw fault('Surat rahasia tidak dikirim lewat surel.');
  if (address === null) throw fault('Tulis alamat surel penerima.');
  return address;
}

/**
 * Sends anew what failed or bounced: by e-mail as another message, to a corrected address if one is given; between
 * regencies as the same message, which its receiver enters once; or it is handed to those who carry paper. A printed
 * letter that is still here may go by e-mail instead.
 * @throws not_found, forbidden, letter_state, not_resendable, invalid_input
 */
export async function resend(
  tx: TenantTx,
  ctx: OfficeContext,
  { email, channel, ...of }: OfRecipient & Resend,
  at: Moment,
): Promise<void> {
  const { letter, reasons } = await lockHandled(tx, ctx, of.id, at);
  const sendable = await findSendable(tx, of.id);
  if (!sendable) throw problem(commonProblems.forbidden, { detail: 'Surat masuk tidak dikirim.' });
  requireSender(ctx, sendable, reasons);
  requireSent(letter);
  const recipient = await requireRecipient(tx, of);
  const isWaitingOnPaper = recipient.channel === 'print' && recipient.delivery === 'pending' && email !== undefined;
  if (!isLost(recipient) && !isWaitingOnPaper)
    throw notResendable(`Surat untuk ${recipient.name} tidak gagal terkirim.`);
  const anew = { delivery: 'pending' as const, failedAt: null, failure: null };
  if (recipient.kind === 'tenant') {
    if (recipient.exchangeId === null) throw new Error('a letter that left without a message');
    if (email !== undefined || channel !== undefined)
      throw notResendable('Surat antardaerah dikirim ulang seperti semula.');
    await markRecipient(tx, recipient.id, { ...anew, delivery: 'sent' });
    await repostLetter(tx, recipient.exchangeId);
  } else if (channel === 'print') {
    await markRecipient(tx, recipient.id, { ...anew, channel: 'print' });
  } else {
    const attempt = recipient.attempt + 1;
    const address = requireAddress(letter, recipient, email);
    await markRecipient(tx, recipient.id, { ...anew, channel: 'mail', email: address, attempt, sentAt: null });
    await orderMail(tx, letter.id, { id: recipient.id, attempt });
  }
  await recordEvent(tx, ctx, {
    letterId: letter.id,
    action: 'letter.resent',
    detail: { recipientId: recipient.id, ...(email === undefined ? {} : { corrected: true }) },
  });
}
