import {
  type BsreProvider,
  createBsreProvider,
  createEmbeddedProvider,
  ProviderMisconfigured,
  type SignatureProvider,
} from '../adapters/signing/index.ts';
import { SecretError } from '../core/secrets/index.ts';
import { type Tenant, type TenantRead, tenantOf } from '../core/tenancy/index.ts';
import type { SigningDeps } from './deps.ts';
import { findKey } from './keys-repository.ts';
import { type SignatureSettings, signatureSettings } from './provider-tables.ts';

export type ProviderDeps = Pick<SigningDeps, 'tenancy' | 'clock' | 'signer' | 'authorities' | 'secrets'>;

/** The office's settings; null while it never chose, which means the built-in provider. */
export async function findSignatureSettings(read: TenantRead): Promise<SignatureSettings | null> {
  const [row] = await read.select().from(signatureSettings).limit(1);
  return row ?? null;
}

/** Binds the wrapped password to its regency. */
export const passwordOwner = (tenant: Tenant): string => `bsre-password:${tenant.slug}`;

type Chosen = { provider: SignatureProvider; settings: SignatureSettings | null };

/** Chooses who signs for a regency: the built-in engine, or its own BSrE service. */
export function createProviders(deps: ProviderDeps) {
  const { tenancy, clock, authorities, secrets } = deps;
  const kept = new Map<string, { at: number; provider: BsreProvider }>();

  const embedded = createEmbeddedProvider({
    signer: deps.signer,
    threads: 2,
    async loadKey({ regency, person, keyId }) {
      const tenant = tenantOf(regency);
      const row = keyId === undefined ? null : await tenancy.readTenant(tenant, (read) => findKey(read, keyId));
      if (!row || row.personId !== person) return null;
      return {
        owner: { regency, person, keyId: row.id },
        wrapped: row.wrappedKey,
        certificate: row.state === 'active' ? row.certificate : null,
        chain: await authorities.chain(tenant),
        revoked: row.state === 'revoked',
      };
    },
    loadStamper: () => authorities.stamper(),
    now: () => clock.now(),
  });

  /** @throws ProviderMisconfigured when the stored password does not open here */
  function bsreOf(tenant: Tenant, settings: SignatureSettings): BsreProvider {
    const { baseUrl, username, wrappedPassword, tlsAuthorities, apiVersion } = settings;
    if (baseUrl === null || username === null || wrappedPassword === null) {
      throw new ProviderMisconfigured('the settings of BSrE are not complete');
    }
    try {
      return createBsreProvider({
        version: apiVersion,
        baseUrl,
        username,
        password: secrets.unwrap(wrappedPassword, passwordOwner(tenant)).toString(),
        ...(tlsAuthorities === null ? {} : { ca: tlsAuthorities }),
      });
    } catch (cause) {
      if (cause instanceof SecretError) {
        throw new ProviderMisconfigured('the password of BSrE was wrapped by another installation', { cause });
      }
      throw cause;
    }
  }

  return {
    /** Who signs for this regency now. @throws ProviderMisconfigured */
    async of(tenant: Tenant): Promise<Chosen> {
      const settings = await tenancy.readTenant(tenant, findSignatureSettings);
      if (settings?.provider !== 'bsre') return { provider: embedded, settings };
      const at = settings.updatedAt.getTime();
      const known = kept.get(tenant.slug);
      if (known?.at === at) return { provider: known.provider, settings };
      const provider = bsreOf(tenant, settings);
      kept.set(tenant.slug, { at, provider });
      return { provider, settings };
    },
    bsreOf,
  };
}

export type Providers = ReturnType<typeof createProviders>;
