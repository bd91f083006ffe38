import { sql } from 'drizzle-orm';
import { newId } from '../ids.ts';
import type { PlatformTx, TenantTx } from '../tenancy/index.ts';

type Listener = () => void;
const listeners = new Set<Listener>();

/**
 * Wakes the relay of this process, if it has one. Call it after the commit of a transaction that added to the outbox;
 * without it the relay finds the row at its next poll.
 */
function poke(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` at every poke until the returned function is called. */
export function onPoke(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Orders a job in the transaction that causes it: it exists if and only if the transaction commits. The database stamps
 * the row with the login that writes it, and a job stamped by a regency's login is that regency's, whatever the payload
 * says. In a platform transaction `payload.tenant` (a slug) names the regency that the job is for.
 * @param kind a kind that a `defineJob` handles, such as `letter.deliver`
 * @param payload ids only: no content of letters, no secrets
 * @returns the id of the job's row in `platform.work`
 */
export async function add(
  tx: TenantTx | PlatformTx,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = newId();
  const named = typeof payload.tenant === 'string' ? payload.tenant : null;
  await tx.execute(sql`insert into platform.outbox (id, tenant_slug, kind, payload)
    values (${id}, coalesce(platform.current_tenant(), ${named}::text), ${kind}, ${JSON.stringify(payload)}::text::jsonb)`);
  return id;
}

/** The outbox as services take it: `outbox.add(tx, kind, payload)`. */
export const outbox = { add, poke };
