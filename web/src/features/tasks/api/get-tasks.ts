import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';

export type Task = Answer<'/tasks'>['items'][number];

/** What waits for the signed-in person, most urgent first. */
export const tasksOptions = queryOptions({
  queryKey: ['tasks', 'list'],
  queryFn: () => call(api.GET('/tasks')),
  staleTime: 15_000,
});

/** What the signed-in person did today, the latest first. */
export const doneOptions = queryOptions({
  queryKey: ['tasks', 'done'],
  queryFn: async () => (await call(api.GET('/tasks/done'))).items,
  staleTime: 15_000,
});
