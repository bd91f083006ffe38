/** Who signs. The embedded provider uses regency, person and key; BSrE knows people by NIK or e-mail address. */
export type SignerRef = {
  regency: string;
  person: string;
  /** The person's key in use; absent where the provider keeps the keys. */
  keyId?: string;
  nik?: string;
  email?: string;
};

/** What the signer enters. Kept in memory for the call only: never stored, logged or put into a job. */
export type Credential = { kind: 'passphrase'; passphrase: string } | { kind: 'one_time_code'; code: string };

/**
 * A finished PDF. Number, date and QR code are drawn already: signatures are invisible and nothing is drawn later, so
 * no provider needs a place on the page.
 */
export type DocumentToSign = {
  /** The caller's own reference, given back with the outcome. */
  id: string;
  pdf: Uint8Array;
  reason: string;
  location: string;
  contact?: string;
  /** One per signer and document. */
  fieldName: string;
};

export type SigningOutcome = { id: string; pdf: Uint8Array } | { id: string; failure: DocumentFailure };

/** `rejected`: this file will never be signed. `unavailable`: try again later; for BSrE, after asking whether it signed. */
export type DocumentFailure = { kind: 'rejected' | 'unavailable'; cause: unknown };

export type RefusalReason =
  | 'wrong_credential'
  | 'no_certificate'
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'certificate_pending';

/** The signer cannot sign now, whatever the document. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(`signing refused: ${reason}`, options);
    this.reason = reason;
  }
}

/** Whether a person can sign, before a passphrase is asked for. */
export type SignerStatus = { ready: true } | { ready: false; reason: Exclude<RefusalReason, 'wrong_credential'> };

/** A credential that was accepted, good for the documents of one request. It lives in memory only. */
export type SigningSession = {
  /**
   * Signs documents one after another; outcomes come in their order. Documents may be made while they are asked for
   * (numbered, typeset): they are never asked for many ahead.
   */
  sign(documents: Iterable<DocumentToSign> | AsyncIterable<DocumentToSign>): AsyncIterable<SigningOutcome>;
};

/** What signs: the embedded engine now, a regency's BSrE Esign Client in its place when it has one. */
export type SignatureProvider = {
  readonly kind: 'embedded' | 'bsre';
  status(signer: SignerRef): Promise<SignerStatus>;
  /**
   * Checks the credential, as far as a provider can tell beforehand, before anything is made or changed.
   * @throws SigningRefused
   */
  open(signer: SignerRef, credential: Credential): Promise<SigningSession>;
};
