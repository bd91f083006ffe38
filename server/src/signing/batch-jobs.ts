import { sql } from 'drizzle-orm';
import { events } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';

/** Kind of the rows of `jobs` that batches have. */
const batchKind = 'letters.sign';

/** A batch that has told nothing for this long has lost its process, and with it the opened key. */
const lostAfterSeconds = 20;

export interface BatchResult {
  signed: string[];
  /** Letters that were not signed, and why, in Indonesian. */
  failed: { id: string; detail: string }[];
  /** Letters that the process did not come to; signing them again needs the passphrase once more. */
  left: string[];
  /** Letters that wait for the provider, which went away; told when it is back. */
  queued: string[];
}

/** Told of a batch that did not come to its end. */
export const interruptedMessage =
  'Penandatanganan terhenti. Surat yang tersisa siap diselesaikan: tanda tangani sekali lagi.';

export async function insertBatch(
  tx: TenantTx,
  batch: { id: string; personId: string; ids: readonly string[] },
): Promise<void> {
  await tx.execute(sql`insert into jobs (id, kind, person_id, status, input)
    values (${batch.id}::uuid, ${batchKind}, ${batch.personId}::uuid, 'active',
      jsonb_build_object('ids', ${JSON.stringify(batch.ids)}::text::jsonb, 'aliveAt', now()))`);
}

/** How far the batch is; also the sign that its process lives. */
export async function reportBatch(
  tx: TenantTx,
  batch: { id: string; personId: string },
  progress: number,
  result: BatchResult,
): Promise<void> {
  await tx.execute(sql`update jobs set progress = ${progress}, result = ${JSON.stringify(result)}::text::jsonb,
      input = input || jsonb_build_object('aliveAt', now())
    where id = ${batch.id}::uuid and status = 'active'`);
  await events.publish(tx, { topic: 'jobs', id: batch.id, personIds: [batch.personId] });
}

/** @param error why it did not get through, in Indonesian; null when it did, whatever became of single letters */
export async function endBatch(
  tx: TenantTx,
  batch: { id: string; personId: string },
  result: BatchResult,
  error: string | null,
): Promise<void> {
  await tx.execute(sql`update jobs set status = ${error === null ? 'completed' : 'failed'}, progress = 100, error = ${error},
      result = ${JSON.stringify(result)}::text::jsonb, finished_at = now()
    where id = ${batch.id}::uuid and status = 'active'`);
  await events.publish(tx, { topic: 'jobs', id: batch.id, personIds: [batch.personId] });
}

/**
 * Ends batches whose process died: their key was in its memory only, so nobody can go on. Letters that were under way
 * keep their numbers and wait for `/sign`.
 */
export async function endLostBatches(tx: TenantTx): Promise<void> {
  await tx.execute(sql`update jobs set status = 'failed', error = ${interruptedMessage}, finished_at = now()
    where kind = ${batchKind} and status = 'active'
      and (input ->> 'aliveAt')::timestamptz < now() - make_interval(secs => ${lostAfterSeconds})`);
}
