import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type Signup = Answer<'/platform/signups'>['items'][number];
export type SignupState = Signup['state'];

/** Applications in one state, newest first. */
export function signupsOptions(state: SignupState) {
  return queryOptions({
    queryKey: ['platform', 'signups', state],
    queryFn: async () => (await call(api.GET('/platform/signups', { params: { query: { state, limit: 100 } } }))).items,
  });
}

/** Approves; provisioning starts at once. @throws Problem `tenant_exists`, `region_taken` */
export async function approveSignup(id: string, idempotencyKey: string) {
  const answer = await call(
    api.POST('/platform/signups/{id}/approve', {
      params: { path: { id } },
      headers: { 'idempotency-key': idempotencyKey },
    }),
  );
  await queryClient.invalidateQueries({ queryKey: ['platform'] });
  return answer;
}

/** Rejects; the reason is sent to the contact. */
export async function rejectSignup(id: string, reason: string) {
  await call(api.POST('/platform/signups/{id}/reject', { params: { path: { id } }, body: { reason } }));
  await queryClient.invalidateQueries({ queryKey: ['platform', 'signups'] });
}
