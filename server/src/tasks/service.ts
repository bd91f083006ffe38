import { type Clock, dateIn, startOfDate } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { sortTasks } from './rules.ts';
import type { DoneSource, TaskQuestion, TaskSource } from './source.ts';

/** Tasks of one source that are looked at; more than this is not "needs you now" but a backlog. */
const tasksPerSource = 200;
/** Acts of one day that are told; who did more knows that they did a lot. */
const donePerDay = 50;

export type TaskService = ReturnType<typeof createTaskService>;

/** "Perlu Anda": what waits for a person, over all sources. */
export function createTaskService(deps: {
  tenancy: Tenancy;
  clock: Clock;
  sources: readonly TaskSource[];
  done: readonly DoneSource[];
}) {
  const { tenancy, clock, sources } = deps;
  const questionOf = ({ tenant, actor }: OfficeContext, limit: number): TaskQuestion => {
    const now = clock.now();
    return { tenant, actor, now, today: dateIn(tenant.timeZone, now), limit };
  };
  return {
    /** What the person did today, the latest first. */
    done: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const question = questionOf(ctx, donePerDay);
        const since = startOfDate(question.today, ctx.tenant.timeZone);
        const lists = await Promise.all(deps.done.map((source) => source.list(read, { ...question, since })));
        const all = lists.flat().sort((a, b) => b.at.getTime() - a.at.getTime());
        return { items: all.slice(0, donePerDay).map((each) => ({ ...each, at: each.at.toISOString() })) };
      }),

    /** What waits for the person. */
    list: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const question = questionOf(ctx, tasksPerSource);
        const lists = await Promise.all(sources.map((source) => source.list(read, question)));
        const tasks = sortTasks(lists.flat(), question.now);
        const counts = Object.fromEntries(sources.flatMap((source) => source.kinds).map((kind) => [kind, 0]));
        for (const task of tasks) counts[task.kind] = (counts[task.kind] ?? 0) + 1;
        return {
          items: tasks.map((task) => ({
            ...task,
            since: task.since.toISOString(),
            dueAt: task.dueAt?.toISOString() ?? null,
            version: task.version ?? null,
            note: task.note ?? null,
          })),
          counts,
          total: tasks.length,
        };
      }),
  };
}
