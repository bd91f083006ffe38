import { pino } from 'pino';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext, OfficeTenant } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Log } from '../core/queue/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { findPersonRow, toActor } from '../identity/index.ts';

/**
 * A context in the name of a demo person, without a session: only the demo's seed works so, in the worker.
 * @throws Error when the office has no such person
 */
export async function actAs(
  deps: { tenancy: Tenancy; clock: Clock; log: Log },
  tenant: OfficeTenant,
  username: string,
): Promise<OfficeContext> {
  const now = deps.clock.now();
  const row = await deps.tenancy.readTenant(tenant, (read) =>
    findPersonRow(read, username, { today: dateIn(tenant.timeZone, now), now: now.toISOString() }),
  );
  if (!row) throw new Error(`${tenant.slug} has no ${username}`);
  return { tenant, actor: toActor(newId(), row), requestId: `demo-${username}`, log: pino({ level: 'silent' }) };
}
