import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** Where an application stands; asked again while something is under way. */
export function signupOptions(token: string) {
  return queryOptions({
    queryKey: ['signups', token],
    queryFn: () => call(api.GET('/signups/{token}', { params: { path: { token } } })),
    refetchInterval: ({ state }) => (['approved', 'provisioning'].includes(state.data?.state ?? '') ? 3_000 : 60_000),
  });
}
