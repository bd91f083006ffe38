import type { FastifyInstance, FastifyRequest } from 'fastify';
import { commonProblems, problem } from '../errors.ts';
import type { OfficeTenant } from './context.ts';

/** Finds a regency by its slug, or null; answers from the control plane. */
export type FindTenant = (slug: string) => Promise<OfficeTenant | null>;

const slugPattern = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/;
const addressPattern = /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/;

/**
 * The regency a Host header names: a single label directly before the public host. That host itself, IP addresses
 * and `localhost` name none.
 * @returns the label, `null` for none, `undefined` for a host that is neither (an unknown name).
 */
function tenantLabel(host: string, publicHost: string): string | null | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (name === publicHost || name === 'localhost' || addressPattern.test(name)) return null;
  if (!name.endsWith(`.${publicHost}`)) return undefined;
  const label = name.slice(0, -publicHost.length - 1);
  return label.includes('.') ? undefined : label;
}

/**
 * Which regency the request is for, from the address or the `x-tenant` header.
 * @throws tenant_conflict when both are present and differ.
 */
export function requestedSlug(request: FastifyRequest, publicHost: string): string | null {
  const label = tenantLabel(request.host, publicHost) ?? null;
  const header = request.headers['x-tenant'];
  const named = typeof header === 'string' && header !== '' ? header : null;
  if (label !== null && named !== null && label !== named) throw problem(commonProblems.tenantConflict);
  return label ?? named;
}

/**
 * Resolves a request's regency.
 * @throws tenant_unknown for one that is not (or no longer) there, tenant_suspended for one that is suspended.
 */
export async function resolveTenant(slug: string, find: FindTenant): Promise<OfficeTenant> {
  const tenant = slugPattern.test(slug) ? await find(slug) : null;
  if (tenant?.status === 'suspended') throw problem(commonProblems.tenantSuspended);
  if (tenant?.status !== 'active') throw problem(commonProblems.tenantUnknown);
  return tenant;
}

interface CacheEntry {
  tenant: OfficeTenant;
  expiresAt: number;
}

/**
 * Remembers regencies' rows for a moment: only what routing needs, keyed by slug, never anything of an office.
 * A suspension therefore works within `seconds` in every process, at once where `forget` is called.
 */
export function cachedFindTenant(find: FindTenant, seconds: number): FindTenant & { forget(slug: string): void } {
  const cache = new Map<string, CacheEntry>();
  const cached = async (slug: string) => {
    const entry = cache.get(slug);
    if (entry && entry.expiresAt > Date.now()) return entry.tenant;
    const tenant = await find(slug);
    // Nobody waits for a regency that just opened: only one that is open (or closed on purpose) is remembered.
    if (tenant?.status !== 'active' && tenant?.status !== 'suspended') return tenant;
    if (cache.size > 2000) cache.clear();
    cache.set(slug, { tenant, expiresAt: Date.now() + seconds * 1000 });
    return tenant;
  };
  return Object.assign(cached, { forget: (slug: string) => void cache.delete(slug) });
}

/** Decorates requests with the places the hooks fill. */
export function decorateContext(app: FastifyInstance): void {
  app.decorateRequest('tenant', null);
  app.decorateRequest('officeActor', null);
  app.decorateRequest('consoleActor', null);
  app.decorateRequest('tokenExpiresAt', null);
}
