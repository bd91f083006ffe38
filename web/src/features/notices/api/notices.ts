import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';

export type Notice = Answer<'/notices'>['items'][number];

/** Unread first, newest first within. */
export const noticesOptions = infiniteQueryOptions({
  queryKey: ['notices', 'list'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam }) =>
    call(api.GET('/notices', { params: { query: { limit: 40, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  getNextPageParam: (page) => page.nextCursor,
});

export function readNotice(id: string) {
  return call(api.POST('/notices/{id}/read', { params: { path: { id } } }));
}

export function readAllNotices() {
  return call(api.POST('/notices/read-all'));
}
