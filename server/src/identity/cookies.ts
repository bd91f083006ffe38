import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../core/errors.ts';
import { identityProblems } from './problems.ts';
import { sessionHours } from './session-flow.ts';

/** Host-only, with the prefix that browsers enforce under https; named after the regency it is bound to. */
const nameOf = (audience: string, secure: boolean): string => `${secure ? '__Host-' : ''}madangan-${audience}`;

export interface RefreshCookies {
  read(request: FastifyRequest, audience: string): string | null;
  write(reply: FastifyReply, audience: string, token: string): void;
  clear(reply: FastifyReply, audience: string): void;
}

export function createRefreshCookies(secure: boolean): RefreshCookies {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: (request, audience) => request.cookies[nameOf(audience, secure)] ?? null,
    write: (reply, audience, token) =>
      void reply.setCookie(nameOf(audience, secure), token, { ...options, maxAge: sessionHours * 3600 }),
    clear: (reply, audience) => void reply.clearCookie(nameOf(audience, secure), options),
  };
}

/**
 * Sibling subdomains count as the same site, so SameSite alone does not keep one regency's page from another's
 * session: an Origin whose host and port differ from the request's Host is refused.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  if (host !== request.host) throw problem(identityProblems.foreignOrigin);
}
