import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../lib/api.ts';

export type Report = Answer<'/reports'>['items'][number];
export type ReportOrder = Body<'/reports', 'post'>;

const isRunning = ({ status }: Report): boolean => status === 'queued' || status === 'active';

/** Reports ordered so far; asked again while one is being made. The key is the topic of the events about jobs. */
export const reportsOptions = queryOptions({
  queryKey: ['jobs', 'reports'],
  queryFn: async () => (await call(api.GET('/reports', { params: { query: { limit: 50 } } }))).items,
  refetchInterval: ({ state }) => (state.data?.some(isRunning) ? 1_500 : false),
});

export function orderReport(body: ReportOrder) {
  return call(api.POST('/reports', { body, headers: { 'idempotency-key': newIdempotencyKey() } }));
}
