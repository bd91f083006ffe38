export { type BsreProvider, createBsreProvider } from './bsre.ts';
export {
  type Authority,
  createIntermediateAuthority,
  createRevocationList,
  createRootAuthority,
  createTimeStampAuthority,
  describeCertificate,
  issueCertificate,
  nextUpdateOf,
  type Revocation,
  type Subject,
} from './certificates.ts';
export { createEmbeddedProvider } from './embedded.ts';
export { importSigningKey, type SigningIdentity } from './keys.ts';
export { checkPassphrase, createPersonalKey, passphraseLength } from './personal-key.ts';
export {
  type DocumentToSign,
  ProviderMisconfigured,
  ProviderUnavailable,
  type SignatureProvider,
  type SigningOutcome,
  SigningRefused,
  type SigningSession,
} from './port.ts';
export { createSigner, type Signer } from './signer.ts';
export { type Verification, type VerificationReason, verifyPdf } from './verify.ts';
