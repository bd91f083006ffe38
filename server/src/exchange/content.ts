import { sql } from 'drizzle-orm';
import { JobCannotSucceed } from '../core/queue/index.ts';
import type { Secrets } from '../core/secrets/index.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import { exchangeKeyAad } from '../tenants/index.ts';
import type { Message } from './crossing.ts';
import { canonicalJson, hashOf, type LetterContent, letterContent, type MessageFile, sealContext } from './message.ts';
import { keyIdOf, sealedFor, unseal } from './sealing.ts';

export interface ContentDeps {
  tenancy: Tenancy;
  storage: Storage;
  secrets: Secrets;
}

type Opener = (sealed: Buffer, part: string) => Buffer;

/** Finds the receiver's key that a message is sealed to, and how to open parts with it. */
async function openerFor({ tenancy, secrets }: ContentDeps, receiver: Tenant, message: Message): Promise<Opener> {
  if (message.sealed === null) throw new Error('an open message needs no key');
  const wanted = sealedFor(message.sealed);
  const keys = await tenancy.readTenant(receiver, (read) =>
    read.execute<{ id: string; publicKey: Buffer; wrappedKey: Buffer }>(
      sql`select id, public_key as "publicKey", wrapped_key as "wrappedKey" from exchange_keys`,
    ),
  );
  const key = keys.find(({ publicKey }) => keyIdOf(publicKey).equals(wanted));
  if (!key) throw new JobCannotSucceed(`${receiver.slug} no longer has the key that the message is sealed to`);
  const privateKey = secrets.unwrap(key.wrappedKey, exchangeKeyAad(receiver.slug, key.id));
  const { publicKey } = key;
  const { id, sender } = message;
  return (sealed, part) => unseal(sealed, { publicKey, privateKey }, sealContext(id, sender, receiver.slug, part));
}

function readContent(message: Message, opener: Opener | null): LetterContent {
  const text =
    opener && message.sealed ? opener(message.sealed, 'content').toString('utf8') : canonicalJson(message.body);
  const hash = hashOf(message.sealed ?? text);
  if (hash !== message.bodySha256) throw new JobCannotSucceed(`message ${message.id} does not have the hash it states`);
  const parsed = letterContent.safeParse(JSON.parse(text));
  if (!parsed.success) throw new JobCannotSucceed(`message ${message.id}: ${parsed.error.message}`);
  return parsed.data;
}

/**
 * Reads a letter's content as its receiver and copies its files from the sender's prefix to the receiver's, opened and
 * checked against their hashes. Again does no harm: files are stored by content.
 * @throws JobCannotSucceed for a message that contradicts itself; Error when a file is missing (worth another try)
 */
export async function fetchContent(deps: ContentDeps, receiver: Tenant, message: Message): Promise<LetterContent> {
  const { storage } = deps;
  const opener = message.sealed === null ? null : await openerFor(deps, receiver, message);
  const content = readContent(message, opener);
  const fetch = async (file: MessageFile, part: string): Promise<void> => {
    const stored = await storage.get(message.sender, file.storedSha256);
    const bytes = opener ? opener(stored, part) : stored;
    if (sha256Hex(bytes) !== file.sha256 || bytes.byteLength !== file.size) {
      throw new JobCannotSucceed(`${part} of message ${message.id} does not have the hash it states`);
    }
    await storage.put(receiver.slug, bytes);
  };
  await fetch(content.document, 'document');
  for (const [index, each] of content.attachments.entries()) await fetch(each, `attachment-${index}`);
  return content;
}
