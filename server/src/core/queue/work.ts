import { sql } from 'drizzle-orm';
import type { PlatformRead, PlatformTx, Tenancy } from '../tenancy/index.ts';

/** One order and how it stands; the queue itself only knows its id. */
export type Work = {
  id: string;
  /** The login that ordered it. */
  stampedBy: string;
  /** The regency it is for, as a list shows it; who it belongs to follows from `stampedBy`. */
  tenantSlug: string | null;
  kind: string;
  payload: Record<string, unknown>;
  state: 'open' | 'done' | 'failed';
  /** Percent. */
  progress: number;
  result: unknown;
  error: string | null;
  createdAt: string;
  touchedAt: string;
};

const columns = sql`id, stamped_by as "stampedBy", tenant_slug as "tenantSlug", kind, payload, state, progress, result, error,
  created_at as "createdAt", touched_at as "touchedAt"`;

/** The order, or null. */
export async function findWork(db: PlatformTx | PlatformRead, id: string): Promise<Work | null> {
  const rows = await db.execute<Work>(sql`select ${columns} from platform.work where id = ${id}`);
  return rows[0] ?? null;
}

/** Whether an order is still to be done; false for one that ended or never was. */
export const isWorkOpen = (tenancy: Tenancy, id: string): Promise<boolean> =>
  tenancy.readPlatform(async (read) => (await findWork(read, id))?.state === 'open');

/** Heart-beat of the orders that a living worker has in hand. */
export async function touchWork(tx: PlatformTx, ids: string[]): Promise<void> {
  await tx.execute(sql`update platform.work set touched_at = now() where id = any(${sql.param(ids)}::uuid[])`);
}

export async function setProgress(tx: PlatformTx, id: string, percent: number): Promise<void> {
  const whole = Math.max(0, Math.min(100, Math.round(percent)));
  await tx.execute(
    sql`update platform.work set progress = ${whole}, touched_at = now() where id = ${id} and state = 'open'`,
  );
}

/** Ends an open order as done. @returns false when it was ended already. */
export async function finishWork(tx: PlatformTx, id: string, result: unknown): Promise<boolean> {
  const rows = await tx.execute(sql`update platform.work set state = 'done', progress = 100, error = null,
    result = ${result === undefined ? null : JSON.stringify(result)}::text::jsonb, touched_at = now(), finished_at = now()
    where id = ${id} and state = 'open' returning id`);
  return rows.length > 0;
}

/** Ends an open order as failed. @returns false when it was ended already. */
export async function failWork(tx: PlatformTx, id: string, error: string): Promise<boolean> {
  const rows = await tx.execute(sql`update platform.work set state = 'failed', error = ${error.slice(0, 2_000)},
    touched_at = now(), finished_at = now() where id = ${id} and state = 'open' returning id`);
  return rows.length > 0;
}

/** Notes why the last try failed while another is to come. */
export async function noteError(tx: PlatformTx, id: string, error: string): Promise<void> {
  await tx.execute(sql`update platform.work set error = ${error.slice(0, 2_000)}, touched_at = now()
    where id = ${id} and state = 'open'`);
}

/**
 * Claims open orders that left the outbox and that nobody touched for a while, so that of several reconcilers only one
 * looks after each.
 */
export async function claimUntouched(
  tx: PlatformTx,
  olderThanMs: number,
  limit: number,
): Promise<{ id: string; kind: string }[]> {
  return tx.execute<{ id: string; kind: string }>(sql`update platform.work set touched_at = now() where id in (
    select w.id from platform.work w
    where w.state = 'open' and w.touched_at < now() - ${olderThanMs} * interval '1 millisecond'
      and not exists (select from platform.outbox o where o.id = w.id)
    order by w.touched_at for update skip locked limit ${limit}) returning id, kind`);
}

/** Forgets orders that ended long ago. */
export async function forgetOldWork(tx: PlatformTx, days: number): Promise<void> {
  await tx.execute(
    sql`delete from platform.work where state <> 'open' and finished_at < now() - ${days} * interval '1 day'`,
  );
}
