import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';
import type { LetterFilter } from '../rules.ts';
import { toQuery } from '../rules.ts';

export type SavedSearch = Answer<'/saved-searches'>['items'][number];

export const savedSearchesOptions = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: () => call(api.GET('/saved-searches')),
  staleTime: 60_000,
});

const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['saved-searches'] });

export async function saveSearch(name: string, filter: LetterFilter, sharedUnitId: string | null): Promise<void> {
  await call(api.POST('/saved-searches', { body: { name, query: toQuery(filter), sharedUnitId } }));
  await refresh();
}

export async function removeSearch(id: string): Promise<void> {
  await call(api.DELETE('/saved-searches/{id}', { params: { path: { id } } }));
  await refresh();
}
