import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { sortTasks } from './rules.ts';
import type { TaskSource } from './source.ts';

/** Tasks of one source that are looked at; more than this is not "needs you now" but a backlog. */
const tasksPerSource = 200;

export type TaskService = ReturnType<typeof createTaskService>;

/** "Perlu Anda": what waits for a person, over all sources. */
export function createTaskService(deps: { tenancy: Tenancy; clock: Clock; sources: readonly TaskSource[] }) {
  const { tenancy, clock, sources } = deps;
  return {
    list: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { tenant, actor } = ctx;
        const now = clock.now();
        const question = { tenant, actor, now, today: dateIn(tenant.timeZone, now), limit: tasksPerSource };
        const lists = await Promise.all(sources.map((source) => source.list(read, question)));
        const tasks = sortTasks(lists.flat(), now);
        const counts = Object.fromEntries(sources.flatMap((source) => source.kinds).map((kind) => [kind, 0]));
        for (const task of tasks) counts[task.kind] = (counts[task.kind] ?? 0) + 1;
        return {
          items: tasks.map((task) => ({
            ...task,
            since: task.since.toISOString(),
            dueAt: task.dueAt?.toISOString() ?? null,
            version: task.version ?? null,
          })),
          counts,
          total: tasks.length,
        };
      }),
  };
}
