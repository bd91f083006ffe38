import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import { type LetterFilter, toQuery } from '../rules.ts';

export type LetterItem = Answer<'/letters'>['items'][number];

const pageSize = 40;

/**
 * One page after another of a box or a search; the cursor is the server's. What was found stays until the next answer is
 * there, and a question that was overtaken by typing is taken back.
 */
export const lettersOptions = (filter: LetterFilter) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'list', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: pageSize,
        ...toQuery(filter),
        ...(filter.order && filter.q ? { order: filter.order } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return call(api.GET('/letters', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** How many a search finds, counted up to a thousand. */
export const letterCountOptions = (filter: LetterFilter) =>
  queryOptions({
    queryKey: ['letters', 'count', filter],
    queryFn: ({ signal }) => call(api.GET('/letters/count', { params: { query: toQuery(filter) }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
