import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Everything secret that the installation needs, derived from one master key; nothing derived is ever stored. */
export type Secrets = {
  /** The database password of a login: HMAC-SHA256, 43 url-safe characters. */
  password(role: string): string;
  /** A 32-byte key for one purpose, e.g. `key('access-token:t_lebak')`. */
  key(label: string): Buffer;
  /** Encrypts with AES-256-GCM; `aad` names what the secret belongs to and must be the same at `unwrap`. */
  wrap(plaintext: Buffer, aad: string): Buffer;
  /** @throws SecretError if the blob was altered, belongs to another `aad`, or to another master key. */
  unwrap(blob: Buffer, aad: string): Buffer;
};

/** A wrapped secret that does not open: altered, moved to another owner, or made under another master key. */
export class SecretError extends Error {
  override name = 'SecretError';
}

const wrapVersion = 1;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Binds the derivations to one master key.
 * @param masterKey at least 32 random bytes.
 */
export function createSecrets(masterKey: Buffer): Secrets {
  if (masterKey.length < 32) throw new Error('The master key must have at least 32 bytes');
  // The prefixes keep the purposes apart: no label can yield a login's password.
  const derive = (purpose: string, label: string) =>
    createHmac('sha256', masterKey).update(`madangan:${purpose}:${label}`).digest();
  const wrapKey = derive('wrap', `v${wrapVersion}`);

  return {
    password: (role) => derive('password', role).toString('base64url'),
    key: (label) => derive('key', label),
    wrap(plaintext, aad) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', wrapKey, iv);
      cipher.setAAD(Buffer.from(aad, 'utf8'));
      const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      return Buffer.concat([Buffer.from([wrapVersion]), iv, cipher.getAuthTag(), ciphertext]);
    },
    unwrap(blob, aad) {
      const head = 1 + ivBytes + tagBytes;
      if (blob.length < head || blob[0] !== wrapVersion) throw new SecretError('Unknown format of a wrapped secret');
      const decipher = createDecipheriv('aes-256-gcm', wrapKey, blob.subarray(1, 1 + ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(aad, 'utf8'));
      decipher.setAuthTag(blob.subarray(1 + ivBytes, head));
      try {
        return Buffer.concat([decipher.update(blob.subarray(head)), decipher.final()]);
      } catch (cause) {
        throw new SecretError('A wrapped secret does not open', { cause });
      }
    },
  };
}
