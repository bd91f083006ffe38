import { X509Certificate } from 'node:crypto';
import { createBsreProvider, ProviderMisconfigured, ProviderUnavailable } from '../adapters/signing/index.ts';
import { audit } from '../core/audit/index.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { findIdentity } from './nik.ts';
import { signingProblems as problems } from './problems.ts';
import type { ProviderAnswer, ProviderInput, ProviderTestAnswer, ProviderTestInput } from './provider-schema.ts';
import { type SignatureSettings, signatureSettings } from './provider-tables.ts';
import { findSignatureSettings, type ProviderDeps, passwordOwner } from './providers.ts';
import { countQueued, findOpenOutage, hastenProbe } from './queue-repository.ts';

/** Audit rows about settings have no row of their own to point at. */
const settingsId = '00000000-0000-0000-0000-000000000000';
/** Nobody has it: region 00 does not exist. For asking a service whether it is there. */
const nobodysNik = '0000000000000000';

const incomplete = (path: string, message: string) =>
  problem(problems.providerIncomplete, { detail: message, errors: [{ path, message }] });

const certificatePattern = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, DER. @throws provider_incomplete when one cannot be read */
function certificatesOf(pem: string | null, path: string): Buffer[] {
  if (pem === null) return [];
  try {
    const found = pem.match(certificatePattern) ?? [];
    if (found.length === 0) throw new Error('no certificate');
    return found.map((each) => new X509Certificate(each).raw);
  } catch {
    // OpenSSL's words help nobody here.
    throw incomplete(path, 'Sertifikat ini tidak dapat dibaca. Tempelkan seluruh isi berkas PEM-nya.');
  }
}

/** Roots that an office's own provider signs under, DER; for checking what that office issued. */
export async function findSignatureRoots(read: TenantRead): Promise<Buffer[]> {
  const settings = await findSignatureSettings(read);
  return certificatesOf(settings?.signatureRoots ?? null, 'signatureRoots');
}

/** A stored password is only ever sent to the address that it was entered for. */
const isSameAddress = (stored: SignatureSettings | null, baseUrl: string | null): boolean =>
  stored?.baseUrl != null && baseUrl !== null && new URL(stored.baseUrl).origin === new URL(baseUrl).origin;

