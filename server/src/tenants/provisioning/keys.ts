import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { newId } from '../../core/ids.ts';
import type { StepWork } from './step.ts';

/** What the regency's exchange key is wrapped with as associated data: moved to another row it does not open. */
export const exchangeKeyAad = (slug: string, keyId: string): string => `exchange-key:${slug}:${keyId}`;

/**
 * The regency's certificate authority, and its key pair for sealed messages (X25519): public key as SPKI DER, private
 * key as PKCS#8 DER wrapped by the master key in the regency's schema. Partners find the public one in the platform's.
 */
export const makeKeys: StepWork = async ({ tenancy, access, authorities }, order) => {
  await authorities.ensureIntermediate(order, order.name);
  const publicKey = await tenancy.withTenant(order, async (tx) => {
    const [known] = await tx.execute<{ publicKey: Buffer }>(
      sql`select public_key as "publicKey" from exchange_keys order by created_at desc limit 1`,
    );
    if (known) return known.publicKey;
    const pair = generateKeyPairSync('x25519', {
      publicKeyEncoding: { type: 'spki', format: 'der' },
      privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    });
    const id = newId();
    const wrapped = access.secrets.wrap(pair.privateKey, exchangeKeyAad(order.slug, id));
    pair.privateKey.fill(0);
    await tx.execute(sql`insert into exchange_keys (id, public_key, wrapped_key)
      values (${id}::uuid, ${pair.publicKey}, ${wrapped})`);
    return pair.publicKey;
  });
  await tenancy.withPlatform((tx) =>
    tx.execute(sql`update platform.tenants set exchange_public_key = ${publicKey} where slug = ${order.slug}`),
  );
  return undefined;
};
