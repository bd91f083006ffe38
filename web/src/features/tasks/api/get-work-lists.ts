import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** What waits for the signed-in person, per work list. */
export const workListsOptions = queryOptions({
  queryKey: ['letters', 'worklists'],
  queryFn: () => call(api.GET('/worklists')),
  staleTime: 15_000,
});