/** Who signs for this office: chosen, tried out and seen by its administrators. */
export function createProviderSettings(deps: ProviderDeps) {
  const { tenancy, clock, secrets } = deps;

  async function get(ctx: OfficeContext): Promise<ProviderAnswer> {
    const [stored, outage, queued] = await tenancy.readTenant(ctx.tenant, (read) =>
      Promise.all([findSignatureSettings(read), findOpenOutage(read), countQueued(read)]),
    );
    return {
      provider: stored?.provider ?? 'embedded',
      apiVersion: stored?.apiVersion ?? 'v2',
      baseUrl: stored?.baseUrl ?? null,
      username: stored?.username ?? null,
      hasPassword: stored?.wrappedPassword != null,
      tlsAuthorities: stored?.tlsAuthorities ?? null,
      signatureRoots: stored?.signatureRoots ?? null,
      coordinatorName: stored?.coordinatorName ?? null,
      coordinatorContact: stored?.coordinatorContact ?? null,
      updatedAt: stored?.updatedAt.toISOString() ?? null,
      outage: outage && {
        since: outage.startedAt.toISOString(),
        fault: outage.fault,
        lastProbeAt: outage.lastProbeAt?.toISOString() ?? null,
        nextProbeAt: outage.nextProbeAt.toISOString(),
        queued: queued.reduce((total, each) => total + each.letters, 0),
      },
    };
  }

  /** @throws provider_incomplete */
  function passwordFor(ctx: OfficeContext, stored: SignatureSettings | null, input: ProviderTestInput): Buffer {
    if (input.password !== undefined) {
      return secrets.wrap(Buffer.from(input.password), passwordOwner(ctx.tenant));
    }
    if (!stored?.wrappedPassword || !isSameAddress(stored, input.baseUrl)) {
      throw incomplete('password', 'Masukkan kata sandi aplikasi untuk alamat ini.');
    }
    return stored.wrappedPassword;
  }

  return {
    get,

    /** Keys of the built-in provider stay as they are, whichever is chosen. @throws provider_incomplete */
    async update(ctx: OfficeContext, input: ProviderInput): Promise<ProviderAnswer> {
      certificatesOf(input.tlsAuthorities, 'tlsAuthorities');
      certificatesOf(input.signatureRoots, 'signatureRoots');
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const stored = await findSignatureSettings(tx);
        const { password: _, provider, ...rest } = input;
        if (provider === 'bsre' && rest.baseUrl === null) throw incomplete('baseUrl', 'Isi alamat layanannya.');
        if (provider === 'bsre' && rest.username === null) throw incomplete('username', 'Isi nama pengguna aplikasi.');
        const keeps = input.password === undefined && !isSameAddress(stored, rest.baseUrl);
        const wrappedPassword = provider === 'embedded' && keeps ? null : passwordFor(ctx, stored, input);
        const row = { ...rest, provider, wrappedPassword, updatedAt: clock.now(), updatedBy: ctx.actor.personId };
        await tx
          .insert(signatureSettings)
          .values(row)
          .onConflictDoUpdate({ target: signatureSettings.onlyRow, set: row });
        await hastenProbe(tx, row.updatedAt);
        await audit(tx, {
          actor: { personId: ctx.actor.personId, name: ctx.actor.name },
          action: 'signature_provider.changed',
          subject: { kind: 'settings', id: settingsId },
          detail: {
            before: stored?.provider ?? 'embedded',
            after: provider,
            baseUrl: rest.baseUrl,
            newPassword: input.password !== undefined,
          },
        });
      });
      return get(ctx);
    },

    /** Asks a service with these settings about the administrator, or about nobody. Nothing is stored. @throws provider_incomplete */
    async test(ctx: OfficeContext, input: ProviderTestInput): Promise<ProviderTestAnswer> {
      certificatesOf(input.tlsAuthorities, 'tlsAuthorities');
      const [stored, identity] = await tenancy.readTenant(ctx.tenant, (read) =>
        Promise.all([findSignatureSettings(read), findIdentity(read, ctx.actor.personId)]),
      );
      if (input.baseUrl === null) throw incomplete('baseUrl', 'Isi alamat layanannya.');
      if (input.username === null) throw incomplete('username', 'Isi nama pengguna aplikasi.');
      const password = secrets.unwrap(passwordFor(ctx, stored, input), passwordOwner(ctx.tenant)).toString();
      const provider = createBsreProvider({
        version: input.apiVersion,
        baseUrl: input.baseUrl,
        username: input.username,
        password,
        ...(input.tlsAuthorities === null ? {} : { ca: input.tlsAuthorities }),
      });
      try {
        await provider.status({
          regency: ctx.tenant.slug,
          person: ctx.actor.personId,
          nik: identity.nik ?? nobodysNik,
        });
        return { result: 'ok', message: 'Tersambung. Layanan menjawab dan mengenal aplikasi ini.' };
      } catch (error) {
        if (error instanceof ProviderMisconfigured) {
          ctx.log.warn({ err: error }, 'a test of the BSrE settings failed');
          return error.isAddress
            ? { result: 'wrong_address', message: 'Di alamat ini tidak ada layanan Esign Client. Periksa alamatnya.' }
            : { result: 'refused', message: 'Layanan menolak nama pengguna atau kata sandi aplikasi.' };
        }
        if (!(error instanceof ProviderUnavailable)) throw error;
        ctx.log.warn({ err: error }, 'a test of the BSrE settings failed');
        return { result: 'unreachable', message: `Layanan tidak dapat dihubungi (${error.fault}).` };
      }
    },
  };
}

export type ProviderSettings = ReturnType<typeof createProviderSettings>;
