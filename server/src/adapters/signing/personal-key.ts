import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { createCertificationRequest, type Subject } from './certificates.ts';
import {
  exportPkcs8,
  exportSpki,
  generateKeyPair,
  importPublicKey,
  importSigningKey,
  type SigningKey,
} from './keys.ts';

/** Whose key it is. All three are bound to the wrapped key: moved to another row it no longer opens. */
export type KeyOwner = { regency: string; person: string; keyId: string };

/** An opened personal key. It lives in memory only and cannot be exported. */
export type PersonalKey = {
  key: SigningKey;
  /** SPKI DER, to be compared with the certificate's. */
  publicKeySpki: Buffer;
  /** A PKCS#10 request (DER) for this key. */
  certificationRequest(subject: Subject): Promise<Buffer>;
};

export type PassphraseProblem = 'too_short' | 'too_long';

/** Characters; the upper bound keeps the work per attempt small. */
export const passphraseLength = { min: 8, max: 256 } as const;

/** The passphrase policy: a length; null when it is kept. */
export function checkPassphrase(passphrase: string): PassphraseProblem | null {
  const length = [...passphrase].length;
  if (length < passphraseLength.min) return 'too_short';
  return length > passphraseLength.max ? 'too_long' : null;
}

/** The passphrase breaks the policy; the message never repeats it. */
export class PassphraseRefused extends Error {
  override readonly name = 'PassphraseRefused';
  readonly problem: PassphraseProblem;
  constructor(problem: PassphraseProblem) {
    super(`passphrase is ${problem}`);
    this.problem = problem;
  }
}

/**
 * The wrapped key: header (which is authenticated too) and ciphertext.
 * magic 4 | memory KiB u32 | passes u32 | lanes u8 | salt 16 | nonce 12 | tag 16 | PKCS#8 encrypted
 */
const magic = Buffer.from('MPK1');
const at = { memory: 4, passes: 8, lanes: 12, salt: 13, nonce: 29, tag: 41, body: 57 } as const;

/** @node-rs/argon2's number for argon2id; its own enum is erased by isolated compilation. */
const argon2id = 2;

type Cost = { memory: number; passes: number; lanes: number };

/** argon2id, 64 MiB and three passes: above OWASP's floor, since the key is a person's signature. */
const cost: Cost = { memory: 64 * 1024, passes: 3, lanes: 1 };
/** What a stored header may ask for: a forged one must not exhaust the memory. */
const highestCost: Cost = { memory: 256 * 1024, passes: 10, lanes: 4 };

const associatedData = (header: Buffer, owner: KeyOwner): Buffer =>
  Buffer.concat([header, Buffer.from(JSON.stringify([owner.regency, owner.person, owner.keyId]))]);

async function derive(passphrase: string, salt: Buffer, { memory, passes, lanes }: Cost): Promise<Buffer> {
  // The same passphrase typed on another keyboard may arrive composed differently.
  const typed = Buffer.from(passphrase.normalize('NFKC'));
  try {
    return await hashRaw(typed, {
      algorithm: argon2id,
      memoryCost: memory,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32,
      salt,
    });
  } finally {
    typed.fill(0);
  }
}

async function seal(pkcs8: Buffer, passphrase: string, owner: KeyOwner): Promise<Buffer> {
  const salt = randomBytes(16);
  const header = Buffer.alloc(at.nonce);
  magic.copy(header);
  header.writeUInt32BE(cost.memory, at.memory);
  header.writeUInt32BE(cost.passes, at.passes);
  header.writeUInt8(cost.lanes, at.lanes);
  salt.copy(header, at.salt);
  const secret = await derive(passphrase, salt, cost);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(associatedData(header, owner));
  const body = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  secret.fill(0);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
}

function readCost(wrapped: Buffer): Cost | null {
  if (wrapped.length <= at.body || wrapped.length > 4096 || !wrapped.subarray(0, 4).equals(magic)) return null;
  const read = {
    memory: wrapped.readUInt32BE(at.memory),
    passes: wrapped.readUInt32BE(at.passes),
    lanes: wrapped.readUInt8(at.lanes),
  };
  const fits =
    read.memory >= 8 * 1024 &&
    read.memory <= highestCost.memory &&
    read.passes >= 1 &&
    read.passes <= highestCost.passes &&
    read.lanes >= 1 &&
    read.lanes <= highestCost.lanes;
  return fits ? read : null;
}

async function unseal(wrapped: Buffer, passphrase: string, owner: KeyOwner): Promise<Buffer | null> {
  const stored = readCost(wrapped);
  if (!stored) return null;
  const header = wrapped.subarray(0, at.nonce);
  const secret = await derive(passphrase, wrapped.subarray(at.salt, at.nonce), stored);
  const decipher = createDecipheriv('aes-256-gcm', secret, wrapped.subarray(at.nonce, at.tag))
    .setAAD(associatedData(header, owner))
    .setAuthTag(wrapped.subarray(at.tag, at.body));
  const pkcs8 = decipher.update(wrapped.subarray(at.body));
  try {
    decipher.final();
    return pkcs8;
  } catch {
    // GCM's only answer to a wrong passphrase, owner or blob; which of them it was cannot be told.
    pkcs8.fill(0);
    return null;
  } finally {
    secret.fill(0);
  }
}

/**
 * Makes a person's key and wraps it with the passphrase (argon2id → AES-256-GCM). Call it where the passphrase is typed.
 * @throws PassphraseRefused when the passphrase breaks the policy
 */
export async function createPersonalKey(options: {
  passphrase: string;
  aad: KeyOwner;
}): Promise<PersonalKey & { wrapped: Buffer }> {
  const refused = checkPassphrase(options.passphrase);
  if (refused) throw new PassphraseRefused(refused);
  const pair = await generateKeyPair();
  const pkcs8 = await exportPkcs8(pair.privateKey);
  const wrapped = await seal(pkcs8, options.passphrase, options.aad);
  const key = await importSigningKey(pkcs8);
  pkcs8.fill(0);
  return { wrapped, ...handle(key, await exportSpki(pair.publicKey)) };
}

/** Opens a wrapped key. Null when the passphrase is wrong, the blob is damaged or it belongs to someone else. */
export async function openPersonalKey(wrapped: Buffer, passphrase: string, aad: KeyOwner): Promise<PersonalKey | null> {
  if (checkPassphrase(passphrase)) return null;
  const pkcs8 = await unseal(wrapped, passphrase, aad);
  if (!pkcs8) return null;
  const key = await importSigningKey(pkcs8);
  const spki = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
  pkcs8.fill(0);
  return handle(key, spki.export({ format: 'der', type: 'spki' }));
}

const handle = (key: SigningKey, publicKeySpki: Buffer): PersonalKey => ({
  key,
  publicKeySpki,
  certificationRequest: async (subject) =>
    createCertificationRequest({ privateKey: key, publicKey: await importPublicKey(publicKeySpki) }, subject),
});
