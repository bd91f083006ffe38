import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** What waits for the signature provider and for this person, in order. */
export const queueOptions = queryOptions({
  queryKey: ['tasks', 'signing-queue'],
  queryFn: () => call(api.GET('/signing-queue')),
  // The provider comes back without anybody's doing here.
  refetchInterval: ({ state }) => (state.data?.outage ? 15_000 : false),
});
