import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, call } from '../../../lib/api.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type Tenant = Answer<'/platform/tenants'>['items'][number];
export type TenantStatus = Tenant['status'];
export type TenantDetail = Answer<'/platform/tenants/{slug}'>;
export type ProvisioningStep = TenantDetail['steps'][number];

const underWay: readonly TenantStatus[] = ['pending', 'provisioning', 'removing'];
const isUnderWay = (status: TenantStatus): boolean => underWay.includes(status);

/** Should an event be missed, what is under way is asked for again anyway. */
const fallbackMs = 4_000;

/** Regencies in one state, up to a hundred. */
export function tenantsOptions(status: TenantStatus) {
  return queryOptions({
    queryKey: ['platform', 'tenants', 'status', status],
    queryFn: async () =>
      (await call(api.GET('/platform/tenants', { params: { query: { status, limit: 100 } } }))).items,
    ...(isUnderWay(status) ? { refetchInterval: fallbackMs } : {}),
  });
}

/** Every regency by name or state, page by page. */
export function tenantPagesOptions(filter: { q: string; status: TenantStatus | null }) {
  return infiniteQueryOptions({
    queryKey: ['platform', 'tenants', 'pages', filter],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/platform/tenants', {
          params: {
            query: {
              limit: 50,
              ...(filter.q === '' ? {} : { q: filter.q }),
              ...(filter.status ? { status: filter.status } : {}),
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

/** One regency with its steps. */
export function tenantOptions(slug: string) {
  return queryOptions({
    queryKey: ['platform', 'tenants', 'one', slug],
    queryFn: () => call(api.GET('/platform/tenants/{slug}', { params: { path: { slug } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? fallbackMs : false),
  });
}

async function afterwards<T>(pending: Promise<T>): Promise<T> {
  const answer = await pending;
  await queryClient.invalidateQueries({ queryKey: ['platform'] });
  return answer;
}

const of = (slug: string) => ({ params: { path: { slug } } });

/** Goes on with the step that failed. @throws Problem `tenant_state`; so do the acts below */
export const retryTenant = (slug: string) => afterwards(call(api.POST('/platform/tenants/{slug}/retry', of(slug))));
export const suspendTenant = (slug: string) => afterwards(call(api.POST('/platform/tenants/{slug}/suspend', of(slug))));
export const resumeTenant = (slug: string) => afterwards(call(api.POST('/platform/tenants/{slug}/resume', of(slug))));
export const removeTenant = (slug: string) => afterwards(call(api.POST('/platform/tenants/{slug}/remove', of(slug))));
/** Orders an archive of the whole regency. @returns the job that makes it */
export const exportTenant = async (slug: string): Promise<string> =>
  (await call(api.POST('/platform/tenants/{slug}/export', of(slug)))).jobId;

/** A job, asked for again until it has ended. */
export function jobOptions(id: string | null) {
  return queryOptions({
    queryKey: ['platform-job', id],
    queryFn: () => call(api.GET('/platform/jobs/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && ['completed', 'failed'].includes(state.data.status) ? false : 1_000),
    gcTime: 0,
  });
}

/**
 * The administrator's activation link, which the provisioning job shows to whoever looks first; null once it was
 * shown, or was sent by mail.
 */
export async function readActivationLink(jobId: string): Promise<string | null> {
  const { result } = await call(api.GET('/platform/jobs/{id}', { params: { path: { id: jobId } } }));
  const url = result?.activationUrl;
  return typeof url === 'string' ? url : null;
}

/** A new link; the one before stops working. @throws Problem once the administrator has a password */
export const renewActivationLink = async (slug: string): Promise<string> =>
  (await call(api.POST('/platform/tenants/{slug}/invite', of(slug)))).activationUrl;
