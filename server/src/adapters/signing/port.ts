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

export type SigningOutcome =
  /** `certificateSerial`: hexadecimal, where only the signed file tells it. */
  { id: string; pdf: Uint8Array; certificateSerial?: string } | { id: string; failure: DocumentFailure };

/**
 * `rejected`: this file will never be signed. `unavailable`: try again later. `refused`: the signer may not sign; `cause`
 * is a SigningRefused. `misconfigured`: the provider does not know this installation; an administrator has to act.
 * After any but `rejected` a session asks for no further documents.
 */
export type DocumentFailure =
  | { kind: 'rejected' | 'unavailable' | 'misconfigured'; cause: unknown }
  | { kind: 'refused'; cause: SigningRefused };

export type RefusalReason =
  | 'wrong_credential'
  | 'no_certificate'
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'certificate_pending'
  | 'certificate_suspended'
  /** The provider does not know the person. */
  | 'not_registered'
  /** Nothing by which the provider could know the person: no NIK and no e-mail address. */
  | 'no_identity';

/** The signer cannot sign now, whatever the document. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(`signing refused: ${reason}`, options);
    this.reason = reason;
  }
}

/** The provider cannot be reached or does not work; nothing is known about signer and document. Try again later. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
  /** A word for administrators: `ECONNREFUSED`, `timeout`, a TLS error's code, `HTTP 500`. */
  readonly fault: string;
  constructor(message: string, options: ErrorOptions & { fault?: string } = {}) {
    super(message, options);
    this.fault = options.fault ?? 'jawabannya tidak dimengerti';
  }
}

/** The provider refuses this installation (address, name or password are wrong); only an administrator can mend it. */
export class ProviderMisconfigured extends Error {
  override readonly name = 'ProviderMisconfigured';
  /** The address is at fault, not name or password. */
  readonly isAddress: boolean;
  constructor(message: string, options: ErrorOptions & { isAddress?: boolean } = {}) {
    super(message, options);
    this.isAddress = options.isAddress ?? false;
  }
}

/** Whether a person can sign, before a passphrase is asked for. */
export type SignerStatus = { ready: true } | { ready: false; reason: Exclude<RefusalReason, 'wrong_credential'> };

/** A credential that was accepted, good for the documents of one request. It lives in memory only. */
export type SigningSession = {
  /**
   * Whether `open` has proven the credential. Otherwise the first document does, and a wrong one is its outcome: do not
   * hand over many before.
   */
  credentialChecked: boolean;
  /**
   * Signs documents one after another; outcomes come in their order. Documents may be made while they are asked for
   * (numbered, typeset): they are never asked for many ahead.
   */
  sign(documents: Iterable<DocumentToSign> | AsyncIterable<DocumentToSign>): AsyncIterable<SigningOutcome>;
};

/** What signs: the embedded engine now, a regency's BSrE Esign Client in its place when it has one. */
export type SignatureProvider = {
  readonly kind: 'embedded' | 'bsre';
  /** @throws ProviderUnavailable, ProviderMisconfigured */
  status(signer: SignerRef): Promise<SignerStatus>;
  /**
   * Checks the credential, as far as a provider can tell beforehand, before anything is made or changed.
   * @throws SigningRefused, ProviderUnavailable, ProviderMisconfigured
   */
  open(signer: SignerRef, credential: Credential): Promise<SigningSession>;
};
