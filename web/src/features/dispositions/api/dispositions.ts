import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';

export type Disposition = Answer<'/dispositions/{id}'>;
export type DispositionBox = 'inbox' | 'sent';

/** The dispositions of a letter that the person may see; `parentId` makes them a tree. */
export const letterDispositionsOptions = (letterId: string) =>
  queryOptions({
    queryKey: ['dispositions', 'letter', letterId],
    queryFn: () => call(api.GET('/letters/{id}/dispositions', { params: { path: { id: letterId } } })),
  });

/** What came to the person, or what they gave, newest first; or only what is late of it. */
export const dispositionsOptions = (box: DispositionBox, overdue = false) =>
  infiniteQueryOptions({
    queryKey: ['dispositions', 'list', box, overdue],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/dispositions', {
          params: {
            query: {
              box,
              limit: 40,
              ...(overdue ? { overdue: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export type NewDisposition = {
  to: string[];
  instruction: string;
  dueOn?: string;
  parentId?: string;
  /** Only giver, receiver and those above see what it says. */
  isSecret: boolean;
  /** What is different for one of `to`. */
  each?: { to: string; instruction: string }[];
};

/** To whom this person usually passes on, and the instructions of the office. */
export const suggestionsOptions = (letterId: string, parentId: string | undefined) =>
  queryOptions({
    queryKey: ['dispositions', 'suggestions', letterId, parentId ?? null],
    queryFn: () =>
      call(
        api.GET('/dispositions/suggestions', { params: { query: { letterId, ...(parentId ? { parentId } : {}) } } }),
      ),
    staleTime: 60_000,
  });

/** One disposition, to find its letter. */
export const dispositionOptions = (id: string) =>
  queryOptions({
    queryKey: ['dispositions', id],
    queryFn: () => call(api.GET('/dispositions/{id}', { params: { path: { id } } })),
  });

/** Tells who gave it that it was read; from then on it cannot be taken back. */
export function readDisposition(id: string) {
  return call(api.POST('/dispositions/{id}/read', { params: { path: { id } } }));
}

/** Passes a letter on to people, one disposition each. */
export function dispose(letterId: string, body: NewDisposition) {
  return call(api.POST('/letters/{id}/dispositions', { params: { path: { id: letterId } }, body }));
}

export function completeDisposition(id: string, report: string) {
  return call(api.POST('/dispositions/{id}/complete', { params: { path: { id } }, body: { report } }));
}

/** Tells how far it is; the disposition stays open. */
export function reportOnDisposition(id: string, text: string) {
  return call(api.POST('/dispositions/{id}/reports', { params: { path: { id } }, body: { text } }));
}

/** Takes it back: freely while it is unread, afterwards with a reason. */
export function cancelDisposition(id: string, reason?: string) {
  const body = reason === undefined ? {} : { reason };
  return call(api.POST('/dispositions/{id}/cancel', { params: { path: { id } }, body }));
}
