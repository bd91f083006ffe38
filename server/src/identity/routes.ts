import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import { anyone, signedIn, superadmin, visitor } from '../core/http/access.ts';
import { consoleContext, officeContext, visitedTenant } from '../core/http/context.ts';
import type { Actor } from '../core/rights/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import { accessTokenSeconds, signAccessToken } from './access-tokens.ts';
import { activate } from './activation.ts';
import { toActor } from './authenticators.ts';
import { type RefreshCookies, refuseForeignOrigin } from './cookies.ts';
import { ownAccountRoutes } from './own-account.ts';
import { identityProblems } from './problems.ts';
import { consoleRealm, officeRealm } from './realm.ts';
import { findLanguage, findSession, findSuperadmin } from './repository.ts';
import { activateBody, consoleLoginAnswer, loginAnswer, loginBody, meAnswer, officeAnswer } from './schema.ts';
import type { SessionFlow, SessionGrant } from './session-flow.ts';

export interface IdentityRouteDeps {
  tenancy: Tenancy;
  clock: Clock;
  flow: SessionFlow;
  cookies: RefreshCookies;
  /** Whether the person has an active signing key. */
  hasSigningKey(tenant: Tenant, personId: string): Promise<boolean>;
  demo: boolean;
}

const userAgentOf = (request: FastifyRequest): string | null => request.headers['user-agent'] ?? null;

/** The post a person acts from first: a held one before an acting one. */
const mainPosition = (actor: Actor) => actor.positions.find((p) => p.mode !== 'delegate') ?? null;

