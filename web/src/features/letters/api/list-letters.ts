import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import type { LetterFilter } from '../rules.ts';

export type LetterItem = Answer<'/letters'>['items'][number];

const pageSize = 40;

/** One page after another of a box; the cursor is the server's. */
export const lettersOptions = (filter: LetterFilter) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'list', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const { box, state, q } = filter;
      const query = {
        limit: pageSize,
        ...(box === 'all' ? {} : { box }),
        ...(state ? { state } : {}),
        ...(q ? { q } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return call(api.GET('/letters', { params: { query } }));
    },
    getNextPageParam: (page) => page.nextCursor,
  });
