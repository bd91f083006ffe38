import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../api.ts';

export type Unit = Answer<'/units'>['items'][number];

/** The office's units, flat; each names its parent. */
export const unitsOptions = queryOptions({
  queryKey: ['organization', 'units'],
  queryFn: async () => (await call(api.GET('/units'))).items,
});