/** Signing in, staying in, leaving; who one is. */
export function identityRoutes(instance: FastifyInstance, deps: IdentityRouteDeps): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { tenancy, clock, flow, cookies } = deps;

  async function actorOf(tenant: Tenant & { timeZone: string }, sessionId: string): Promise<Actor> {
    const now = clock.now();
    const [row] = await tenancy.readTenant(tenant, (read) =>
      findSession(read, { id: sessionId, today: dateIn(tenant.timeZone, now), now: now.toISOString() }),
    );
    if (!row) throw problem(commonProblems.sessionEnded);
    return toActor(sessionId, row);
  }

  async function officeAnswerOf(request: FastifyRequest, reply: FastifyReply, grant: SessionGrant) {
    const tenant = visitedTenant(request);
    if (grant.refreshToken !== null) cookies.write(reply, tenant.slug, grant.refreshToken);
    const actor = await actorOf(tenant, grant.sessionId);
    const main = mainPosition(actor);
    return {
      accessToken: signAccessToken(instance, 'office', { sub: grant.ownerId, sid: grant.sessionId, aud: tenant.slug }),
      expiresIn: accessTokenSeconds,
      user: {
        id: actor.personId,
        name: actor.name,
        roles: [...actor.roles],
        unitId: main?.unitId ?? null,
        positionId: main?.id ?? null,
      },
    };
  }

  async function consoleAnswerOf(reply: FastifyReply, grant: SessionGrant) {
    if (grant.refreshToken !== null) cookies.write(reply, 'platform', grant.refreshToken);
    const account = await tenancy.readPlatform((read) => findSuperadmin(read, grant.ownerId));
    return {
      accessToken: signAccessToken(instance, 'console', { sub: grant.ownerId, sid: grant.sessionId, aud: 'platform' }),
      expiresIn: accessTokenSeconds,
      user: { ...account, roles: ['superadmin'] },
    };
  }

  const presented = (request: FastifyRequest, audience: string): string => {
    refuseForeignOrigin(request);
    const token = cookies.read(request, audience);
    if (token === null) throw problem(identityProblems.refreshInvalid, { detail: 'Silakan masuk lagi.' });
    return token;
  };

  app.post(
    '/auth/login',
    { config: { access: visitor }, schema: { tags: ['identity'], body: loginBody, response: { 200: loginAnswer } } },
    async (request, reply) => {
      const realm = officeRealm(tenancy, visitedTenant(request));
      return officeAnswerOf(request, reply, await flow.signIn(realm, request.body, userAgentOf(request)));
    },
  );
  app.post(
    '/auth/refresh',
    { config: { access: visitor }, schema: { tags: ['identity'], response: { 200: loginAnswer } } },
    async (request, reply) => {
      const tenant = visitedTenant(request);
      const token = presented(request, tenant.slug);
      return officeAnswerOf(request, reply, await flow.refresh(officeRealm(tenancy, tenant), token));
    },
  );
  app.post(
    '/auth/logout',
    { config: { access: visitor }, schema: { tags: ['identity'], response: { 204: z.null() } } },
    async (request, reply) => {
      const tenant = visitedTenant(request);
      refuseForeignOrigin(request);
      const token = cookies.read(request, tenant.slug);
      if (token !== null) await flow.end(officeRealm(tenancy, tenant), token);
      cookies.clear(reply, tenant.slug);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/auth/activate',
    {
      config: { access: visitor },
      schema: { tags: ['identity'], body: activateBody, response: { 200: z.object({ username: z.string() }) } },
    },
    async (request) => activate({ tenancy, clock }, visitedTenant(request), request.body),
  );
  app.get(
    '/me',
    { config: { access: signedIn }, schema: { tags: ['identity'], response: { 200: meAnswer } } },
    async (request) => {
      const { tenant, actor } = officeContext(request);
      const main = mainPosition(actor);
      const [hasSigningKey, language] = await Promise.all([
        deps.hasSigningKey(tenant, actor.personId),
        tenancy.readTenant(tenant, (read) => findLanguage(read, actor.personId)),
      ]);
      return {
        id: actor.personId,
        name: actor.name,
        username: actor.username,
        roles: [...actor.roles],
        unitId: main?.unitId ?? null,
        positionId: main?.id ?? null,
        positions: actor.positions.map(({ id, unitId, title, kind, mode }) => ({ id, unitId, title, kind, mode })),
        permissions: [...actor.permissions],
        hasSigningKey,
        language,
      };
    },
  );
  ownAccountRoutes(instance, { tenancy, clock, flow });
  app.get(
    '/office',
    { config: { access: anyone }, schema: { tags: ['identity'], response: { 200: officeAnswer } } },
    async (request) => {
      const { tenant } = request;
      if (!tenant) {
        return {
          slug: null,
          name: 'Madangan',
          kind: null,
          accent: null,
          markSvg: null,
          timeZone: 'Asia/Jakarta',
          demo: deps.demo,
        };
      }
      const { slug, name, kind, accent, markSvg, timeZone, demo } = tenant;
      return { slug, name, kind, accent, markSvg, timeZone, demo };
    },
  );

  app.post(
    '/platform/auth/login',
    {
      config: { access: anyone },
      schema: { tags: ['platform'], body: loginBody, response: { 200: consoleLoginAnswer } },
    },
    async (request, reply) =>
      consoleAnswerOf(reply, await flow.signIn(consoleRealm(tenancy), request.body, userAgentOf(request))),
  );
  app.post(
    '/platform/auth/refresh',
    { config: { access: anyone }, schema: { tags: ['platform'], response: { 200: consoleLoginAnswer } } },
    async (request, reply) =>
      consoleAnswerOf(reply, await flow.refresh(consoleRealm(tenancy), presented(request, 'platform'))),
  );
  app.post(
    '/platform/auth/logout',
    { config: { access: anyone }, schema: { tags: ['platform'], response: { 204: z.null() } } },
    async (request, reply) => {
      refuseForeignOrigin(request);
      const token = cookies.read(request, 'platform');
      if (token !== null) await flow.end(consoleRealm(tenancy), token);
      cookies.clear(reply, 'platform');
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/platform/me',
    {
      config: { access: superadmin },
      schema: {
        tags: ['platform'],
        response: { 200: z.object({ id: z.uuid(), name: z.string(), username: z.string() }) },
      },
    },
    async (request) => {
      const { actor } = consoleContext(request);
      return { id: actor.superadminId, name: actor.name, username: actor.username };
    },
  );
}
