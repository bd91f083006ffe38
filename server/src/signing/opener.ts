import { SigningRefused, type SigningSession } from '../adapters/signing/index.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { attempts } from '../identity/index.ts';
import { keepLeases } from './keep-leases.ts';
import { findCurrentKey } from './keys-repository.ts';
import { findIdentity } from './nik.ts';
import { signingProblems as problems } from './problems.ts';
import type { SignatureSettings } from './provider-tables.ts';
import type { ProviderDeps, Providers } from './providers.ts';
import { refusalProblem } from './refusals.ts';

/** What a person's passphrase has opened, for this request only. */
export interface OpenedKey {
  session: SigningSession;
  /** Serial of the certificate that signs; with BSrE, of the document signed last. */
  readonly certificateSerial: string;
}

/** Opens people's signing keys. At most one attempt per person at a time, so that guesses cannot outrun the count. */
export function createKeyOpener(deps: Pick<ProviderDeps, 'tenancy' | 'clock'> & { providers: Providers }) {
  const { tenancy, clock, providers } = deps;
  const underway = new Map<string, Promise<unknown>>();

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
  const countFailure = (ctx: OfficeContext) =>
    tenancy.withTenant(ctx.tenant, (tx) => attempts.countFailure(tx, account(ctx), clock.now()));
  const clearFailures = (ctx: OfficeContext) =>
    tenancy.withTenant(ctx.tenant, (tx) => attempts.clear(tx, account(ctx)));

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

  /** A session whose first document proves the passphrase: counts a wrong one, and keeps the serial that it tells. */
  function watched(ctx: OfficeContext, session: SigningSession, settings: SignatureSettings | null): OpenedKey {
    let certificateSerial = '';
    let isProven = false;
    return {
      get certificateSerial() {
        return certificateSerial;
      },
      session: {
        credentialChecked: false,
        async *sign(documents) {
          const { watch, ended, stop } = keepLeases(ctx, { tenancy, clock });
          try {
            for await (const outcome of session.sign(watch(documents))) {
              ended(outcome.id);
              if ('pdf' in outcome) {
                certificateSerial = outcome.certificateSerial ?? '';
                if (!isProven) await clearFailures(ctx);
                isProven = true;
                yield outcome;
                continue;
              }
              const { failure } = outcome;
              if (failure.kind !== 'refused') {
                yield outcome;
                continue;
              }
              if (failure.cause.reason === 'wrong_credential') await countFailure(ctx);
              // The words depend on the office, which only this place knows.
              const cause = new SigningRefused(failure.cause.reason, {
                cause: refusalProblem(failure.cause, settings),
              });
              yield { id: outcome.id, failure: { kind: 'refused', cause } };
            }
          } finally {
            stop();
          }
        },
      },
    };
  }

  async function openNow(ctx: OfficeContext, passphrase: string): Promise<OpenedKey> {
    await refuseWhileLocked(ctx);
    const { personId } = ctx.actor;
    const [{ provider, settings }, key, identity] = await Promise.all([
      providers.of(ctx.tenant),
      tenancy.readTenant(ctx.tenant, (read) => findCurrentKey(read, personId)),
      tenancy.readTenant(ctx.tenant, (read) => findIdentity(read, personId)),
    ]);
    const signer = { regency: ctx.tenant.slug, person: personId, ...identity, ...(key ? { keyId: key.id } : {}) };
    try {
      const session = await provider.open(signer, { kind: 'passphrase', passphrase });
      if (!session.credentialChecked) return watched(ctx, session, settings);
      if (!key?.certificateSerial) throw new Error('a key that opens without a certificate');
      await clearFailures(ctx);
      return { session, certificateSerial: key.certificateSerial };
    } catch (error) {
      if (!(error instanceof SigningRefused)) throw error;
      if (error.reason === 'wrong_credential') await countFailure(ctx);
      throw refusalProblem(error, settings);
    }
  }

  /**
   * Opens the key of the person who acts. After five wrong passphrases in a row each attempt has to wait longer.
   * @throws wrong_passphrase, passphrase_locked, no_signing_certificate, signing_certificate_pending, …_expired, …_revoked,
   * …_suspended, signer_not_registered, signer_without_nik; ProviderUnavailable, ProviderMisconfigured
   */
  return (ctx: OfficeContext, passphrase: string): Promise<OpenedKey> =>
    inTurn(`${ctx.tenant.slug}:${ctx.actor.personId}`, () => openNow(ctx, passphrase));
}

export type KeyOpener = ReturnType<typeof createKeyOpener>;
