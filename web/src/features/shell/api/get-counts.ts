import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** What waits for the signed-in person, in numbers, as the navigation shows it. */
export type Counts = { todo: number; dispositions: number; collaboration: number; notices: number };

const countsOptions = queryOptions({
  queryKey: ['tasks', 'counts'],
  queryFn: async (): Promise<Counts> => {
    const [tasks, notices] = await Promise.all([call(api.GET('/tasks')), unreadNotices()]);
    const of = (kind: string): number =>
      Object.entries(tasks.counts).reduce((sum, [one, count]) => (one.startsWith(kind) ? sum + count : sum), 0);
    return { todo: tasks.total, dispositions: of('disposition'), collaboration: of('agreement'), notices };
  },
  staleTime: 15_000,
  retry: false,
});

/** A bell without a number is better than a navigation without any. */
async function unreadNotices(): Promise<number> {
  try {
    return (await call(api.GET('/notices', { params: { query: { limit: 1 } } }))).unread;
  } catch {
    return 0;
  }
}

/** What waits, per task; without an answer the menu simply shows no numbers. */
export function useCounts(): Counts | undefined {
  return useQuery(countsOptions).data;
}
