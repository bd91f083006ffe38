import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** A sealed message that does not open: altered, meant for another key, or moved to another message. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const format = 1;
const keyIdBytes = 16;
const spkiBytes = 44;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + spkiBytes + ivBytes + tagBytes;

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** How a sealed message names the key that opens it: the first bytes of the public key's SHA-256. */
export const keyIdOf = (publicKey: Buffer): Buffer =>
  createHash('sha256').update(publicKey).digest().subarray(0, keyIdBytes);

function messageKey(own: KeyObject, other: KeyObject, ephemeral: Buffer, receiver: Buffer): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, receiver]), 'madangan exchange 1', 32));
  shared.fill(0);
  return key;
}

/**
 * Seals bytes to a regency's key: ephemeral X25519, HKDF-SHA256, AES-256-GCM. Only the holder of the private key opens
 * them, the sender included no more.
 * @param receiverKey X25519 public key as SPKI DER (`platform.tenants.exchange_public_key`)
 * @param context what the message belongs to; must be the same when it is opened
 */
export function seal(plaintext: Uint8Array, receiverKey: Buffer, context: string): Buffer {
  const receiver = createPublicKey({ key: receiverKey, type: 'spki', format: 'der' });
  const pair = generateKeyPairSync('x25519');
  const ephemeral = spki(pair.publicKey);
  const key = messageKey(pair.privateKey, receiver, ephemeral, receiverKey);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  key.fill(0);
  const head = [Buffer.from([format]), keyIdOf(receiverKey), ephemeral, iv, cipher.getAuthTag()];
  return Buffer.concat([...head, ciphertext]);
}

/** Which key opens a sealed message. @throws SealError for bytes that are none */
export function sealedFor(sealed: Buffer): Buffer {
  if (sealed.length < headBytes || sealed[0] !== format) throw new SealError('not a sealed message');
  return sealed.subarray(1, 1 + keyIdBytes);
}

/**
 * Opens what `seal` made.
 * @param pair the receiver's keys: public as SPKI DER, private as PKCS#8 DER
 * @throws SealError when it was altered, is meant for another key, or belongs to another context
 */
export function unseal(sealed: Buffer, pair: { publicKey: Buffer; privateKey: Buffer }, context: string): Buffer {
  if (!sealedFor(sealed).equals(keyIdOf(pair.publicKey))) throw new SealError('sealed to another key');
  const ivAt = 1 + keyIdBytes + spkiBytes;
  const ephemeral = sealed.subarray(1 + keyIdBytes, ivAt);
  const iv = sealed.subarray(ivAt, ivAt + ivBytes);
  const tag = sealed.subarray(ivAt + ivBytes, headBytes);
  const own = createPrivateKey({ key: pair.privateKey, type: 'pkcs8', format: 'der' });
  try {
    const other = createPublicKey({ key: ephemeral, type: 'spki', format: 'der' });
    const decipher = createDecipheriv('aes-256-gcm', messageKey(own, other, ephemeral, pair.publicKey), iv, {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealError('a sealed message does not open', { cause });
  }
}
