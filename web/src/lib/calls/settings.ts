import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call } from '../api.ts';

export type OfficeSettings = Answer<'/settings'>;

/** How the office numbers, prints and disposes. */
export const settingsOptions = queryOptions({
  queryKey: ['settings'],
  queryFn: () => call(api.GET('/settings')),
});
export const saveSettings = (body: Body<'/settings', 'patch'>) => call(api.PATCH('/settings', { body }));
