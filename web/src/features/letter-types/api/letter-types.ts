import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';

export type LetterType = Answer<'/letter-types'>['items'][number];
export type LetterTypeEdit = Body<'/letter-types/{code}', 'patch'>;
export type NewLetterType = Body<'/letter-types', 'post'>;
export type OfficePaper = Answer<'/settings'>;
export type PageInput = Body<'/letter-types/preview', 'post'>;

/** All types, also those out of use: for whoever sets them. */
export const allTypesOptions = queryOptions({
  queryKey: ['letter-types', 'all'],
  queryFn: async () => (await call(api.GET('/letter-types', { params: { query: { all: 'true' } } }))).items,
});

export const saveType = (code: string, body: LetterTypeEdit) =>
  call(api.PATCH('/letter-types/{code}', { params: { path: { code } }, body }));

export const createType = (body: NewLetterType) =>
  call(api.POST('/letter-types', { body, headers: { 'idempotency-key': newIdempotencyKey() } }));

export const paperOptions = queryOptions({
  queryKey: ['settings'],
  queryFn: () => call(api.GET('/settings')),
});
export const savePaper = (body: Body<'/settings', 'patch'>) => call(api.PATCH('/settings', { body }));

/** The page as it would be printed; a new question keeps the old page until its own is drawn. */
export const pageOptions = (input: PageInput) =>
  queryOptions({
    queryKey: ['letter-types', 'page', input],
    queryFn: () => call(api.POST('/letter-types/preview', { body: input })),
    placeholderData: keepPreviousData,
    retry: false,
  });
