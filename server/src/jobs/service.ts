import type { Clock } from '../core/clock.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { isWorkOpen } from '../core/queue/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { jobProblems } from './problems.ts';
import { failJob, findJob, type JobRow, listJobs } from './repository.ts';
import type { JobAnswer, JobQuery } from './schema.ts';

export interface JobDeps {
  tenancy: Tenancy;
  clock: Clock;
  /** Ends jobs that worked within a process which is gone. */
  endLost(tx: TenantTx): Promise<void>;
}

/** A job this young is not looked after: its order is on its way. */
const settleAfterMs = 10_000;
const lostMessage = 'Pekerjaan ini terhenti. Silakan pesan sekali lagi.';

function toAnswer(row: JobRow, isOwn: boolean): JobAnswer {
  const { id, kind, status, progress, result, error } = row;
  return {
    id,
    kind,
    status,
    progress,
    ...(isOwn && result !== null ? { result } : {}),
    ...(error === null ? {} : { error }),
    createdAt: new Date(row.createdAt).toISOString(),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
  };
}

export type JobService = ReturnType<typeof createJobService>;

/** Long work as people see it. */
export function createJobService({ tenancy, clock, endLost }: JobDeps) {
  /** An open job whose order has ended in the queue, or whose process is gone, will never tell: it has failed. */
  async function settle(ctx: OfficeContext, row: JobRow): Promise<JobRow> {
    if (row.status === 'completed' || row.status === 'failed') return row;
    if (clock.now().getTime() - Date.parse(row.createdAt) < settleAfterMs) return row;
    const { workId } = row.input;
    const isLost = typeof workId === 'string' && !(await isWorkOpen(tenancy, workId));
    return tenancy.withTenant(ctx.tenant, async (tx) => {
      if (isLost) await failJob(tx, row.id, lostMessage);
      else await endLost(tx);
      return (await findJob(tx, row.id)) ?? row;
    });
  }

  return {
    /** One's own; an administrator sees how others' stand, not what came of them. @throws job_not_found */
    get: async (ctx: OfficeContext, id: string): Promise<JobAnswer> => {
      const row = await tenancy.readTenant(ctx.tenant, (read) => findJob(read, id));
      const isOwn = row?.personId === ctx.actor.personId;
      if (!row || !(isOwn || ctx.actor.roles.includes('admin'))) throw problem(jobProblems.jobNotFound);
      return toAnswer(await settle(ctx, row), isOwn);
    },

    list: (ctx: OfficeContext, query: JobQuery): Promise<Page<JobAnswer>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { personId } = ctx.actor;
        const { kind = null, cursor = null, limit } = query;
        const page = toPage(await listJobs(read, { personId, kind, cursor, limit: limit + 1 }), limit);
        return { items: page.items.map((row) => toAnswer(row, true)), nextCursor: page.nextCursor };
      }),
  };
}
