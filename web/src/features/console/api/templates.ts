import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, apiBase, authorizedFetch, type Body, call } from '../../../lib/api.ts';
import { asProblem, toProblem } from '../../../lib/problem.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type NationalTemplate = Answer<'/platform/templates'>['items'][number];
export type NewNationalTemplate = Body<'/platform/templates', 'post'>;
export type ImportedText = Answer<'/platform/templates/import', 'post'>;

/** What was published for all, newest first. */
export const nationalTemplatesOptions = queryOptions({
  queryKey: ['platform', 'templates'],
  queryFn: async () => (await call(api.GET('/platform/templates'))).items,
});

/** Types that every regency has. */
export const standardTypesOptions = queryOptions({
  queryKey: ['platform', 'template-types'],
  queryFn: async () => (await call(api.GET('/platform/templates/types'))).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Reads a Word document; keeps nothing. @throws Problem `invalid_docx` */
export async function readDocument(file: File): Promise<ImportedText> {
  const form = new FormData();
  form.set('file', file);
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}/platform/templates/import`, { method: 'POST', body: form });
  } catch (error) {
    throw asProblem(error);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response, answer);
  return answer as ImportedText;
}

async function afterwards<T>(pending: Promise<T>): Promise<T> {
  const answer = await pending;
  await queryClient.invalidateQueries({ queryKey: nationalTemplatesOptions.queryKey });
  return answer;
}

/** @throws Problem with every field at fault */
export const publishNational = (body: NewNationalTemplate, idempotencyKey: string) =>
  afterwards(call(api.POST('/platform/templates', { body, headers: { 'idempotency-key': idempotencyKey } })));

export const withdrawNational = (id: string) =>
  afterwards(call(api.POST('/platform/templates/{id}/withdraw', { params: { path: { id } } })));
