import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { Authenticators } from '../core/http/guard-routes.ts';
import { type Actor, permissionsOf, rolesOf } from '../core/rights/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { readAccessToken } from './access-tokens.ts';
import { findSession, type SessionRow } from './repository.ts';
import { superadminSessions, superadmins } from './tables.ts';

const sessionEnded = () => problem(commonProblems.sessionEnded, { detail: 'Silakan masuk lagi.' });

type ActorRow = Pick<SessionRow, 'personId' | 'name' | 'username' | 'given' | 'positions'>;

/** The actor of a session's row: roles and permissions follow from the positions held today. */
export function toActor(sessionId: string, row: ActorRow): Actor {
  const roles = rolesOf(row.given, row.positions);
  const { personId, name, username, positions } = row;
  return { personId, sessionId, name, username, roles, positions, permissions: permissionsOf(roles) };
}

/** Tokens to people. The session's row is read on each request, so that a dismissal works at once. */
export function createAuthenticators(deps: { app: FastifyInstance; tenancy: Tenancy; clock: Clock }): Authenticators {
  const { app, tenancy, clock } = deps;
  return {
    async office(tenant, token) {
      const claims = readAccessToken(app, 'office', token, tenant.slug);
      const now = clock.now();
      const [row] = await tenancy.readTenant(tenant, (read) =>
        findSession(read, { id: claims.sid, today: dateIn(tenant.timeZone, now), now: now.toISOString() }),
      );
      if (!row || row.revokedAt !== null || row.expiresAt <= now || !row.active || row.personId !== claims.sub) {
        throw sessionEnded();
      }
      return { actor: toActor(claims.sid, row), expiresAt: new Date(claims.exp * 1000) };
    },
    async console(token) {
      const claims = readAccessToken(app, 'console', token, 'platform');
      const [row] = await tenancy.readPlatform((read) =>
        read
          .select({
            superadminId: superadmins.id,
            username: superadmins.username,
            name: superadmins.name,
            expiresAt: superadminSessions.expiresAt,
            revokedAt: superadminSessions.revokedAt,
          })
          .from(superadminSessions)
          .innerJoin(superadmins, eq(superadmins.id, superadminSessions.superadminId))
          .where(eq(superadminSessions.id, claims.sid))
          .limit(1),
      );
      if (!row || row.revokedAt !== null || row.expiresAt <= clock.now() || row.superadminId !== claims.sub) {
        throw sessionEnded();
      }
      const { superadminId, username, name } = row;
      return { actor: { superadminId, sessionId: claims.sid, username, name }, expiresAt: new Date(claims.exp * 1000) };
    },
  };
}
