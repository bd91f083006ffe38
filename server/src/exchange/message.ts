import { createHash } from 'node:crypto';
import { z } from 'zod';
import { secrecies, urgencies } from '../letters/index.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.object({
  name: z.string().min(1).max(200),
  mediaType: z.string().min(1).max(100),
  /** Of the bytes as people read them. */
  sha256: hash,
  size: z.number().int().nonnegative(),
  /** Of the bytes under the sender's prefix: the same, or the sealed ones. */
  storedSha256: hash,
});
export type MessageFile = z.infer<typeof file>;

/** What may be seen of a letter on its way: nothing of a secret letter's content. */
export const letterEnvelope = z.object({
  number: z.string().min(1).max(200),
  date: z.iso.date(),
  type: z.string().min(1).max(60),
  /** Null on a sealed message. */
  subject: z.string().min(1).max(500).nullable(),
  classification: z.string().min(1).max(60),
  secrecy: z.enum(secrecies),
  urgency: z.enum(urgencies),
  /** Who signed, as printed; the sending regency is known from the database, never from here. */
  senderTitle: z.string().max(300),
  /** Whom it addresses, as printed. */
  recipient: z.string().max(300),
  role: z.enum(['to', 'copy']),
  verifyCode: z.string().max(20),
  isSealed: z.boolean(),
});
export type LetterEnvelope = z.infer<typeof letterEnvelope>;

/** What a letter says, sealed on the way when it is secret. */
export const letterContent = z.object({
  subject: z.string().min(1).max(500),
  attachmentNote: z.string().max(200).nullable(),
  document: file,
  attachments: z.array(file).max(100),
});
export type LetterContent = z.infer<typeof letterContent>;

/** What becomes of a letter at its receiver. */
export const receiptEnvelope = z.object({
  /** The message that it is about. */
  exchangeId: z.uuid(),
  event: z.enum(['delivered', 'read']),
  at: z.iso.datetime(),
});
export type ReceiptEnvelope = z.infer<typeof receiptEnvelope>;

/** JSON with sorted keys: the same text on both sides, whatever the database made of the order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a sealed part belongs to: it opens nowhere else. */
export const sealContext = (exchangeId: string, sender: string, receiver: string, part: string): string =>
  `exchange:${exchangeId}:${sender}:${receiver}:${part}`;

/** An id that follows from another, so that the same receipt twice is one. A UUID of version 8 (RFC 9562). */
export function derivedId(...parts: string[]): string {
  const hex = hashOf(parts.join('|'));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
