import {
  type Authority,
  createIntermediateAuthority,
  createRevocationList,
  createRootAuthority,
  createTimeStampAuthority,
  describeCertificate,
  importSigningKey,
  issueCertificate,
  nextUpdateOf,
  type Revocation,
  type SigningIdentity,
  type Subject,
} from '../adapters/signing/index.ts';
import type { Clock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import type { Secrets } from '../core/secrets/index.ts';
import type { ServiceTx, Tenancy, Tenant } from '../core/tenancy/index.ts';
import * as repository from './repository.ts';

/** Validity in days: the root outlives what it signs, a person's certificate is renewed every two years. */
const days = { root: 7_300, intermediate: 3_650, timestamp: 3_650, person: 730, list: 30, renewal: 15 } as const;

export type Authorities = {
  /** Makes the platform's root and time-stamp authority, once. */
  ensurePlatform(): Promise<void>;
  /** Makes the regency's own authority, once. */
  ensureIntermediate(tenant: Tenant, name: string): Promise<void>;
  /**
   * Certifies a person's key; the same key id gives the same certificate again. Whoever calls has checked that the
   * person and an administrator agreed, and what the subject says.
   * @param request PKCS#10 DER; only its public key is taken
   */
  issue(
    tenant: Tenant,
    order: { keyId: string; request: Uint8Array; subject: Subject; demo: boolean },
  ): Promise<{ certificate: Buffer; serial: string }>;
  /** Revokes the certificate of a personal key and publishes the regency's new revocation list. */
  revoke(tenant: Tenant, keyId: string): Promise<void>;
  /** Revokes a regency's authority with the platform's root and destroys its key; does nothing when there is none. */
  retire(tenant: Tenant): Promise<void>;
  /**
   * What anyone may fetch of an authority in use, DER: the platform's root, or a regency's. Null when there is none, or no
   * list was made yet.
   */
  published(slug: string | null): Promise<{ certificate: Buffer; revocationList: Buffer | null } | null>;
  /** Publishes lists that are missing or will be out of date before long (login `issuer`). @returns how many */
  renewLists(): Promise<number>;
  /** DER, issuer first: the regency's authority, then the root. Works in API and worker alike. */
  chain(tenant: Tenant): Promise<Buffer[]>;
  /** What signatures are checked against, DER. Works in API and worker alike. */
  trust(): Promise<{ roots: Buffer[]; revocationLists: Buffer[] }>;
  /** The time-stamp authority's opened key (login `stamper`), kept in memory. */
  stamper(): Promise<SigningIdentity>;
};

type Deps = {
  tenancy: Tenancy;
  secrets: Secrets;
  clock: Clock;
  /** Whether certificates of this installation say DEMO. */
  demo: boolean;
  /** Base of the addresses that certificates name; without it they name none. */
  publicUrl?: string;
};

/** Binds a wrapped key to its authority: moved to another row it does not open. */
const aadOf = (authorityId: string): string => `authority-key:${authorityId}`;
const platformName = 'Madangan';

/** The certificate authorities: a root, one intermediate per regency, one time-stamp authority. */
export function createAuthorities({ tenancy, secrets, clock, demo, publicUrl }: Deps): Authorities {
  let opened: Promise<SigningIdentity> | undefined;

  async function open(
    tx: ServiceTx,
    kind: 'root' | 'intermediate',
    slug: string | null,
  ): Promise<Authority & { id: string }> {
    const row = await repository.findAuthority(tx, kind, slug);
    const wrapped = row && (await repository.findKey(tx, 'issuer', row.id));
    if (!row || !wrapped) throw new Error(`no ${kind} authority${slug === null ? '' : ` of ${slug}`}`);
    return { id: row.id, certificate: row.certificate, privateKey: secrets.unwrap(wrapped, aadOf(row.id)) };
  }

  async function keep(
    tx: ServiceTx,
    kind: repository.AuthorityKind,
    slug: string | null,
    made: Authority,
  ): Promise<void> {
    const id = newId();
    const { certificate, privateKey } = made;
    const { notAfter } = describeCertificate(certificate);
    const wrapped = secrets.wrap(privateKey, aadOf(id));
    privateKey.fill(0);
    // Lost a race: the other process's authority counts.
    if (!(await repository.insertAuthority(tx, { id, kind, slug, certificate, notAfter }))) return;
    await repository.insertKey(tx, kind === 'timestamp' ? 'stamper' : 'issuer', id, wrapped);
  }

  async function publishList(tx: ServiceTx, issuer: Authority & { id: string }, revoked: Revocation[]): Promise<void> {
    const now = clock.now();
    const nextUpdate = new Date(now.getTime() + days.list * 86_400_000);
    await repository.setRevocationList(tx, issuer.id, await createRevocationList(issuer, { revoked, now, nextUpdate }));
  }

  /** What an authority's list has to name. @param slug null for the root, which revokes authorities */
  async function revokedBy(tx: ServiceTx, slug: string | null): Promise<Revocation[]> {
    if (slug === null) {
      const retired = await repository.listRetired(tx);
      return retired.map(({ certificate, revokedAt }) => ({
        serial: describeCertificate(certificate).serial,
        at: new Date(revokedAt),
        reason: 'left_office',
      }));
    }
    const revoked = await repository.listRevoked(tx, slug);
    return revoked.map(({ serial, revokedAt }) => ({ serial, at: new Date(revokedAt), reason: 'superseded' }));
  }

  async function openStamper(): Promise<SigningIdentity> {
    return tenancy.withService('stamper', async (tx) => {
      const row = await repository.findAuthority(tx, 'timestamp', null);
      const root = await repository.findAuthority(tx, 'root', null);
      const wrapped = row && (await repository.findKey(tx, 'stamper', row.id));
      if (!row || !root || !wrapped) throw new Error('no time-stamp authority');
      const privateKey = secrets.unwrap(wrapped, aadOf(row.id));
      const key = await importSigningKey(privateKey);
      privateKey.fill(0);
      return { key, certificate: row.certificate, chain: [root.certificate] };
    });
  }

  return {
    async ensurePlatform() {
      const known = await tenancy.readPlatform((read) => repository.findAuthority(read, 'timestamp', null));
      if (known) return;
      await tenancy.withService('issuer', async (tx) => {
        if (!(await repository.findAuthority(tx, 'root', null))) {
          const options = {
            name: 'Madangan Root CA',
            organization: platformName,
            demo,
            now: clock.now(),
            days: days.root,
          };
          await keep(tx, 'root', null, await createRootAuthority(options));
        }
        const root = await open(tx, 'root', null);
        const options = {
          name: 'Madangan Penanda Waktu',
          organization: platformName,
          demo,
          now: clock.now(),
          days: days.timestamp,
        };
        await keep(tx, 'timestamp', null, await createTimeStampAuthority(root, options));
      });
    },
    async ensureIntermediate(tenant, name) {
      await tenancy.withService('issuer', async (tx) => {
        if (await repository.findAuthority(tx, 'intermediate', tenant.slug)) return;
        const root = await open(tx, 'root', null);
        const options = { name: `CA ${name}`, organization: name, demo, now: clock.now(), days: days.intermediate };
        await keep(tx, 'intermediate', tenant.slug, await createIntermediateAuthority(root, options));
      });
    },
    async issue(tenant, order) {
      return tenancy.withService('issuer', async (tx) => {
        const issued = await repository.findIssued(tx, order.keyId);
        if (issued) return { certificate: issued.certificate, serial: issued.serial };
        const issuer = await open(tx, 'intermediate', tenant.slug);
        const made = await issueCertificate(issuer, {
          ...order,
          now: clock.now(),
          days: days.person,
          ...(publicUrl === undefined ? {} : { revocationListUrl: `${publicUrl}/pki/${tenant.slug}.crl` }),
        });
        const { certificate, serial } = made;
        await repository.insertIssued(tx, { serial, certificate, slug: tenant.slug, keyId: order.keyId });
        return { certificate, serial };
      });
    },
    async revoke(tenant, keyId) {
      await tenancy.withService('issuer', async (tx) => {
        await repository.markRevoked(tx, tenant.slug, keyId);
        await publishList(tx, await open(tx, 'intermediate', tenant.slug), await revokedBy(tx, tenant.slug));
      });
    },
    async retire(tenant) {
      await tenancy.withService('issuer', async (tx) => {
        const row = await repository.findAuthority(tx, 'intermediate', tenant.slug);
        if (!row) return;
        await repository.retireAuthority(tx, row.id);
        await publishList(tx, await open(tx, 'root', null), await revokedBy(tx, null));
      });
    },
    async published(slug) {
      const kind = slug === null ? 'root' : 'intermediate';
      const row = await tenancy.readPlatform((read) => repository.findAuthority(read, kind, slug));
      return row && { certificate: row.certificate, revocationList: row.crl };
    },
    async renewLists() {
      const issuers = await tenancy.readPlatform((read) => repository.listIssuers(read));
      const soon = clock.now().getTime() + days.renewal * 86_400_000;
      const due = issuers.filter(({ crl }) => !crl || (nextUpdateOf(crl)?.getTime() ?? 0) < soon);
      for (const { slug } of due) {
        // Each in a transaction of its own: one authority without its key must not keep the others from their lists.
        await tenancy.withService('issuer', async (tx) =>
          publishList(tx, await open(tx, slug === null ? 'root' : 'intermediate', slug), await revokedBy(tx, slug)),
        );
      }
      return due.length;
    },
    async chain(tenant) {
      const [own, root] = await tenancy.readPlatform((read) =>
        Promise.all([
          repository.findAuthority(read, 'intermediate', tenant.slug),
          repository.findAuthority(read, 'root', null),
        ]),
      );
      if (!own || !root) throw new Error(`no authority of ${tenant.slug}`);
      return [own.certificate, root.certificate];
    },
    trust: () => tenancy.readPlatform((read) => repository.listTrust(read)),
    stamper() {
      opened ??= openStamper().catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
  };
}
