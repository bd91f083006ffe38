import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

export const countsOptions = queryOptions({
  queryKey: ['counts'],
  queryFn: () => call(api.GET('/api/v1/me/counts')),
  staleTime: 15_000,
  retry: false,
});

/** What waits, per task; without an answer the menu simply shows no numbers. */
export function useCounts() {
  return useQuery(countsOptions).data;
}
