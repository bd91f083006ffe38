import { CryptoKeySigner, PDF, SignatureError, type SignOptions } from '@libpdf/core';
import type { SigningIdentity } from './keys.ts';
import { isSelfIssued } from './pki.ts';
import type { TimeStamper } from './timestamp.ts';

export type PadesOptions = {
  signer: SigningIdentity;
  timeStamper: TimeStamper;
  reason: string;
  location: string;
  contact?: string;
  /** The signature field; a new one per signer. A field that is signed already is an error. */
  fieldName: string;
  /** The time claimed by the signer; now when not given. */
  at?: Date;
};

/** Bytes kept free for CMS, certificates and token: with P-256 keys they take about 3 KB. */
const reservedBytes = 6144;

/** The file cannot be signed: it is not a whole PDF, or it cannot be extended. Trying again does not help. */
export class UnsignablePdf extends Error {
  override readonly name = 'UnsignablePdf';
  readonly code = 'unsignable_pdf';
}

/**
 * Signs a PDF as PAdES B-T (ETSI EN 319 142-1), invisibly, as an incremental update: the result starts with the very
 * bytes of `pdf`, so signatures made before stay valid.
 * @throws UnsignablePdf when the file is no sound PDF or the field is signed already
 */
export async function signPdf(pdf: Uint8Array, options: PadesOptions): Promise<Uint8Array> {
  const { key, certificate, chain } = options.signer;
  const document = await load(pdf);
  const bytes = await sign(document, {
    signer: new CryptoKeySigner(
      key,
      certificate,
      'EC',
      'ECDSA',
      chain.filter((der) => !isSelfIssued(der)),
    ),
    level: 'B-T',
    timestampAuthority: options.timeStamper,
    reason: options.reason,
    location: options.location,
    ...(options.contact ? { contactInfo: options.contact } : {}),
    fieldName: options.fieldName,
    signingTime: options.at ?? new Date(),
    estimatedSize: reservedBytes,
  });
  // The library falls back to rewriting files it cannot extend, which would break what others signed.
  if (Buffer.compare(bytes.subarray(0, pdf.length), pdf) !== 0) throw new UnsignablePdf('the PDF cannot be extended');
  return bytes;
}

/** The library's own refusals (the field is signed already, there is no page) are the file's fault. */
async function sign(document: PDF, options: SignOptions): Promise<Uint8Array> {
  try {
    return (await document.sign(options)).bytes;
  } catch (error) {
    if (error instanceof SignatureError) throw new UnsignablePdf(error.message, { cause: error });
    throw error;
  }
}

/** Loads strictly: what the library repaired or had to guess is not signed. */
async function load(pdf: Uint8Array): Promise<PDF> {
  try {
    const document = await PDF.load(pdf);
    if (document.recoveredViaBruteForce || document.isEncrypted) throw new UnsignablePdf('damaged or encrypted PDF');
    const blocker = document.canSaveIncrementally();
    if (blocker) throw new UnsignablePdf(`the PDF cannot be extended: ${blocker}`);
    return document;
  } catch (error) {
    if (error instanceof UnsignablePdf) throw error;
    throw new UnsignablePdf('the file is not a PDF', { cause: error });
  }
}
