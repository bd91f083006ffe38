export {
  type Authority,
  type AuthorityOptions,
  type Certificate,
  createIntermediateAuthority,
  createRevocationList,
  createRootAuthority,
  createTimeStampAuthority,
  describeCertificate,
  InvalidRequest,
  issueCertificate,
  publicKeyOf,
  type Revocation,
  type Subject,
} from './certificates.ts';
export { createEmbeddedProvider, type EmbeddedProviderOptions, type StoredKey } from './embedded.ts';
export { importSigningKey, type SigningIdentity } from './keys.ts';
export { UnsignablePdf } from './pades.ts';
export {
  checkPassphrase,
  createPersonalKey,
  type KeyOwner,
  openPersonalKey,
  type PassphraseProblem,
  PassphraseRefused,
  type PersonalKey,
  passphraseLength,
} from './personal-key.ts';
export {
  type Credential,
  type DocumentToSign,
  type SignatureProvider,
  type SignerRef,
  type SignerStatus,
  type SigningOutcome,
  SigningRefused,
  type SigningSession,
} from './port.ts';
export type { SignJob } from './sign-job.ts';
export { createSigner, type Signer } from './signer.ts';
export {
  type SignatureProblem,
  type SignatureReport,
  type Verification,
  type VerificationReason,
  type VerifyOptions,
  verifyPdf,
} from './verify.ts';
