import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../api.ts';

export type Letter = Answer<'/letters/{id}'>;
export type LetterAct = Letter['acts'][number]['act'];

/** One letter with everything its page shows, acts and their reasons included. */
export const letterOptions = (id: string) =>
  queryOptions({
    queryKey: ['letters', id],
    queryFn: () => call(api.GET('/letters/{id}', { params: { path: { id } } })),
  });

/** The pages as the typesetter draws them, one SVG each. */
export const previewOptions = (id: string) =>
  queryOptions({
    queryKey: ['letters', id, 'preview'],
    queryFn: () => call(api.GET('/letters/{id}/preview', { params: { path: { id } } })),
    staleTime: 60_000,
    gcTime: 120_000,
  });

/** A version as it was submitted; it never changes. */
export const versionOptions = (id: string, version: number) =>
  queryOptions({
    queryKey: ['letter-version', id, version],
    queryFn: () => call(api.GET('/letters/{id}/versions/{version}', { params: { path: { id, version } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
