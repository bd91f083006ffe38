import fastifyJwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';
import { commonProblems, problem } from '../core/errors.ts';
import type { Secrets } from '../core/secrets/index.ts';

export const accessTokenSeconds = 600;

export interface AccessClaims {
  /** Person or superadmin. */
  sub: string;
  /** Session. */
  sid: string;
  /** The regency's slug, or `platform`. */
  aud: string;
}

type Realm = 'office' | 'console';

declare module '@fastify/jwt' {
  interface FastifyJWT {
    namespaces: Realm;
    payload: AccessClaims;
    user: AccessClaims & { exp: number };
  }
}

/** Separate keys for regencies and console; HS256 only. */
export async function registerAccessTokens(app: FastifyInstance, secrets: Secrets): Promise<void> {
  for (const namespace of ['office', 'console'] as const) {
    await app.register(fastifyJwt, {
      secret: secrets.key(`access-tokens-${namespace}`).toString('base64'),
      namespace,
      sign: { algorithm: 'HS256', expiresIn: accessTokenSeconds },
      // A token's signature is checked once and remembered; its age is checked at each request, and so is its session.
      verify: { algorithms: ['HS256'], requiredClaims: ['sub', 'sid', 'aud', 'exp'], cache: 2000 },
    });
  }
}

export const signAccessToken = (app: FastifyInstance, realm: Realm, claims: AccessClaims): string =>
  app.jwt[realm].sign(claims);

const isExpired = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FAST_JWT_EXPIRED';

/**
 * Checks a token's signature, age and audience.
 * @throws unauthenticated, token_expired, foreign_token (a genuine token of another regency)
 */
export function readAccessToken(
  app: FastifyInstance,
  realm: Realm,
  token: string,
  audience: string,
): AccessClaims & { exp: number } {
  let claims: AccessClaims & { exp: number };
  try {
    claims = app.jwt[realm].verify<AccessClaims & { exp: number }>(token);
  } catch (error) {
    if (isExpired(error)) throw problem(commonProblems.tokenExpired, { detail: 'Silakan masuk lagi.' });
    throw problem(commonProblems.unauthenticated, { detail: 'Token tidak dikenal. Silakan masuk lagi.' });
  }
  if (claims.aud !== audience) throw problem(commonProblems.foreignToken);
  return claims;
}
