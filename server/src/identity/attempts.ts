import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { clearFailures, findFailures, saveFailure } from './repository.ts';
import { failureMemoryHours, lockoutSeconds } from './rules.ts';

/**
 * Wrong attempts at a secret other than the password, such as a passphrase, counted like failed sign-ins.
 * `account` names secret and person, e.g. `passphrase:<person id>`; the colon keeps it apart from usernames.
 */
export const attempts = {
  /** Seconds until the next attempt may be made; 0 when now. */
  async secondsToWait(read: TenantRead, account: string, now: Date): Promise<number> {
    const known = await findFailures(read, account);
    return Math.max(0, Math.ceil(((known?.lockedUntil?.getTime() ?? 0) - now.getTime()) / 1000));
  },

  /** @returns failures in a row, this one included */
  async countFailure(tx: TenantTx, account: string, now: Date): Promise<number> {
    const known = await findFailures(tx, account);
    const isForgotten = !known || now.getTime() - known.lastAt.getTime() > failureMemoryHours * 3_600_000;
    const failures = isForgotten ? 1 : known.failures + 1;
    const wait = lockoutSeconds(failures);
    const lockedUntil = wait > 0 ? new Date(now.getTime() + wait * 1000) : null;
    await saveFailure(tx, { account, failures, lockedUntil, lastAt: now });
    return failures;
  },

  clear: (tx: TenantTx, account: string): Promise<void> => clearFailures(tx, account),
};
