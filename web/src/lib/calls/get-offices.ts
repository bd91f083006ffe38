import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../api.ts';

/** The regencies that are active on this installation. */
export const officesOptions = queryOptions({
  queryKey: ['offices'],
  queryFn: async () => (await call(api.GET('/offices'))).items,
  staleTime: 5 * 60_000,
});
