import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';

export type LateTurn = Answer<'/late-turns'>['items'][number];

/** What is late at the posts below one's own and of one's own letters; under `letters`, since their changes change it. */
export const lateTurnsOptions = queryOptions({
  queryKey: ['letters', 'late-turns'],
  queryFn: async () => (await call(api.GET('/late-turns'))).items,
});
