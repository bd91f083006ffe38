import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';

export type Provider = Answer<'/signature-provider'>;
export type ProviderBody = Body<'/signature-provider', 'put'>;

/** Who signs for the office; for its administrators. */
export const providerOptions = queryOptions({
  queryKey: ['signature-provider'],
  queryFn: () => call(api.GET('/signature-provider')),
});
export const saveProvider = (body: ProviderBody) => call(api.PUT('/signature-provider', { body }));
export const testProvider = (body: Body<'/signature-provider/test', 'post'>) =>
  call(api.POST('/signature-provider/test', { body, headers: { 'idempotency-key': newIdempotencyKey() } }));
