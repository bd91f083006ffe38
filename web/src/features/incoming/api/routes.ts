import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';

export type LetterRoutes = Answer<'/letters/{id}/routes'>;

/** Where a letter that came in is: desks, texts, and what the person may do about it. */
export const routesOptions = (id: string) =>
  queryOptions({
    queryKey: ['letters', id, 'routes'],
    queryFn: () => call(api.GET('/letters/{id}/routes', { params: { path: { id } } })),
  });

export function routeLetter(id: string, to: string[], reason: string) {
  const body = { to, ...(reason === '' ? {} : { reason }) };
  return call(api.POST('/letters/{id}/route', { params: { path: { id } }, body }));
}

export function closeLetter(id: string, note: string) {
  return call(api.POST('/letters/{id}/close', { params: { path: { id } }, body: { note } }));
}

export function sendLetterBack(id: string, reason: string) {
  return call(api.POST('/letters/{id}/send-back', { params: { path: { id } }, body: { reason } }));
}
