import { webcrypto } from 'node:crypto';

/** The one kind of key of this engine: ECDSA on P-256, signing SHA-256. */
export const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export type SigningKey = webcrypto.CryptoKey;

/** Someone who can sign: the private key stays in memory, certificate and chain (issuer first) are DER. */
export type SigningIdentity = { key: SigningKey; certificate: Uint8Array; chain: readonly Uint8Array[] };

/** A new key pair; the private key can be exported once, by the code that wraps it. */
export const generateKeyPair = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);

/** PKCS#8 DER → a key that signs and cannot be exported. The caller zeroes its copy. */
export const importSigningKey = (pkcs8: Uint8Array): Promise<SigningKey> =>
  webcrypto.subtle.importKey('pkcs8', pkcs8, signingAlgorithm, false, ['sign']);

/** SPKI DER → a key that verifies. */
export const importPublicKey = (spki: Uint8Array): Promise<SigningKey> =>
  webcrypto.subtle.importKey('spki', spki, signingAlgorithm, true, ['verify']);

export const exportPkcs8 = async (key: SigningKey): Promise<Buffer> =>
  Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));

export const exportSpki = async (key: SigningKey): Promise<Buffer> =>
  Buffer.from(await webcrypto.subtle.exportKey('spki', key));
