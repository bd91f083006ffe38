import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';

export type Delegation = Answer<'/delegations'>['items'][number];
export type Deadlines = Answer<'/settings/turn-deadlines'>;

/** Given and received, what is over left out; an administrator sees everyone's. */
export const delegationsOptions = queryOptions({
  queryKey: ['delegations'],
  queryFn: async () => (await call(api.GET('/delegations'))).items,
});

/** @throws Problem unusable_delegate, unusable_dates with the field at fault */
export function createDelegation(body: Body<'/delegations', 'post'>) {
  return call(api.POST('/delegations', { body, headers: { 'idempotency-key': newIdempotencyKey() } }));
}

export function endDelegation(id: string) {
  return call(api.DELETE('/delegations/{id}', { params: { path: { id } } }));
}

export const deadlinesOptions = queryOptions({
  queryKey: ['settings', 'turn-deadlines'],
  queryFn: () => call(api.GET('/settings/turn-deadlines')),
});

export function saveDeadlines(body: Deadlines) {
  return call(api.PUT('/settings/turn-deadlines', { body }));
}
