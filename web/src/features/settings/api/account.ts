import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call, newIdempotencyKey } from '../../../lib/api.ts';

export type SigningKey = Answer<'/signing-keys'>['items'][number];

export const ownKeyOptions = queryOptions({
  queryKey: ['signing-keys', 'own'],
  queryFn: () => call(api.GET('/me/signing-key')),
});

/** @throws Problem wrong_password, weak_password with the field at fault */
export function changePassword(body: { oldPassword: string; newPassword: string }) {
  return call(api.POST('/me/password', { body }));
}

/** Language of mails and notices, beside that of the screen. */
export function saveLanguage(language: 'id' | 'en') {
  return call(api.PATCH('/me', { body: { language } }));
}

export function requestKey(passphrase: string) {
  return call(
    api.POST('/me/signing-key', { body: { passphrase }, headers: { 'idempotency-key': newIdempotencyKey() } }),
  );
}

/** Keys that wait for an administrator. */
export const keyRequestsOptions = queryOptions({
  queryKey: ['signing-keys', 'requested'],
  queryFn: async () =>
    (await call(api.GET('/signing-keys', { params: { query: { state: 'requested', limit: 50 } } }))).items,
});

export function approveKey(id: string) {
  return call(api.POST('/signing-keys/{id}/approve', { params: { path: { id } } }));
}
