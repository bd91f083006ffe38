import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';

export type Patterns = Answer<'/number-patterns'>;
export type Pattern = Patterns['items'][number];
export type PatternInput = Body<'/number-patterns', 'post'>;
export type Series = Answer<'/number-series'>['items'][number];
export type NumberEntry = Answer<'/number-series/{id}/numbers'>['items'][number];
export type AgendaEntry = Answer<'/agenda-entries'>['items'][number];
export type Reservation = Answer<'/number-reservations'>['items'][number];
export type LetterNumber = Answer<'/letters/{id}/number'>;
export type NumberChoice = Body<'/letters/{id}/number', 'put'>;

const header = () => ({ 'idempotency-key': newIdempotencyKey() });

export const patternsOptions = queryOptions({
  queryKey: ['number-patterns'],
  queryFn: () => call(api.GET('/number-patterns')),
});
export const savePattern = (id: string | null, body: PatternInput) =>
  id === null
    ? call(api.POST('/number-patterns', { body, headers: header() }))
    : call(api.PUT('/number-patterns/{id}', { params: { path: { id } }, body }));
export const removePattern = (id: string) => call(api.DELETE('/number-patterns/{id}', { params: { path: { id } } }));

/** What a pattern would print, or what is wrong with it. */
export const sampleOptions = (body: PatternInput) =>
  queryOptions({
    queryKey: ['number-patterns', 'sample', body],
    queryFn: ({ signal }) => call(api.POST('/number-patterns/sample', { body, signal })),
    enabled: body.pattern.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });

export const seriesOptions = (year: number | undefined) =>
  queryOptions({
    queryKey: ['letters', 'number-series', year ?? 'now'],
    queryFn: () => call(api.GET('/number-series', { params: { query: year === undefined ? {} : { year } } })),
  });
export const numberBookOptions = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'number-book', id],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/number-series/{id}/numbers', {
          params: { path: { id }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const agendaBooksOptions = queryOptions({
  queryKey: ['letters', 'agenda-books'],
  queryFn: async () => (await call(api.GET('/agenda-books'))).items,
});
export const agendaOptions = (book: { year: number; unitId: string | null }) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'agenda', book],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/agenda-entries', {
          params: {
            query: {
              year: book.year,
              ...(book.unitId === null ? {} : { unitId: book.unitId }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const reservationsOptions = (type?: string) =>
  queryOptions({
    queryKey: ['letters', 'number-reservations', type ?? 'all'],
    queryFn: async () =>
      (await call(api.GET('/number-reservations', { params: { query: type === undefined ? {} : { type } } }))).items,
  });
export const reserveNumbers = (body: Body<'/number-reservations', 'post'>) =>
  call(api.POST('/number-reservations', { body, headers: header() }));
export const releaseNumber = (id: string, reason: string) =>
  call(
    api.POST('/number-reservations/{id}/release', { params: { path: { id } }, body: { reason }, headers: header() }),
  );

export const letterNumberOptions = (id: string) =>
  queryOptions({
    queryKey: ['letters', id, 'number'],
    queryFn: () => call(api.GET('/letters/{id}/number', { params: { path: { id } } })),
  });
export const chooseNumber = (id: string, body: NumberChoice) =>
  call(api.PUT('/letters/{id}/number', { params: { path: { id } }, body }));
export const forgetNumber = (id: string) => call(api.DELETE('/letters/{id}/number', { params: { path: { id } } }));
