import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call } from '../api.ts';
import { queryClient } from '../query-client.ts';

export type AgreementItem = Answer<'/agreements'>['items'][number];
export type Agreement = Answer<'/agreements/{id}'>;
export type AgreementState = Agreement['state'];
export type AgreementKind = Agreement['kind'];
export type Relation = Agreement['changes'][number]['relation'];
export type Scope = Agreement['scope'][number];
export type Clause = Agreement['clauses'][number];
export type Party = Agreement['parties'][number];
export type NewAgreement = Body<'/agreements', 'post'>;
export type AgreementEdit = Body<'/agreements/{id}', 'patch'>;
export type NewChange = Body<'/agreements/{id}/changes', 'post'>;

/** States that a word of the filter stands for; `semua` asks for every one. */
export const filters = {
  semua: null,
  berjalan: ['draft', 'proposed', 'signing'],
  berlaku: ['signed', 'in_force'],
  selesai: ['ended', 'terminated'],
} as const satisfies Record<string, readonly AgreementState[] | null>;
export type Filter = keyof typeof filters;

/** Agreements in the states of a filter, newest first, page by page. */
export function agreementsOptions(filter: Filter) {
  const states = filters[filter];
  return infiniteQueryOptions({
    queryKey: ['agreements', 'list', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/agreements', {
          params: {
            query: {
              limit: 30,
              ...(states ? { state: states.join(',') } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** One agreement as this person sees it, with what they may do and why not. */
export function agreementOptions(id: string) {
  return queryOptions({
    queryKey: ['agreements', 'one', id],
    queryFn: () => call(api.GET('/agreements/{id}', { params: { path: { id } } })),
  });
}

/** Agreements in force that open templates: where something can be shared. */
export const sharingAgreementsOptions = queryOptions({
  queryKey: ['agreements', 'sharing'],
  queryFn: async () => {
    const { items } = await call(api.GET('/agreements', { params: { query: { limit: 100, state: 'in_force' } } }));
    return items.filter(
      ({ scope, kind, relation }) => scope.includes('templates') && relation === null && kind !== 'letter_of_intent',
    );
  },
});

/** What a new document may rest on: letters of intent and KB that live, changes left out. */
export const foundationsOptions = queryOptions({
  queryKey: ['agreements', 'foundations'],
  queryFn: async () => {
    const { items } = await call(
      api.GET('/agreements', { params: { query: { limit: 100, state: 'signed,in_force' } } }),
    );
    return items.filter(({ kind, relation }) => kind !== 'pks' && relation === null);
  },
});

async function keep(pending: Promise<Agreement>): Promise<Agreement> {
  const agreement = await pending;
  queryClient.setQueryData(agreementOptions(agreement.id).queryKey, agreement);
  void queryClient.invalidateQueries({ queryKey: ['agreements', 'list'] });
  for (const topic of ['tasks', 'catalogue']) void queryClient.invalidateQueries({ queryKey: [topic] });
  return agreement;
}

const of = (id: string) => ({ path: { id } });

/** Writes a draft. @throws Problem `agreement_invalid` with the fields at fault */
export const createAgreement = (body: NewAgreement, key: string) =>
  keep(call(api.POST('/agreements', { body, headers: { 'idempotency-key': key } })));

/** Changes a draft. @throws Problem `stale_version` when a party was faster; so do all acts below */
export const editAgreement = (id: string, body: AgreementEdit) =>
  keep(call(api.PATCH('/agreements/{id}', { params: of(id), body })));

/** Drafts an amendment or extension. @throws Problem `agreement_invalid`, `agreement_state` */
export const changeAgreement = (id: string, body: NewChange, key: string) =>
  keep(call(api.POST('/agreements/{id}/changes', { params: of(id), body, headers: { 'idempotency-key': key } })));

export const commentOnAgreement = (id: string, body: Body<'/agreements/{id}/comments', 'post'>) =>
  keep(call(api.POST('/agreements/{id}/comments', { params: of(id), body })));

export const resolveComment = (id: string, commentId: string) =>
  keep(call(api.POST('/agreements/{id}/comments/{commentId}/resolve', { params: { path: { id, commentId } } })));

export const recordCouncil = (id: string, body: Body<'/agreements/{id}/council', 'put'>) =>
  keep(call(api.PUT('/agreements/{id}/council', { params: of(id), body })));

export const proposeAgreement = (id: string, version: number) =>
  keep(call(api.POST('/agreements/{id}/propose', { params: of(id), body: { version } })));

/** @throws Problem `wrong_passphrase` */
export const signAgreement = (id: string, body: { passphrase: string; version: number }) =>
  keep(call(api.POST('/agreements/{id}/sign', { params: of(id), body })));

export const requestChanges = (id: string, body: { note: string; version: number }) =>
  keep(call(api.POST('/agreements/{id}/request-changes', { params: of(id), body })));

export const terminateAgreement = (id: string, body: { reason: string; version: number }) =>
  keep(call(api.POST('/agreements/{id}/terminate', { params: of(id), body })));
