import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** Who opened a secret letter, the latest first. */
export const readingsOptions = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['letters', id, 'readings'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/letters/{id}/readings', {
          params: { path: { id }, query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    retry: false,
  });
