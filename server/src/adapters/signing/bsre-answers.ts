import { z } from 'zod';
import type { BsreAnswer } from './bsre-http.ts';
import { type DocumentFailure, ProviderUnavailable, type SignerStatus, SigningRefused } from './port.ts';

type NotReady = Extract<SignerStatus, { ready: false }>['reason'];

/** Manual p. 32: only ISSUE may sign. */
const notReady: Record<string, NotReady> = {
  EXPIRED: 'certificate_expired',
  RENEW: 'certificate_pending',
  WAITING_FOR_VERIFICATION: 'certificate_pending',
  NEW: 'certificate_pending',
  NO_CERTIFICATE: 'no_certificate',
  NOT_REGISTERED: 'not_registered',
  SUSPEND: 'certificate_suspended',
  REVOKE: 'certificate_revoked',
};

/** Codes that are known; the full list is in no public manual. */
const wrongPassphrase = 2031;
const signerUnknown = 2011;

const said = z.object({
  error: z.string().optional(),
  message: z.string().nullish(),
  status: z.union([z.string(), z.number()]).optional(),
  status_code: z.coerce.number().optional().catch(undefined),
});

function read(body: Buffer): z.infer<typeof said> {
  try {
    return said.parse(JSON.parse(body.toString()));
  } catch {
    // Not the service's JSON: what it says is told in general words.
    return {};
  }
}

/** Ten digits or more in a row may be somebody's NIK, which has no place in a log. */
const withoutIdentity = (text: string): string => text.replaceAll(/\d{10,}/g, '…').slice(0, 300);

/** The service could not read the document itself: others of the same call may be sound. */
export class BrokenDocument extends Error {
  override readonly name = 'BrokenDocument';
}

/** What the log may keep of a refusal: code and text, without secrets, for they are not in answers, and without NIK. */
function causeOf({ status, body }: BsreAnswer): Error {
  const { error, message, status_code: code } = read(body);
  return new Error(`BSrE answered ${status}, code ${code ?? 'none'}: ${withoutIdentity(error ?? message ?? '')}`);
}

/**
 * A refusal of the sign call. A 400 is never sent again: it is the passphrase, the signer or the file.
 * @param answer with a status from 400 to 499
 */
export function failureOf(answer: BsreAnswer): DocumentFailure {
  const { error, message, status_code: code } = read(answer.body);
  const text = error ?? message ?? '';
  const cause = causeOf(answer);
  if (code === wrongPassphrase || /passphrase anda salah/i.test(text)) {
    return { kind: 'refused', cause: new SigningRefused('wrong_credential', { cause }) };
  }
  if (code === signerUnknown) return { kind: 'refused', cause: new SigningRefused('not_registered', { cause }) };
  return { kind: 'rejected', cause: /InvalidPdf|BadPdf/i.test(text) ? new BrokenDocument(cause.message) : cause };
}

/** What the service says of a signer. @throws ProviderUnavailable when that cannot be understood */
export function statusOf(answer: BsreAnswer): SignerStatus {
  const { status, status_code: code } = read(answer.body);
  if (status === 'ISSUE') return { ready: true };
  const reason = typeof status === 'string' ? notReady[status] : undefined;
  if (reason) return { ready: false, reason };
  if (code === signerUnknown) return { ready: false, reason: 'not_registered' };
  throw new ProviderUnavailable('the status of a signer was not understood', { cause: causeOf(answer) });
}

/** V1 tells a signer's state in a free text, if at all: what it does not say, the sign call will. */
export function statusOfV1(answer: BsreAnswer): SignerStatus {
  const { status, status_code: code } = read(answer.body);
  const reason = typeof status === 'string' ? notReady[status] : undefined;
  if (reason) return { ready: false, reason };
  return code === signerUnknown ? { ready: false, reason: 'not_registered' } : { ready: true };
}

const signedFiles = z.object({ file: z.array(z.string()) });

/** The files of a V2 answer, in the order of the request; null when they are not there. */
export function filesOf(body: Buffer): Buffer[] | null {
  try {
    return signedFiles.parse(JSON.parse(body.toString())).file.map((each) => Buffer.from(each, 'base64'));
  } catch {
    // Cut off on the way, or something else than the manual says: the caller reports it.
    return null;
  }
}

/** Manual p. 35–36, with the spellings of the service. */
export const verifyAnswer = z.object({
  conclusion: z.string(),
  description: z.string().nullish(),
  signatureCount: z.number().int(),
  signatureInformations: z
    .array(
      z.object({
        signerName: z.string().nullish(),
        signatureDate: z.string().nullish(),
        integrityValid: z.boolean(),
        certificateTrusted: z.boolean(),
      }),
    )
    .nullish()
    .transform((found) => found ?? []),
});
export type BsreVerification = z.infer<typeof verifyAnswer>;
