import { api, type Body, call } from '../../../lib/api.ts';

export type SignupBody = Body<'/signups', 'post'>;

/** Applies for an office. @throws Problem with the fields that were refused */
export function createSignup(body: SignupBody, idempotencyKey: string) {
  return call(api.POST('/signups', { body, headers: { 'idempotency-key': idempotencyKey } }));
}
