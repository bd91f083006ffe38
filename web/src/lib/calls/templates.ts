import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, apiBase, authorizedFetch, type Body, call } from '../api.ts';
import { asProblem, toProblem } from '../problem.ts';
import { queryClient } from '../query-client.ts';

export type TemplateItem = Answer<'/templates'>['items'][number];
export type Template = Answer<'/templates/{id}'>;
export type NewTemplate = Body<'/templates', 'post'>;
export type TemplateEdit = Body<'/templates/{id}', 'patch'>;

/** Our templates, newest first, by type and words; `archived` asks for those put away. */
export function templatesOptions(filter: { type: string | null; q: string; archived?: boolean }) {
  return infiniteQueryOptions({
    queryKey: ['templates', 'list', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/templates', {
          params: {
            query: {
              limit: 50,
              ...(filter.type ? { type: filter.type } : {}),
              ...(filter.archived ? { archived: 'true' as const } : {}),
              ...(filter.q === '' ? {} : { q: filter.q }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (previous) => previous,
  });
}

/** One template with the text of its newest version. */
export function templateOptions(id: string) {
  return queryOptions({
    queryKey: ['templates', 'one', id],
    queryFn: () => call(api.GET('/templates/{id}', { params: { path: { id } } })),
  });
}

/** One template as it was in a version, which never changes. */
export function templateVersionOptions(id: string, version: number) {
  return queryOptions({
    queryKey: ['templates', 'one', id, version],
    queryFn: () => call(api.GET('/templates/{id}', { params: { path: { id }, query: { version } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The types of naskah dinas; they hardly ever change. */
export const letterTypesOptions = queryOptions({
  queryKey: ['letter-types'],
  queryFn: async () => (await call(api.GET('/letter-types'))).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Our copy of a partner's template at a version; null when it is no longer there. */
export function ourCopyOptions(of: { slug: string; name: string; version: number; type: string } | null) {
  return queryOptions({
    queryKey: ['templates', 'copy', of],
    queryFn: async () => {
      if (!of) return null;
      const query = { type: of.type, limit: 100 };
      const { items } = await call(api.GET('/templates', { params: { query } }));
      const copy = items.find(
        ({ name, origin }) => name === of.name && origin?.slug === of.slug && origin.version === of.version,
      );
      if (!copy) return null;
      // Its first version is what was copied, before we changed anything.
      return call(api.GET('/templates/{id}', { params: { path: { id: copy.id }, query: { version: 1 } } }));
    },
    enabled: of !== null,
  });
}

async function keep(pending: Promise<Template>): Promise<Template> {
  const template = await pending;
  queryClient.setQueryData(templateOptions(template.id).queryKey, template);
  void queryClient.invalidateQueries({ queryKey: ['templates', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['templates', 'published'] });
  return template;
}

const of = (id: string) => ({ path: { id } });

/** @throws Problem with the faults of the text */
export const createTemplate = (body: NewTemplate, key: string) =>
  keep(call(api.POST('/templates', { body, headers: { 'idempotency-key': key } })));

/** @throws Problem `stale_version` when somebody else was faster */
export const updateTemplate = (id: string, body: TemplateEdit) =>
  keep(call(api.PATCH('/templates/{id}', { params: of(id), body })));

/** From now on letters start from this version, which cannot change any more. */
export const publishTemplate = (id: string, version: number) =>
  keep(call(api.POST('/templates/{id}/publish', { params: of(id), body: { version } })));

/** Makes an old version the newest draft. @throws Problem `stale_version` */
export const restoreTemplate = (id: string, from: number, version: number) =>
  keep(call(api.POST('/templates/{id}/restore', { params: of(id), body: { from, version } })));

/** Puts a template away, so that no letter starts from it. */
export const archiveTemplate = (id: string) =>
  keep(call(api.POST('/templates/{id}/archive', { params: of(id), body: null })));

export const unarchiveTemplate = (id: string) =>
  keep(call(api.POST('/templates/{id}/unarchive', { params: of(id), body: null })));

export type Imported = Answer<'/templates/import', 'post'> & { name: string };
const importedKey = ['templates', 'imported'] as const;

/** Reads a Word document; the next new template starts with it. @throws Problem `invalid_docx` */
export async function importDocx(file: File): Promise<Imported> {
  const form = new FormData();
  form.set('file', file);
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}/templates/import`, { method: 'POST', body: form });
  } catch (error) {
    throw asProblem(error);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response, answer);
  const imported = {
    ...(answer as Answer<'/templates/import', 'post'>),
    name: file.name.replace(/\.docx$/i, '').slice(0, 200),
  };
  queryClient.setQueryData(importedKey, imported);
  return imported;
}

/** What was imported last, for the new template's page. */
export const importedDocx = (): Imported | null => queryClient.getQueryData<Imported>(importedKey) ?? null;
export const forgetImported = (): void => queryClient.removeQueries({ queryKey: importedKey });

/** Offers the published version to the partners of an agreement in force. */
export async function shareTemplate(
  id: string,
  agreementId: string,
  { licence, attribution }: { licence: string; attribution: string },
) {
  const body = { agreementId, ...(licence ? { licence } : {}), ...(attribution ? { attribution } : {}) };
  const offer = await call(api.POST('/templates/{id}/share', { params: of(id), body }));
  void queryClient.invalidateQueries({ queryKey: ['catalogue'] });
  return offer;
}
