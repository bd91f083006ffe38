import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { commonProblems, problem } from '../errors.ts';
import type { Actor } from '../rights/index.ts';
import type { ConsoleActor, OfficeTenant } from './context.ts';
import { decorateContext, type FindTenant, requestedSlug, resolveTenant } from './tenant.ts';

/** What the identity capability supplies: who a token belongs to, with the session checked on each request. */
export interface Authenticators {
  /** @throws unauthenticated, token_expired, foreign_token, session_ended */
  office(tenant: OfficeTenant, token: string): Promise<{ actor: Actor; expiresAt: Date }>;
  /** @throws unauthenticated, token_expired, session_ended */
  console(token: string): Promise<{ actor: ConsoleActor; expiresAt: Date }>;
}

interface Deps {
  publicHost: string;
  findTenant: FindTenant;
  authenticate: Authenticators;
}

/** The bearer token of a request. @throws unauthenticated without one. */
function bearerToken(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (!header?.startsWith('Bearer '))
    throw problem(commonProblems.unauthenticated, { detail: 'Silakan masuk dahulu.' });
  return header.slice('Bearer '.length);
}

async function admit(request: FastifyRequest, deps: Deps): Promise<void> {
  const access = request.routeOptions.config.access;
  if (!access) return;
  if (access.kind === 'console') {
    const { actor, expiresAt } = await deps.authenticate.console(bearerToken(request));
    request.consoleActor = actor;
    request.tokenExpiresAt = expiresAt;
    return;
  }
  const slug = requestedSlug(request, deps.publicHost);
  if (slug === null) {
    if (access.kind === 'public') return;
    throw problem(commonProblems.tenantRequired, {
      detail: 'Buka alamat daerah Anda, atau kirim x-tenant dengan nama pendek daerah.',
    });
  }
  const tenant = await resolveTenant(slug, deps.findTenant);
  request.tenant = tenant;
  if (access.kind !== 'office') return;
  const { actor, expiresAt } = await deps.authenticate.office(tenant, bearerToken(request));
  if (access.permission && !actor.permissions.has(access.permission)) throw problem(commonProblems.forbidden);
  request.officeActor = actor;
  request.tokenExpiresAt = expiresAt;
}

const securityOf = (route: RouteOptions): Record<string, string[]>[] => {
  const kind = route.config?.access?.kind;
  if (kind === 'office') return [{ officeToken: [] }];
  if (kind === 'console') return [{ consoleToken: [] }];
  return [];
};

/**
 * Puts the gate before every API route: tenant, then identity, then the coarse permission. A route that does not
 * declare its access stops the start.
 */
export function guardRoutes(app: FastifyInstance, deps: Deps): void {
  decorateContext(app);
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/v1')) return;
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} does not declare who may call it`);
    route.schema = { ...route.schema, security: securityOf(route) };
  });
  app.addHook('onRequest', (request) => admit(request, deps));
}
