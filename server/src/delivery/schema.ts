import { z } from 'zod';
import { deliveryStates, letterStates, secrecies } from '../letters/index.ts';

export const sendBody = z.object({ version: z.number().int().positive().optional() }).nullish();
export type SendLetter = NonNullable<z.infer<typeof sendBody>>;

/** How a letter reaches a recipient. `print`: there is no e-mail address, or the letter is secret and leaves on paper. */
export const channels = ['internal', 'exchange', 'mail', 'print'] as const;
export type Channel = (typeof channels)[number];

const recipient = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(['to', 'copy']),
  channel: z.enum(channels),
  delivery: z.enum(deliveryStates),
});
export type SentRecipient = z.infer<typeof recipient>;

export const sendAnswer = z.object({
  id: z.uuid(),
  state: z.enum(letterStates),
  version: z.number().int(),
  sentAt: z.string(),
  recipients: z.array(recipient),
});
export type SendAnswer = z.infer<typeof sendAnswer>;

export const handedOverBody = z
  .object({
    /** By whom, to whom, against which receipt. */
    note: z.string().trim().min(1).max(500).optional(),
  })
  .nullish();
export const handedOverAnswer = z.object({ id: z.uuid(), delivery: z.literal('sent') });

export const resendBody = z
  .object({
    /** The corrected address, of a recipient outside. */
    email: z.email('Alamat surel ini tidak benar.').max(200).optional(),
    /** Give up on e-mail and hand it over on paper. */
    channel: z.literal('print').optional(),
  })
  .nullish();
export type Resend = NonNullable<z.infer<typeof resendBody>>;

const instant = z.string().nullable();
const deliveryItem = z.object({
  id: z.uuid(),
  role: z.enum(['to', 'copy']),
  kind: z.enum(['unit', 'position', 'tenant', 'external']),
  name: z.string(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  /** How it leaves, or will. */
  channel: z.enum(channels),
  delivery: z.enum(deliveryStates),
  sentAt: instant,
  /** When it arrived: with a receipt of the receiver's office, except for e-mail and paper. */
  deliveredAt: instant,
  readAt: instant,
  failedAt: instant,
  /** Why it did not arrive, in the words of who refused it. */
  failure: z.string().nullable(),
  attempt: z.number().int(),
  handoverNote: z.string().nullable(),
  acts: z.array(z.enum(['resend', 'print', 'hand_over', 'receipt'])),
});
export type DeliveryItem = z.infer<typeof deliveryItem>;
export const deliveriesAnswer = z.object({
  id: z.uuid(),
  subject: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  secrecy: z.enum(secrecies),
  state: z.enum(letterStates),
  /** Addressees first, then copies, in the letter's order. Copies are open to all: nobody is a blind one. */
  items: z.array(deliveryItem),
});
export type DeliveriesAnswer = z.infer<typeof deliveriesAnswer>;

/** The proof of one delivery between regencies, or within one. */
export const receiptAnswer = z.object({
  /** Whether an office has confirmed that the letter arrived; e-mail and paper have no such proof. */
  isReceived: z.boolean(),
  recipientId: z.uuid(),
  recipient: z.string(),
  subject: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  sender: z.string(),
  channel: z.enum(channels),
  /** The message that brought it, the same at sender and receiver. */
  exchangeId: z.uuid().nullable(),
  /** SHA-256 of the document's bytes; null until it is signed. */
  documentSha256: z.string().nullable(),
  /** SHA-256 of the message as both exchange logs keep it; null within the regency. */
  messageSha256: z.string().nullable(),
  sentAt: instant,
  deliveredAt: instant,
  readAt: instant,
  verifyCode: z.string().nullable(),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;
