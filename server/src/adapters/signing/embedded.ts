import { ThreadJobError, ThreadLost } from '../../core/threads.ts';
import { describeCertificate, publicKeyOf } from './certificates.ts';
import type { SigningIdentity } from './keys.ts';
import { type KeyOwner, openPersonalKey } from './personal-key.ts';
import {
  type Credential,
  type DocumentToSign,
  type RefusalReason,
  type SignatureProvider,
  type SignerRef,
  type SigningOutcome,
  SigningRefused,
} from './port.ts';
import type { Signer } from './signer.ts';

/** A person's key as it is stored: wrapped by the passphrase, with its certificate once that is issued. */
export type StoredKey = {
  owner: KeyOwner;
  wrapped: Buffer;
  /** DER; null while the request waits for the authority. */
  certificate: Uint8Array | null;
  /** DER, issuer first; the root may be left out. */
  chain: readonly Uint8Array[];
  revoked: boolean;
};

export type EmbeddedProviderOptions = {
  signer: Signer;
  /** How many documents are under way at once: the number of signing threads. */
  threads: number;
  /** The key a reference names; null when there is none. */
  loadKey(signer: SignerRef): Promise<StoredKey | null>;
  /** The time-stamp authority's opened key and certificates. */
  loadStamper(): Promise<SigningIdentity>;
  now(): Date;
};

type UsableKey = StoredKey & { certificate: Uint8Array };

/** The built-in provider: keys in the regency's schema, signatures made in this process's signing threads. */
export function createEmbeddedProvider(options: EmbeddedProviderOptions): SignatureProvider {
  async function find(signer: SignerRef): Promise<UsableKey | Exclude<RefusalReason, 'wrong_credential'>> {
    const stored = await options.loadKey(signer);
    if (!stored) return 'no_certificate';
    if (stored.revoked) return 'certificate_revoked';
    const { certificate } = stored;
    if (!certificate) return 'certificate_pending';
    const now = options.now();
    const { notBefore, notAfter } = describeCertificate(certificate);
    if (now < notBefore || now > notAfter) return 'certificate_expired';
    return { ...stored, certificate };
  }

  async function open(signer: SignerRef, credential: Credential): Promise<SigningIdentity> {
    const stored = await find(signer);
    if (typeof stored === 'string') throw new SigningRefused(stored);
    if (credential.kind !== 'passphrase') throw new SigningRefused('wrong_credential');
    const opened = await openPersonalKey(stored.wrapped, credential.passphrase, stored.owner);
    if (!opened) throw new SigningRefused('wrong_credential');
    // A certificate of another key would make signatures that nobody can verify.
    if (!opened.publicKeySpki.equals(await publicKeyOf(stored.certificate))) throw new SigningRefused('no_certificate');
    return { key: opened.key, certificate: stored.certificate, chain: stored.chain };
  }

  async function signOne(
    document: DocumentToSign,
    signer: SigningIdentity,
    stamper: SigningIdentity,
  ): Promise<SigningOutcome> {
    const { id, ...job } = document;
    try {
      return { id, pdf: await options.signer.sign({ ...job, signer, stamper }) };
    } catch (cause) {
      if (!(cause instanceof ThreadJobError || cause instanceof ThreadLost)) throw cause;
      const rejected = cause instanceof ThreadJobError && cause.code === 'unsignable_pdf';
      return { id, failure: { kind: rejected ? 'rejected' : 'unavailable', cause } };
    }
  }

  return {
    kind: 'embedded',
    async status(signer) {
      const found = await find(signer);
      return typeof found === 'string' ? { ready: false, reason: found } : { ready: true };
    },
    async open(signer, credential) {
      const identity = await open(signer, credential);
      const stamper = await options.loadStamper();
      return {
        credentialChecked: true,
        sign: (documents) => inOrder(documents, options.threads, (document) => signOne(document, identity, stamper)),
      };
    },
  };
}

/** Runs `work` on up to `ahead` items at once and gives the results in the items' order. */
async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const open: Promise<Result>[] = [];
  const begin = (item: Item): void => {
    const result = work(item);
    // Awaited below, in order; until then a rejection has no one to hear it.
    result.catch(() => undefined);
    open.push(result);
  };
  for await (const item of items) {
    begin(item);
    const first = open.length >= ahead ? open.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of open) yield await result;
}
