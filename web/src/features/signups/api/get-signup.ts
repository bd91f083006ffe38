import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** Milliseconds until it is asked again; an office may be decided on and made within seconds. */
const intervals: Record<string, number> = { pending: 10_000, approved: 3_000, provisioning: 3_000 };

/** Where an application stands; asked again while something is under way. */
export function signupOptions(token: string) {
  return queryOptions({
    queryKey: ['signups', token],
    queryFn: () => call(api.GET('/signups/{token}', { params: { path: { token } } })),
    refetchInterval: ({ state }) => intervals[state.data?.state ?? ''] ?? 60_000,
  });
}
