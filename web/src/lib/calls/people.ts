import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../api.ts';

/** People of the office with what letters print of them. */
export const printedPeopleOptions = (q: string) =>
  queryOptions({
    queryKey: ['directory', 'printed-people', q],
    queryFn: async () => (await call(api.GET('/directory/people', { params: { query: { q, limit: 12 } } }))).items,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  });
