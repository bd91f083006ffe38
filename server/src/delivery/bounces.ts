import { readDeliveryFailures } from '../adapters/mail/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { type Tenancy, tenantOf } from '../core/tenancy/index.ts';
import type { BounceAddresses } from './bounce-address.ts';
import { markBounced } from './outcome.ts';

/** What became of a message at the bounce address; `detail` for the operator's log, without a receiver's address. */
type BounceOutcome =
  | { kind: 'marked'; slug: string; detail: string }
  | { kind: 'known'; slug: string; detail: string }
  | { kind: 'ignored'; detail: string };

/**
 * Takes a message that came back and marks the recipient that it is about. Only an address made here counts, whatever
 * the message says of itself: reports can be forged, the code in the address cannot.
 * @throws Error when the database does not answer; the mail server should try again
 */
export async function takeBounce(
  deps: {
    tenancy: Tenancy;
    clock: Clock;
    addresses: BounceAddresses;
    /** Those that letters may have left from. */
    regencies(): Promise<{ slug: string; timeZone: string }[]>;
  },
  message: Buffer,
): Promise<BounceOutcome> {
  const { addresses: made, tenancy, clock } = deps;
  const { addresses, failures } = await readDeliveryFailures(message);
  const sending = addresses.map((address) => made.read(address)).find((found) => found !== null);
  if (!sending) return { kind: 'ignored', detail: 'no address that was made here' };
  const failure = failures.find((each) => each.action === 'failed');
  if (!failure) return { kind: 'ignored', detail: failures[0] ? `only ${failures[0].action}` : 'no delivery report' };
  const rows = await deps.regencies();
  const tenant = rows.find((row) => made.markOf(row.slug) === sending.mark);
  if (!tenant) return { kind: 'ignored', detail: 'its regency is not here any more' };
  const now = clock.now();
  const at = { now, today: dateIn(tenant.timeZone, now) };
  const marked = await tenancy.withTenant(tenantOf(tenant.slug), (tx) => markBounced(tx, sending, failure.reason, at));
  return { kind: marked ? 'marked' : 'known', slug: tenant.slug, detail: failure.status || 'no status' };
}
