import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call } from '../api.ts';

export type Template = Answer<'/templates'>['items'][number];
export type LetterType = Answer<'/letter-types'>['items'][number];
export type DirectoryItem = Answer<'/directory'>['items'][number];
export type PreviewBody = Body<'/letters/preview', 'post'>;

/** Templates one can write from: the published ones. */
export const templatesOptions = queryOptions({
  queryKey: ['templates', 'published'],
  queryFn: async () => {
    const { items } = await call(api.GET('/templates', { params: { query: { limit: 100 } } }));
    return items.filter((template) => template.publishedVersion !== null);
  },
  staleTime: 60_000,
});

export const letterTypesOptions = queryOptions({
  queryKey: ['letter-types'],
  queryFn: async () => (await call(api.GET('/letter-types'))).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whom one can address or put into a chain. Without `kind`, a few of each. */
export function directoryOptions(q: string, kind?: DirectoryItem['kind']) {
  return queryOptions({
    queryKey: ['directory', kind ?? 'all', q],
    queryFn: async () =>
      (await call(api.GET('/directory', { params: { query: { q, ...(kind ? { kind } : {}), limit: 24 } } }))).items,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  });
}

export function classificationsOptions(q: string) {
  return queryOptions({
    queryKey: ['classifications', q],
    queryFn: async () => (await call(api.GET('/classifications', { params: { query: { q, limit: 20 } } }))).items,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
}

/** Who approves and signs when the drafter names nobody. */
export function chainOptions(id: string) {
  return queryOptions({
    queryKey: ['chain', id],
    queryFn: () => call(api.GET('/letters/{id}/chain', { params: { path: { id } } })),
  });
}

/** The pages of a letter as it stands on the desk, before it is saved. */
export function previewOptions(body: PreviewBody) {
  return queryOptions({
    queryKey: ['preview', JSON.stringify(body)],
    queryFn: ({ signal }) => call(api.POST('/letters/preview', { body, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
    placeholderData: (previous) => previous,
  });
}
