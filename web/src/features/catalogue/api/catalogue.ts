import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type OfferItem = Answer<'/catalogue'>['items'][number];
export type Offer = Answer<'/catalogue/{id}'>;

/** What partners offer, or with one's own slug as `origin` what one offers oneself. */
export function offersOptions(filter: { type: string | null; origin: string | null }) {
  return infiniteQueryOptions({
    queryKey: ['catalogue', 'list', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/catalogue', {
          params: {
            query: {
              limit: 60,
              ...(filter.type ? { type: filter.type } : {}),
              ...(filter.origin ? { origin: filter.origin } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (previous) => previous,
  });
}

/** One offer with its text, as long as the offer stands. */
export function offerOptions(id: string) {
  return queryOptions({
    queryKey: ['catalogue', 'one', id],
    queryFn: () => call(api.GET('/catalogue/{id}', { params: { path: { id } } })),
    staleTime: 5 * 60_000,
  });
}

async function afterwards<T>(pending: Promise<T>): Promise<T> {
  const answer = await pending;
  for (const topic of ['catalogue', 'templates']) void queryClient.invalidateQueries({ queryKey: [topic] });
  return answer;
}

/** Copies this version into our own templates. @throws Problem `agreement_ended` */
export const adoptOffer = (id: string) =>
  afterwards(call(api.POST('/catalogue/{id}/adopt', { params: { path: { id } } })));

/** Ends an offer of our own; copies that partners made stay theirs. */
export const withdrawOffer = (id: string) =>
  afterwards(call(api.POST('/catalogue/{id}/withdraw', { params: { path: { id } } })));
