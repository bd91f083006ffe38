import { createHash, randomBytes } from 'node:crypto';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { problem } from '../core/errors.ts';
import type { Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';
import { hashPassword } from './passwords.ts';
import { identityProblems as problems } from './problems.ts';
import { lockActivation, revokeSessionsOf, setPassword, useActivation } from './repository.ts';
import { passwordFault } from './rules.ts';
import { activationTokens } from './tables.ts';

const activationDays = 7;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes an activation token for a person, in the caller's transaction. The token itself is kept nowhere. */
export async function issueActivation(tx: TenantTx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + activationDays * 86_400_000);
  await tx.insert(activationTokens).values({ tokenHash: hashOf(token), personId, expiresAt });
  return token;
}

/**
 * Sets the first (or a new) password from an activation link; all sessions the person had end.
 * @throws activation_invalid for a link that is unknown, used or too old; weak_password
 */
export async function activate(
  deps: { tenancy: Tenancy; clock: Clock },
  tenant: Tenant,
  input: { token: string; password: string },
): Promise<{ username: string }> {
  const tokenHash = hashOf(input.token);
  const invalid = problem(problems.activationInvalid, {
    detail: 'Tautan ini sudah dipakai atau lewat tujuh hari. Mintalah yang baru kepada administrator daerah Anda.',
  });
  const passwordHash = await hashPassword(input.password);
  return deps.tenancy.withTenant(tenant, async (tx) => {
    const now = deps.clock.now();
    const row = await lockActivation(tx, tokenHash);
    if (!row || row.usedAt !== null || row.expiresAt <= now) throw invalid;
    const fault = passwordFault(input.password, row.username);
    if (fault) throw problem(problems.weakPassword, { detail: fault, errors: [{ path: 'password', message: fault }] });
    await useActivation(tx, tokenHash, now);
    await setPassword(tx, row.personId, passwordHash);
    await revokeSessionsOf(tx, row.personId, now);
    await audit(tx, {
      actor: { personId: row.personId, name: row.username },
      action: 'person.activated',
      subject: { kind: 'person', id: row.personId },
    });
    return { username: row.username };
  });
}
