import { createEmbeddedProvider, SigningRefused, type SigningSession } from '../adapters/signing/index.ts';
import { type ProblemKind, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { tenantOf } from '../core/tenancy/index.ts';
import { attempts } from '../identity/index.ts';
import type { SigningDeps } from './deps.ts';
import { findCurrentKey, findKey } from './keys-repository.ts';
import { signingProblems as problems } from './problems.ts';

/** What a person's passphrase has opened, for this request only. */
export interface OpenedKey {
  session: SigningSession;
  /** Serial of the certificate that signs. */
  certificateSerial: string;
}

type Refusal = Exclude<SigningRefused['reason'], 'wrong_credential'>;
const refusals: Record<Refusal, { kind: ProblemKind; detail: string }> = {
  no_certificate: {
    kind: problems.noCertificate,
    detail: 'Buat kunci tanda tangan pada halaman akun Anda, lalu minta admin menyetujuinya.',
  },
  certificate_pending: {
    kind: problems.certificatePending,
    detail: 'Permintaan Anda menunggu persetujuan admin. Setelah terbit Anda dapat menandatangani.',
  },
  certificate_expired: {
    kind: problems.certificateExpired,
    detail: 'Buat kunci tanda tangan baru pada halaman akun Anda.',
  },
  certificate_revoked: {
    kind: problems.certificateRevoked,
    detail: 'Buat kunci tanda tangan baru pada halaman akun Anda.',
  },
};

/** Opens people's signing keys. At most one attempt per person at a time, so that guesses cannot outrun the count. */
export function createKeyOpener(deps: Pick<SigningDeps, 'tenancy' | 'clock' | 'signer' | 'authorities'>) {
  const { tenancy, clock, authorities } = deps;
  const underway = new Map<string, Promise<unknown>>();

  const provider = createEmbeddedProvider({
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

  /** Runs `work` after whatever runs for the same person. */
  async function inTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
    const before = underway.get(person) ?? Promise.resolve();
    // What failed for the one before is that one's to tell.
    const mine = before.then(work, work);
    underway.set(person, mine);
    try {
      return await mine;
    } finally {
      if (underway.get(person) === mine) underway.delete(person);
    }
  }

  const account = (ctx: OfficeContext): string => `passphrase:${ctx.actor.personId}`;

  async function refuseWhileLocked(ctx: OfficeContext): Promise<void> {
    const seconds = await tenancy.readTenant(ctx.tenant, (read) =>
      attempts.secondsToWait(read, account(ctx), clock.now()),
    );
    if (seconds === 0) return;
    throw problem(problems.passphraseLocked, {
      detail: `Tunggu ${seconds} detik sebelum mencoba lagi. Lupa frasa sandi? Buat kunci tanda tangan baru.`,
      retryAfterSeconds: seconds,
    });
  }

  async function openNow(ctx: OfficeContext, passphrase: string): Promise<OpenedKey> {
    await refuseWhileLocked(ctx);
    const { personId } = ctx.actor;
    const key = await tenancy.readTenant(ctx.tenant, (read) => findCurrentKey(read, personId));
    const signer = { regency: ctx.tenant.slug, person: personId, ...(key ? { keyId: key.id } : {}) };
    try {
      const session = await provider.open(signer, { kind: 'passphrase', passphrase });
      if (!key?.certificateSerial) throw new Error('a key that opens without a certificate');
      await tenancy.withTenant(ctx.tenant, (tx) => attempts.clear(tx, account(ctx)));
      return { session, certificateSerial: key.certificateSerial };
    } catch (error) {
      if (!(error instanceof SigningRefused)) throw error;
      if (error.reason !== 'wrong_credential') {
        const { kind, detail } = refusals[error.reason];
        throw problem(kind, { detail });
      }
      await tenancy.withTenant(ctx.tenant, (tx) => attempts.countFailure(tx, account(ctx), clock.now()));
      const message = 'Frasa sandi tidak cocok dengan kunci tanda tangan Anda. Tidak ada yang berubah.';
      throw problem(problems.wrongPassphrase, { detail: message, errors: [{ path: 'passphrase', message }] });
    }
  }

  /**
   * Opens the key of the person who acts. After five wrong passphrases in a row each attempt has to wait longer.
   * @throws wrong_passphrase, passphrase_locked, no_signing_certificate, signing_certificate_pending, …_expired, …_revoked
   */
  return (ctx: OfficeContext, passphrase: string): Promise<OpenedKey> =>
    inTurn(`${ctx.tenant.slug}:${ctx.actor.personId}`, () => openNow(ctx, passphrase));
}

export type KeyOpener = ReturnType<typeof createKeyOpener>;
