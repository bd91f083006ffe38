import { Secret, TOTP } from 'otpauth';
import type { Clock } from '../core/clock.ts';
import { problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Secrets } from '../core/secrets/index.ts';
import { verifyPassword } from './passwords.ts';
import { identityProblems as problems } from './problems.ts';
import type { Account, Failures, Realm } from './realm.ts';
import { issueRefreshToken, readRefreshToken } from './refresh-tokens.ts';
import { failureMemoryHours, judgeRefresh, lockoutSeconds } from './rules.ts';

export const sessionHours = 12;

export interface Credentials {
  username: string;
  password: string;
  otp?: string | undefined;
}

/** What a sign-in or a refresh gives: who, which session, and the new refresh token (absent when nothing rotated). */
export interface SessionGrant {
  ownerId: string;
  sessionId: string;
  refreshToken: string | null;
}

interface FlowDeps {
  clock: Clock;
  secrets: Secrets;
}

export interface SessionFlow {
  /** @throws wrong_credentials, otp_required, sign_in_locked */
  signIn<Tx>(
    realm: Realm<Tx>,
    credentials: Credentials,
    userAgent: string | null,
  ): Promise<SessionGrant & { name: string }>;
  /** Whether this is the account's password; failures count as those of sign-ins do. @throws sign_in_locked */
  isPassword<Tx>(realm: Realm<Tx>, username: string, password: string): Promise<boolean>;
  /** @throws refresh_invalid, refresh_reused; the latter ends the whole family of tokens */
  refresh<Tx>(realm: Realm<Tx>, token: string): Promise<SessionGrant>;
  /** Ends the session of a token; anything else is left alone. */
  end<Tx>(realm: Realm<Tx>, token: string): Promise<void>;
}

/** The flow of signing in, staying in and leaving, the same for regencies and for the console. */
export function createSessionFlow({ clock, secrets }: FlowDeps): SessionFlow {
  const refreshKey = secrets.key('refresh-tokens');

  const otpMatches = (account: Account, audience: string, otp: string): boolean => {
    if (!account.otpSecret) return true;
    const secret = secrets.unwrap(account.otpSecret, `otp|${audience}|${account.id}`);
    const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });
    return totp.validate({ token: otp, window: 1, timestamp: clock.now().getTime() }) !== null;
  };

  async function countFailure<Tx>(realm: Realm<Tx>, username: string): Promise<void> {
    await realm.transact(async (tx) => {
      const known = await realm.lockFailures(tx, username);
      const now = clock.now();
      const forgotten = now.getTime() - known.lastAt.getTime() > failureMemoryHours * 3_600_000;
      const failures = forgotten ? 1 : known.failures + 1;
      const wait = lockoutSeconds(failures);
      const lockedUntil = wait > 0 ? new Date(now.getTime() + wait * 1000) : null;
      await realm.saveFailure(tx, username, { failures, lockedUntil, lastAt: now });
    });
  }

  /** The account and its failures. @throws sign_in_locked while it has to wait */
  async function findUnlocked<Tx>(realm: Realm<Tx>, username: string) {
    const found = await realm.transact(async (tx) => ({
      failures: await realm.findFailures(tx, username),
      account: await realm.findAccount(tx, username),
    }));
    requireUnlocked(found.failures);
    return found;
  }

  /** @throws sign_in_locked */
  function requireUnlocked(failures: Failures | null): void {
    const waitMs = (failures?.lockedUntil?.getTime() ?? 0) - clock.now().getTime();
    if (waitMs <= 0) return;
    const seconds = Math.ceil(waitMs / 1000);
    throw problem(problems.signInLocked, {
      detail: `Terlalu banyak percobaan dengan nama ini. Coba lagi ${seconds} detik lagi.`,
      retryAfterSeconds: seconds,
    });
  }

  return {
    async isPassword(realm, username, password) {
      const { account } = await findUnlocked(realm, username);
      const matches = await verifyPassword(account?.passwordHash ?? null, password);
      if (!matches) await countFailure(realm, username);
      return matches;
    },

    async signIn(realm, { username, password, otp }, userAgent) {
      const found = await findUnlocked(realm, username);
      const { account } = found;
      const passwordOk = await verifyPassword(account?.passwordHash ?? null, password);
      if (!account?.active || !passwordOk) {
        await countFailure(realm, username);
        throw problem(problems.wrongCredentials, {
          detail: 'Periksa nama pengguna dan kata sandi Anda, lalu coba lagi.',
        });
      }
      if (account.otpSecret && !otp) throw problem(problems.otpRequired);
      if (account.otpSecret && !otpMatches(account, realm.audience, otp ?? '')) {
        await countFailure(realm, username);
        throw problem(problems.wrongCredentials, { detail: 'Kode autentikator tidak cocok atau sudah lewat.' });
      }
      const sessionId = newId();
      const { token, hash } = issueRefreshToken(refreshKey, realm.audience, sessionId);
      await realm.transact(async (tx) => {
        // Of many guesses at once the right one must not slip in while the others lock the account.
        const failures = await realm.findFailures(tx, username);
        requireUnlocked(failures);
        if (failures) await realm.clearFailures(tx, username);
        await realm.insertSession(tx, {
          id: sessionId,
          ownerId: account.id,
          refreshHash: hash,
          expiresAt: new Date(clock.now().getTime() + sessionHours * 3_600_000),
          userAgent: userAgent?.slice(0, 300) ?? null,
        });
      });
      return { ownerId: account.id, sessionId, refreshToken: token, name: account.name };
    },

    async refresh(realm, token) {
      const presented = readRefreshToken(refreshKey, realm.audience, token);
      if (!presented) throw problem(problems.refreshInvalid, { detail: 'Silakan masuk lagi.' });
      const outcome = await realm.transact(async (tx) => {
        const session = await realm.lockSession(tx, presented.sessionId);
        const now = clock.now();
        const verdict = session ? judgeRefresh(session, presented.hash, now) : 'ended';
        if (!session || verdict === 'ended') return 'ended' as const;
        if (verdict === 'reused') {
          await realm.revokeSession(tx, presented.sessionId, now);
          return 'reused' as const;
        }
        const grant = { ownerId: session.ownerId, sessionId: presented.sessionId };
        if (verdict === 'repeat') return { ...grant, refreshToken: null };
        const next = issueRefreshToken(refreshKey, realm.audience, presented.sessionId);
        await realm.rotateSession(tx, presented.sessionId, { hash: next.hash, previous: session.refreshHash, now });
        return { ...grant, refreshToken: next.token };
      });
      if (outcome === 'ended') throw problem(problems.refreshInvalid, { detail: 'Silakan masuk lagi.' });
      if (outcome === 'reused') {
        throw problem(problems.refreshReused, {
          detail: 'Tanda sesi lama dipakai lagi, jadi sesi ini diakhiri. Silakan masuk lagi.',
        });
      }
      return outcome;
    },

    async end(realm, token) {
      const presented = readRefreshToken(refreshKey, realm.audience, token);
      if (!presented) return;
      await realm.transact((tx) => realm.revokeSession(tx, presented.sessionId, clock.now()));
    },
  };
}
