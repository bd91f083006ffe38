import type { Work } from './work.ts';

/** Whose an order is. */
export type Owner =
  | { kind: 'tenant'; slug: string }
  | { kind: 'platform'; slug: string | null }
  | { kind: 'refused'; login: string };

/** The one login, besides the regencies', that orders jobs. */
const platformLogin = 'control';

/**
 * The stamp of the login decides: what a regency ordered is that regency's, whatever the payload says. Only an order of
 * the control plane may name a regency.
 */
export function ownerOf(work: Pick<Work, 'stampedBy' | 'payload'>): Owner {
  if (work.stampedBy.startsWith('t_')) return { kind: 'tenant', slug: work.stampedBy.slice(2) };
  if (work.stampedBy !== platformLogin) return { kind: 'refused', login: work.stampedBy };
  return { kind: 'platform', slug: typeof work.payload.tenant === 'string' ? work.payload.tenant : null };
}

/** What to do with an order now. */
export type Verdict = { do: 'run' } | { do: 'wait' } | { do: 'fail'; error: string };

/** How a regency's job fares in each state of the regency: a suspended one's work waits, a removed one's ends. */
const byStatus: Record<string, Verdict> = {
  active: { do: 'run' },
  pending: { do: 'wait' },
  provisioning: { do: 'wait' },
  failed: { do: 'wait' },
  suspended: { do: 'wait' },
  removing: { do: 'fail', error: 'regency removed' },
  removed: { do: 'fail', error: 'regency removed' },
};

/**
 * @param login which login the job works under
 * @param status of the owner's regency; null when there is none
 */
export function decide(login: 'tenant' | 'platform', owner: Owner, status: string | null): Verdict {
  if (owner.kind === 'refused') return { do: 'fail', error: `${owner.login} may not order jobs` };
  if (login === 'platform') {
    return owner.kind === 'platform'
      ? { do: 'run' }
      : { do: 'fail', error: 'a regency cannot order a job of the platform' };
  }
  if (owner.slug === null) return { do: 'fail', error: 'the order names no regency' };
  if (status === null) return { do: 'fail', error: 'regency removed' };
  return byStatus[status] ?? { do: 'fail', error: `unknown state ${status}` };
}
