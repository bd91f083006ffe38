import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';

export type Deliveries = Answer<'/letters/{id}/deliveries'>;
export type Delivery = Deliveries['items'][number];

/** How far a letter is on its way to everybody. */
export const deliveriesOptions = (id: string) =>
  queryOptions({
    queryKey: ['letters', id, 'deliveries'],
    queryFn: () => call(api.GET('/letters/{id}/deliveries', { params: { path: { id } } })),
  });

/** The proof that an office received the letter. */
export const receiptOptions = (id: string, recipientId: string) =>
  queryOptions({
    queryKey: ['letters', id, 'receipt', recipientId],
    queryFn: () =>
      call(api.GET('/letters/{id}/recipients/{recipientId}/receipt', { params: { path: { id, recipientId } } })),
  });

/** Sends anew what did not arrive, to a corrected address or on paper. */
export function resend(id: string, recipientId: string, body: { email?: string; channel?: 'print' }) {
  return call(
    api.POST('/letters/{id}/recipients/{recipientId}/resend', { params: { path: { id, recipientId } }, body }),
  );
}

/** Notes that a letter on paper was handed over, and how. */
export function handOver(id: string, recipientId: string, note: string) {
  return call(
    api.POST('/letters/{id}/recipients/{recipientId}/handed-over', {
      params: { path: { id, recipientId } },
      body: { note },
    }),
  );
}
