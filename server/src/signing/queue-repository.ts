import { sql } from 'drizzle-orm';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

export type OutageFault = 'unavailable' | 'misconfigured';

export interface Outage {
  id: string;
  startedAt: Date;
  fault: OutageFault;
  probes: number;
  lastProbeAt: Date | null;
  nextProbeAt: Date;
}

export interface QueuedLetter {
  id: string;
  subject: string;
  secrecy: 'biasa' | 'terbatas' | 'rahasia' | 'sangat_rahasia';
  urgency: 'biasa' | 'segera' | 'amat_segera';
  /** A letter that was under way when the provider went has one already. */
  number: string | null;
  queuedAt: string;
}

/** The outage that is not over; null while all is well. */
export async function findOpenOutage(read: TenantRead): Promise<Outage | null> {
  const [row] = await read.execute<{
    id: string;
    startedAt: string;
    fault: OutageFault;
    probes: number;
    lastProbeAt: string | null;
    nextProbeAt: string;
  }>(sql`select id, started_at as "startedAt", fault, probes, last_probe_at as "lastProbeAt", next_probe_at as "nextProbeAt"
    from provider_outages where ended_at is null`);
  if (!row) return null;
  return {
    ...row,
    startedAt: new Date(row.startedAt),
    lastProbeAt: row.lastProbeAt === null ? null : new Date(row.lastProbeAt),
    nextProbeAt: new Date(row.nextProbeAt),
  };
}

/**
 * Opens an outage, or brings the fault of the open one up to date.
 * @returns its id, whether it is new, and whether its fault is news
 */
export async function openOutage(
  tx: TenantTx,
  fault: OutageFault,
  now: Date,
  next: Date,
): Promise<{ id: string; isNew: boolean; isNews: boolean }> {
  const id = newId();
  const made = await tx.execute(sql`insert into provider_outages (id, started_at, fault, next_probe_at)
    values (${id}::uuid, ${now.toISOString()}::timestamptz, ${fault}, ${next.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  if (made.length > 0) return { id, isNew: true, isNews: true };
  const changed = await tx.execute<{ id: string }>(
    sql`update provider_outages set fault = ${fault} where ended_at is null and fault <> ${fault} returning id`,
  );
  return { id: changed[0]?.id ?? id, isNew: false, isNews: changed.length > 0 };
}

export async function noteProbe(
  tx: TenantTx,
  id: string,
  probe: { fault: OutageFault; now: Date; next: Date },
): Promise<void> {
  await tx.execute(sql`update provider_outages set probes = probes + 1, fault = ${probe.fault},
      last_probe_at = ${probe.now.toISOString()}::timestamptz, next_probe_at = ${probe.next.toISOString()}::timestamptz
    where id = ${id}::uuid and ended_at is null`);
}

/** Has the provider looked for at once, since an administrator may have mended it. */
export async function hastenProbe(tx: TenantTx, now: Date): Promise<void> {
  await tx.execute(
    sql`update provider_outages set next_probe_at = ${now.toISOString()}::timestamptz where ended_at is null`,
  );
}

/** @returns whether it was open: of two that find the provider back, one tells the signers */
export async function endOutage(tx: TenantTx, now: Date): Promise<boolean> {
  const ended = await tx.execute(sql`update provider_outages
    set ended_at = greatest(started_at, ${now.toISOString()}::timestamptz), last_probe_at = ${now.toISOString()}::timestamptz
    where ended_at is null returning id`);
  return ended.length > 0;
}

/** Puts letters at the queue's end, in this order; those in it keep their place. @returns the ids that are new in it */
export async function enqueue(
  tx: TenantTx,
  letters: readonly { id: string; positionId: string }[],
  by: { personId: string; now: Date },
): Promise<string[]> {
  const added: string[] = [];
  for (const { id, positionId } of letters) {
    // A row of an earlier turn of the same post, long over, is not the wish of today.
    await tx.execute(sql`delete from signing_queue q using letters l
      where q.letter_id = ${id}::uuid and l.id = q.letter_id and q.queued_at < l.turn_since`);
    const rows = await tx.execute(sql`insert into signing_queue (letter_id, position_id, queued_by, queued_at)
      values (${id}::uuid, ${positionId}::uuid, ${by.personId}::uuid, ${by.now.toISOString()}::timestamptz)
      on conflict do nothing returning letter_id`);
    if (rows.length > 0) added.push(id);
  }
  return added;
}

export async function dequeue(tx: TenantTx, letterId: string, positionIds: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from signing_queue where letter_id = ${letterId}::uuid
    and position_id = any(${sql.param([...positionIds])}::uuid[])`);
}

/** Rows whose letter still waits for that post's signature: one that came back or was given up has left the queue. */
const stillWaits = sql`l.state in ('awaiting_signature', 'signing') and q.queued_at >= coalesce(l.turn_since, q.queued_at)
  and exists (select from letter_steps s where s.letter_id = q.letter_id and s.position_id = q.position_id
    and s.act = 'sign' and s.state = 'turn')`;

/** What waits for these posts, in the order of queueing. */
export async function listQueued(
  read: TenantRead,
  positionIds: readonly string[],
  limit: number,
): Promise<QueuedLetter[]> {
  if (positionIds.length === 0) return [];
  return read.execute<{ [K in keyof QueuedLetter]: QueuedLetter[K] }>(sql`
    select l.id, l.subject, l.secrecy, l.urgency, l.number, q.queued_at as "queuedAt"
    from signing_queue q join letters l on l.id = q.letter_id
    where q.position_id = any(${sql.param([...positionIds])}::uuid[]) and ${stillWaits} order by q.seq limit ${limit}`);
}

/** How many letters wait for each post. */
export async function countQueued(read: TenantRead): Promise<{ positionId: string; letters: number }[]> {
  return read.execute<{ positionId: string; letters: number }>(sql`
    select q.position_id as "positionId", count(*)::int as letters from signing_queue q join letters l on l.id = q.letter_id
    where ${stillWaits} group by q.position_id order by q.position_id`);
}

/** Who asked last for a signature that still waits, for the provider to be asked about. */
export async function findWaitingSigner(read: TenantRead): Promise<string | null> {
  const [row] = await read.execute<{ id: string }>(sql`select q.queued_by as id from signing_queue q
    join letters l on l.id = q.letter_id where ${stillWaits} order by q.seq desc limit 1`);
  return row?.id ?? null;
}
