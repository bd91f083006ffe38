import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type OfferItem = Answer<'/catalogue'>['items'][number];
export type Offer = Answer<'/catalogue/{id}'>;
export type Comparison = Answer<'/catalogue/{id}/merge'>;
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** What partners offer, or with one's own slug as `origin` what one offers oneself. */
export function offersOptions(filter: { type: string | null; origin: string | null; q: string }) {
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
              ...(filter.q === '' ? {} : { q: filter.q }),
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

const of = (id: string) => ({ path: { id } });

/** A newer version beside our copy of an older one. */
export function comparisonOptions(id: string) {
  return queryOptions({
    queryKey: ['catalogue', 'merge', id],
    queryFn: () => call(api.GET('/catalogue/{id}/merge', { params: of(id) })),
    staleTime: 0,
  });
}

/** Brings the newer version into our copy as a draft. @throws Problem `stale_version`, `merge_conflicts`, `invalid_template` */
export const mergeOffer = (id: string, body: { version: number; choices: Record<string, MergeChoice> }) =>
  afterwards(call(api.POST('/catalogue/{id}/merge', { params: of(id), body })));

/** Our rating of it, in place of the one before. */
export const rateOffer = (id: string, body: { stars: number; word: string | null }) =>
  afterwards(call(api.PUT('/catalogue/{id}/rating', { params: of(id), body })));

/** Asks the partners about it. */
export const askAbout = (id: string, text: string) =>
  afterwards(call(api.POST('/catalogue/{id}/questions', { params: of(id), body: { text } })));

/** Answers a question of a partner's. */
export const answerQuestion = (id: string, questionId: string, text: string) =>
  afterwards(call(api.POST('/catalogue/{id}/answers', { params: of(id), body: { questionId, text } })));
