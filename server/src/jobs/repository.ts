import { sql } from 'drizzle-orm';
import { events } from '../core/queue/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';

export interface JobRow {
  id: string;
  kind: string;
  personId: string;
  status: 'queued' | 'active' | 'completed' | 'failed';
  progress: number;
  input: Record<string, unknown>;
  result: Record<string, unknown> | null;
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
}

const columns = sql`id, kind, person_id as "personId", status, progress, input, result, error, created_at as "createdAt",
  finished_at as "finishedAt"`;

export async function findJob(read: TenantRead, id: string): Promise<JobRow | null> {
  const [row] = await read.execute<{ [K in keyof JobRow]: JobRow[K] }>(
    sql`select ${columns} from jobs where id = ${id}::uuid`,
  );
  return row ?? null;
}

/** A person's jobs, newest first. */
export async function listJobs(
  read: TenantRead,
  filter: { personId: string; kind: string | null; cursor: string | null; limit: number },
): Promise<JobRow[]> {
  return read.execute<{ [K in keyof JobRow]: JobRow[K] }>(sql`select ${columns} from jobs
    where person_id = ${filter.personId}::uuid and (${filter.kind}::text is null or kind = ${filter.kind}::text)
      and (${filter.cursor}::uuid is null or id < ${filter.cursor}::uuid)
    order by id desc limit ${filter.limit}`);
}

/** Adds a job that a worker will take up. @param workId the order's id in the queue, to learn of an end that never told */
export async function insertJob(
  tx: TenantTx,
  job: { id: string; kind: string; personId: string; workId: string; input?: Record<string, unknown>; createdAt: Date },
): Promise<void> {
  const input = JSON.stringify({ ...job.input, workId: job.workId });
  await tx.execute(sql`insert into jobs (id, kind, person_id, input, created_at)
    values (${job.id}::uuid, ${job.kind}, ${job.personId}::uuid, ${input}::text::jsonb, ${job.createdAt}::timestamptz)`);
}

type Told = { personId: string };
async function tell(tx: TenantTx, id: string, rows: readonly Told[]): Promise<boolean> {
  const [row] = rows;
  if (!row) return false;
  await events.publish(tx, { topic: 'jobs', id, personIds: [row.personId] });
  return true;
}

/** How far a job is, in percent; it never goes back, also when the work begins anew after a crash. */
export async function advanceJob(tx: TenantTx, id: string, percent: number): Promise<boolean> {
  const rows =
    await tx.execute<Told>(sql`update jobs set status = 'active', progress = greatest(progress, ${percent}::int)
    where id = ${id}::uuid and status in ('queued', 'active') returning person_id as "personId"`);
  return tell(tx, id, rows);
}

/** Ends an open job well. @returns false when it had ended before: then what the caller just made is not needed */
export async function completeJob(tx: TenantTx, id: string, result: Record<string, unknown>): Promise<boolean> {
  const rows = await tx.execute<Told>(sql`update jobs set status = 'completed', progress = 100, error = null,
      result = ${JSON.stringify(result)}::text::jsonb, finished_at = now()
    where id = ${id}::uuid and status in ('queued', 'active') returning person_id as "personId"`);
  return tell(tx, id, rows);
}

/** Ends an open job as failed. @param error for people, in Indonesian */
export async function failJob(tx: TenantTx, id: string, error: string): Promise<boolean> {
  const rows = await tx.execute<Told>(sql`update jobs set status = 'failed', error = ${error}, finished_at = now()
    where id = ${id}::uuid and status in ('queued', 'active') returning person_id as "personId"`);
  return tell(tx, id, rows);
}
