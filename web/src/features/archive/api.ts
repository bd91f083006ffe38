import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, apiBase, authorizedFetch, type Body, call, newIdempotencyKey } from '../../lib/api.ts';
import { asProblem, toProblem } from '../../lib/problem.ts';

export type DossierItem = Answer<'/dossiers'>['items'][number];
export type Dossier = Answer<'/dossiers/{id}'>;
export type DossierEntry = Answer<'/dossiers/{id}/items'>['items'][number];
export type Retention = DossierItem['retention'];
export type Unfiled = Answer<'/unfiled-letters'>['items'][number];

export type Rule = Answer<'/retention-rules'>['items'][number];
export type RuleBody = Body<'/retention-rules', 'put'>;
export type Disposal = Answer<'/disposals/{id}'>;
export type DisposalKind = Disposal['kind'];
export type DossierState = DossierItem['state'];

const page = { initialPageParam: undefined as string | undefined };
const next = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;
const cursorOf = (pageParam: string | undefined) => (pageParam === undefined ? {} : { cursor: pageParam });

export const dossiersOptions = (filter: { q: string; state: DossierState | 'all' }) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'dossiers', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/dossiers', {
          params: {
            query: {
              limit: 30,
              ...cursorOf(pageParam),
              ...(filter.q === '' ? {} : { q: filter.q }),
              ...(filter.state === 'all' ? {} : { state: filter.state }),
            },
          },
        }),
      ),
    ...page,
    getNextPageParam: next,
  });

export const dossierOptions = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'dossier', id],
    queryFn: () => call(api.GET('/dossiers/{id}', { params: { path: { id } } })),
    // While a package is being made.
    refetchInterval: ({ state }) =>
      state.data?.packages.some(({ status }) => status === 'queued' || status === 'active') ? 1_500 : false,
  });

export const dossierEntriesOptions = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'entries', id],
    queryFn: ({ pageParam }) =>
      call(api.GET('/dossiers/{id}/items', { params: { path: { id }, query: { limit: 50, ...cursorOf(pageParam) } } })),
    ...page,
    getNextPageParam: next,
  });

export const unfiledOptions = infiniteQueryOptions({
  queryKey: ['archive', 'unfiled'],
  queryFn: ({ pageParam }) =>
    call(api.GET('/unfiled-letters', { params: { query: { limit: 30, ...cursorOf(pageParam) } } })),
  ...page,
  getNextPageParam: next,
});

export const letterDossierOptions = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'letter', id],
    queryFn: () => call(api.GET('/letters/{id}/dossier', { params: { path: { id } } })),
  });

export const scheduleOptions = queryOptions({
  queryKey: ['archive', 'schedule'],
  queryFn: () => call(api.GET('/retention-rules')),
});

export const disposalsOptions = infiniteQueryOptions({
  queryKey: ['archive', 'disposals'],
  queryFn: ({ pageParam }) => call(api.GET('/disposals', { params: { query: { limit: 30, ...cursorOf(pageParam) } } })),
  ...page,
  getNextPageParam: next,
});

export const dueOptions = (kind: DisposalKind) =>
  queryOptions({
    queryKey: ['archive', 'due', kind],
    queryFn: () => call(api.GET('/disposals/due', { params: { query: { kind } } })),
  });

export const disposalOptions = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'disposal', id],
    queryFn: () => call(api.GET('/disposals/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'executing' ? 1_500 : false),
  });

const once = () => ({ 'idempotency-key': newIdempotencyKey() });
const at = (id: string) => ({ path: { id } });

export const openDossier = (body: Body<'/dossiers', 'post'>) => call(api.POST('/dossiers', { body, headers: once() }));
export const fileInto = (id: string, body: Body<'/dossiers/{id}/items', 'post'>) =>
  call(api.POST('/dossiers/{id}/items', { params: at(id), body, headers: once() }));
export const editDossier = (id: string, body: Body<'/dossiers/{id}', 'patch'>) =>
  call(api.PATCH('/dossiers/{id}', { params: at(id), body }));
export const closeDossier = (id: string, version: number) =>
  call(api.POST('/dossiers/{id}/close', { params: at(id), body: { version } }));
export const reopenDossier = (id: string, reason: string) =>
  call(api.POST('/dossiers/{id}/reopen', { params: at(id), body: { reason } }));
export const reassess = (id: string, body: Body<'/dossiers/{id}/reassess', 'post'>) =>
  call(api.POST('/dossiers/{id}/reassess', { params: at(id), body }));
export const movePaper = (id: string, body: Body<'/dossiers/{id}/places', 'post'>) =>
  call(api.POST('/dossiers/{id}/places', { params: at(id), body, headers: once() }));
export const holdDossier = (id: string, reason: string) =>
  call(api.POST('/dossiers/{id}/holds', { params: at(id), body: { reason }, headers: once() }));
export const holdLetter = (id: string, reason: string) =>
  call(api.POST('/letters/{id}/holds', { params: at(id), body: { reason }, headers: once() }));
export const liftHold = (id: string, reason: string) =>
  call(api.POST('/legal-holds/{id}/lift', { params: at(id), body: { reason } }));
export const orderPackage = (id: string) =>
  call(api.POST('/dossiers/{id}/packages', { params: at(id), headers: once() }));

export const putRule = (body: RuleBody) => call(api.PUT('/retention-rules', { body }));
export const removeRule = (id: string) => call(api.DELETE('/retention-rules/{id}', { params: at(id) }));
export const importRules = (csv: string) => call(api.POST('/retention-rules/import', { body: { csv } }));
export const setStart = (retentionStart: 'closing' | 'year_end') =>
  call(api.PATCH('/retention-settings', { body: { retentionStart } }));

export const createDisposal = (body: Body<'/disposals', 'post'>) =>
  call(api.POST('/disposals', { body, headers: once() }));
export const removeFromDisposal = (id: string, dossierId: string) =>
  call(api.POST('/disposals/{id}/items', { params: at(id), body: { remove: [dossierId] } }));
export const takeStep = (id: string, body: Body<'/disposals/{id}/steps', 'post'>) =>
  call(api.POST('/disposals/{id}/steps', { params: at(id), body }));

export type PaperFields = { kind: string; number: string; datedOn: string; signedBy: string; letterId?: string };

/** A paper with its scan; the generated client knows no multipart. @throws Problem */
export async function addPaper(id: string, paper: PaperFields, file: File | null): Promise<void> {
  const body = new FormData();
  body.set('paper', JSON.stringify(paper));
  if (file) body.set('file', file);
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}/disposals/${id}/papers`, { method: 'POST', body });
  } catch (error) {
    throw asProblem(error);
  }
  if (!response.ok) throw toProblem(response, await response.json().catch(() => null));
}
