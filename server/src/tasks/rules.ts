import type { Task } from './source.ts';

const weight: Record<Task['urgency'], number> = { amat_segera: 0, segera: 1, biasa: 2 };

/** Most urgent first: what is late, then urgency, then the nearer deadline, then who has waited longest. */
export function sortTasks(tasks: readonly Task[], now: Date): Task[] {
  const late = (task: Task) => (task.dueAt !== null && task.dueAt <= now ? 0 : 1);
  const due = (task: Task) => task.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...tasks].sort(
    (a, b) =>
      compare(late(a), late(b)) ||
      compare(weight[a.urgency], weight[b.urgency]) ||
      compare(due(a), due(b)) ||
      compare(a.since.getTime(), b.since.getTime()),
  );
}
