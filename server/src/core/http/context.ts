import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Actor } from '../rights/index.ts';

/** A regency as requests see it. */
export interface OfficeTenant {
  slug: string;
  role: string;
  name: string;
  regionCode: string;
  kind: 'kabupaten' | 'kota';
  timeZone: string;
  status: 'pending' | 'provisioning' | 'active' | 'suspended' | 'failed' | 'removing' | 'removed';
  demo: boolean;
  accent: string | null;
  markSvg: string | null;
}

/** What a use case of a regency gets: whose office, who acts, and where to log. */
export interface OfficeContext {
  tenant: OfficeTenant;
  actor: Actor;
  requestId: string;
  log: FastifyBaseLogger;
}

export interface ConsoleActor {
  superadminId: string;
  sessionId: string;
  username: string;
  name: string;
}

/** What a use case of the console gets. */
export interface ConsoleContext {
  actor: ConsoleActor;
  requestId: string;
  log: FastifyBaseLogger;
}

declare module 'fastify' {
  interface FastifyRequest {
    tenant: OfficeTenant | null;
    officeActor: Actor | null;
    consoleActor: ConsoleActor | null;
    /** When the access token ends; live streams end with it. */
    tokenExpiresAt: Date | null;
  }
}

/** The context of an office route. @throws Error on a route that is not declared so (a programmer's error). */
export function officeContext(request: FastifyRequest): OfficeContext {
  if (!request.tenant || !request.officeActor) throw new Error('not an office route');
  return { tenant: request.tenant, actor: request.officeActor, requestId: request.id, log: request.log };
}

/** The regency of a route open to visitors. @throws Error when the route does not demand one. */
export function visitedTenant(request: FastifyRequest): OfficeTenant {
  if (!request.tenant) throw new Error('route does not demand a tenant');
  return request.tenant;
}

/** The context of a console route. */
export function consoleContext(request: FastifyRequest): ConsoleContext {
  if (!request.consoleActor) throw new Error('not a console route');
  return { actor: request.consoleActor, requestId: request.id, log: request.log };
}
