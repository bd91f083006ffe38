import { z } from 'zod';

const signer = z.object({ name: z.string(), title: z.string(), signedAt: z.iso.datetime() });

/** What the register says of a document. */
const documentShape = {
  code: z.string(),
  documentKind: z.enum(['letter', 'agreement']),
  documentType: z.string(),
  number: z.string(),
  /** null unless secrecy is `biasa`. */
  subject: z.string().nullable(),
  issuer: z.string(),
  issuedOn: z.iso.date(),
  signers: z.array(signer),
  /** SHA-256 of the file in force, hexadecimal. */
  hash: z.string(),
  /** The keeper's copy was destroyed at the end of its retention, under these minutes; a copy elsewhere stays authentic. */
  destroyed: z.object({ minutesNumber: z.string(), minutesOn: z.iso.date() }).nullable(),
};
const originalAnswer = z.object(documentShape);
export type OriginalAnswer = z.infer<typeof originalAnswer>;

export const verificationAnswer = z.object({
  authentic: z.boolean(),
  /** Codes, such as `content_changed`; empty when authentic. */
  reasons: z.array(z.string()),
  /** The same in words, in Indonesian. */
  messages: z.array(z.string()),
  code: documentShape.code.nullable(),
  documentKind: documentShape.documentKind.nullable(),
  documentType: documentShape.documentType.nullable(),
  number: documentShape.number.nullable(),
  subject: documentShape.subject,
  issuer: documentShape.issuer.nullable(),
  issuedOn: documentShape.issuedOn.nullable(),
  signers: documentShape.signers,
  hash: documentShape.hash.nullable(),
  destroyed: documentShape.destroyed,
});
export type VerificationAnswer = z.infer<typeof verificationAnswer>;

/** A file's answer names the document that it was made from, or claims to be, where that is known. */
export const fileAnswer = verificationAnswer.extend({
  original: originalAnswer.nullable(),
  /** Of the file that was sent. */
  fileHash: z.string(),
});
export type FileAnswer = z.infer<typeof fileAnswer>;
