import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** Kabupaten and kota whose name or code holds the words, of all 514. */
export function regionsOptions(q: string) {
  return queryOptions({
    queryKey: ['regions', q],
    queryFn: async () => (await call(api.GET('/regions', { params: { query: { q } } }))).items,
    enabled: q.length >= 2,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
}
