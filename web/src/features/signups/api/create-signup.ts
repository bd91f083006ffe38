import { api, call } from '../../../lib/api.ts';
import type { paths } from '../../../lib/api-types.ts';

export type SignupBody = paths['/api/v1/signups']['post']['requestBody']['content']['application/json'];

/** Applies for an office. @throws Problem with the fields that were refused */
export function createSignup(body: SignupBody, idempotencyKey: string) {
  return call(api.POST('/api/v1/signups', { body, headers: { 'idempotency-key': idempotencyKey } }));
}
