import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';

export type Position = Answer<'/positions'>['items'][number];
export type Person = Answer<'/people'>['items'][number];
export type Assignment = Answer<'/positions/{id}/assignments'>['items'][number];

const header = () => ({ 'idempotency-key': newIdempotencyKey() });

export const positionsOptions = (unitId: string) =>
  queryOptions({
    queryKey: ['organization', 'positions', unitId],
    queryFn: async () => (await call(api.GET('/positions', { params: { query: { unitId } } }))).items,
  });
export const historyOptions = (positionId: string) =>
  queryOptions({
    queryKey: ['organization', 'history', positionId],
    queryFn: async () =>
      (await call(api.GET('/positions/{id}/assignments', { params: { path: { id: positionId } } }))).items,
  });
export const createUnit = (body: Body<'/units', 'post'>) => call(api.POST('/units', { body, headers: header() }));
export const updateUnit = (id: string, body: Body<'/units/{id}', 'patch'>) =>
  call(api.PATCH('/units/{id}', { params: { path: { id } }, body }));
export const createPosition = (body: Body<'/positions', 'post'>) =>
  call(api.POST('/positions', { body, headers: header() }));
export const createAssignment = (body: Body<'/assignments', 'post'>) =>
  call(api.POST('/assignments', { body, headers: header() }));
export const endAssignment = (id: string, endsOn: string) =>
  call(api.POST('/assignments/{id}/end', { params: { path: { id } }, body: { endsOn } }));

export const peopleOptions = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: async () => (await call(api.GET('/people', { params: { query: { q, limit: 100 } } }))).items,
    placeholderData: (previous: Person[] | undefined) => previous,
  });
export const createPerson = (body: Body<'/people', 'post'>) => call(api.POST('/people', { body, headers: header() }));
export const updatePerson = (id: string, body: Body<'/people/{id}', 'patch'>) =>
  call(api.PATCH('/people/{id}', { params: { path: { id } }, body }));
export const invitePerson = (id: string) =>
  call(api.POST('/people/{id}/invite', { params: { path: { id } }, headers: header() }));
export const setRoles = (id: string, roles: Body<'/people/{id}/roles', 'put'>['roles']) =>
  call(api.PUT('/people/{id}/roles', { params: { path: { id } }, body: { roles } }));
