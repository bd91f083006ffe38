import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type IndexScheme = Answer<'/index-schemes'>['items'][number];
export type Overview = Answer<'/comparison/regencies'>;
export type LikeRegency = Overview['items'][number];
export type Comparison = Answer<'/comparison'>;
export type ComparedRegency = Comparison['regencies'][number];
export type Gap = Comparison['gaps'][number];
export type FiguresYear = Answer<'/index-figures'>['years'][number];
export type Plan = Answer<'/adoption-plans/{id}'>;
export type PlanItem = Answer<'/adoption-plans'>['items'][number];
export type PlanState = PlanItem['state'];
export type NewPlan = Body<'/adoption-plans', 'post'>;

const header = () => ({ 'idempotency-key': newIdempotencyKey() });

export const schemesOptions = queryOptions({
  queryKey: ['comparison', 'schemes'],
  queryFn: async () => (await call(api.GET('/index-schemes'))).items,
  staleTime: 60 * 60_000,
});

/** Every regency, most alike first, with the scores it shows to us. */
export const overviewOptions = (scheme: string) =>
  queryOptions({
    queryKey: ['comparison', 'regencies', scheme],
    queryFn: () => call(api.GET('/comparison/regencies', { params: { query: { scheme } } })),
  });

/** Our figures beside those of chosen regencies. */
export const comparisonOptions = (scheme: string, regencies: readonly string[]) =>
  queryOptions({
    queryKey: ['comparison', 'figures', scheme, regencies],
    queryFn: () => call(api.GET('/comparison', { params: { query: { scheme, regencies: regencies.join(',') } } })),
    enabled: regencies.length > 0,
    placeholderData: (previous) => previous,
  });

export const ownFiguresOptions = (scheme: string) =>
  queryOptions({
    queryKey: ['comparison', 'own', scheme],
    queryFn: async () => (await call(api.GET('/index-figures', { params: { query: { scheme } } }))).years,
  });

async function afterwards<T>(pending: Promise<T>, topic: 'comparison' | 'adoption-plans'): Promise<T> {
  const answer = await pending;
  for (const stale of [topic, 'tasks']) void queryClient.invalidateQueries({ queryKey: [stale] });
  return answer;
}

export const saveFigures = (body: Body<'/index-figures', 'put'>) =>
  afterwards(call(api.PUT('/index-figures', { body })), 'comparison');
export const publishFigures = (body: Body<'/index-figures/publish', 'post'>) =>
  afterwards(call(api.POST('/index-figures/publish', { body, headers: header() })), 'comparison');
export const withdrawFigures = (body: Body<'/index-figures/withdraw', 'post'>) =>
  afterwards(call(api.POST('/index-figures/withdraw', { body, headers: header() })), 'comparison');

/** Agreements in force that open indices: whom figures can be shown to. */
export const indexAgreementsOptions = queryOptions({
  queryKey: ['agreements', 'indices'],
  queryFn: async () => {
    const { items } = await call(api.GET('/agreements', { params: { query: { limit: 100, state: 'in_force' } } }));
    return items.filter(({ scope }) => scope.includes('indices'));
  },
});

export const plansOptions = (state: 'open' | 'done' | 'cancelled') =>
  infiniteQueryOptions({
    queryKey: ['adoption-plans', 'list', state],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/adoption-plans', {
          params: { query: { state, limit: 30, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const planOptions = (id: string) =>
  queryOptions({
    queryKey: ['adoption-plans', 'one', id],
    queryFn: () => call(api.GET('/adoption-plans/{id}', { params: { path: { id } } })),
  });

export const createPlan = (body: NewPlan) =>
  afterwards(call(api.POST('/adoption-plans', { body, headers: header() })), 'adoption-plans');
export const editPlan = (id: string, body: Body<'/adoption-plans/{id}', 'patch'>) =>
  afterwards(call(api.PATCH('/adoption-plans/{id}', { params: { path: { id } }, body })), 'adoption-plans');
export const reportProgress = (id: string, body: Body<'/adoption-plans/{id}/progress', 'post'>) =>
  afterwards(
    call(api.POST('/adoption-plans/{id}/progress', { params: { path: { id } }, body, headers: header() })),
    'adoption-plans',
  );
