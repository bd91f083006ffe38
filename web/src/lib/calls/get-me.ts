import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../api.ts';

const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: () => call(api.GET('/me')),
  staleTime: 5 * 60_000,
});

/** The signed-in person with positions and permissions; undefined while it loads. */
export function useMe() {
  return useQuery(meOptions).data;
}
