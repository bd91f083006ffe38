import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface RefreshToken {
  sessionId: string;
  /** What the database keeps: never the token itself. */
  hash: Buffer;
}

const macOf = (key: Buffer, audience: string, rest: string): string =>
  createHmac('sha256', key).update(`${audience}\n${rest}`).digest('base64url');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * A refresh token names its session and carries a mark bound to the regency (`audience`), so that one of our own that
 * comes a second time can be told from a forged one: only the former ends the session's family.
 */
export function issueRefreshToken(key: Buffer, audience: string, sessionId: string): { token: string; hash: Buffer } {
  const rest = `${sessionId}.${randomBytes(32).toString('base64url')}`;
  const token = `${rest}.${macOf(key, audience, rest)}`;
  return { token, hash: hashOf(token) };
}

/** The session a genuine token belongs to, or null for anything not issued here for this audience. */
export function readRefreshToken(key: Buffer, audience: string, token: string): RefreshToken | null {
  const parts = token.split('.');
  const [sessionId, secret, mac] = parts;
  if (parts.length !== 3 || !sessionId || !secret || !mac) return null;
  const expected = Buffer.from(macOf(key, audience, `${sessionId}.${secret}`));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { sessionId, hash: hashOf(token) };
}
