import createClient from 'openapi-fetch';
import type { paths } from './api-types.ts';
import { Problem, toProblem } from './problem.ts';
import { getSession, type Realm, realmOf, type SessionUser, setSession } from './session.ts';

export const apiBase = '/api/v1';

let refreshing: Promise<boolean> | null = null;

/**
 * A new access token by the httpOnly cookie. Several callers share one request: a refresh token used twice would end
 * the whole family. Answers whether there is a session now.
 */
export function refreshSession(realm: Realm = realmOf(location.pathname)): Promise<boolean> {
  refreshing ??= askForToken(realm).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function askForToken(realm: Realm): Promise<boolean> {
  const path = realm === 'platform' ? '/platform/auth/refresh' : '/auth/refresh';
  const response = await fetch(`${apiBase}${path}`, { method: 'POST', credentials: 'same-origin' });
  if (!response.ok) {
    // Only a refusal ends the session; an overloaded server does not sign anyone out.
    if (response.status === 429 || response.status >= 500) throw toProblem(response, await readJson(response));
    setSession(null);
    return false;
  }
  const body = (await response.json()) as { accessToken: string; user: SessionUser };
  setSession({ realm, accessToken: body.accessToken, user: body.user });
  return true;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function withToken(request: Request): Request {
  const session = getSession();
  if (session) request.headers.set('authorization', `Bearer ${session.accessToken}`);
  return request;
}

/** `fetch` with the access token; on 401 one refresh and one more try. The second 401 is the caller's. */
export async function authorizedFetch(input: Request | string, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const again = request.clone();
  const hadToken = getSession() !== null;
  const response = await fetch(withToken(request));
  if (response.status !== 401 || !hadToken) return response;
  if (!(await refreshSession())) return response;
  return fetch(withToken(again));
}

/** Every path of the API, below its base. */
export type Paths = paths;
type JsonOf<R> = R extends { content: { 'application/json': infer B } } ? B : never;
type Success<R> = R extends { 200: infer S }
  ? S
  : R extends { 201: infer S }
    ? S
    : R extends { 202: infer S }
      ? S
      : never;

/** What a path answers: `Answer<'/office'>`, `Answer<'/agreements', 'post'>`. */
export type Answer<P extends keyof Paths, M extends keyof Paths[P] = 'get' & keyof Paths[P]> = Paths[P][M] extends {
  responses: infer R;
}
  ? JsonOf<Success<R>>
  : never;

/** What a path takes: `Body<'/signups', 'post'>`. */
export type Body<P extends keyof Paths, M extends keyof Paths[P]> = Paths[P][M] extends { requestBody?: infer B }
  ? JsonOf<NonNullable<B>>
  : never;

/** The typed client over the server's OpenAPI. Wrap a call in `call` to get data or a thrown `Problem`. */
export const api = createClient<Paths>({ baseUrl: apiBase, fetch: authorizedFetch });

/**
 * The data of a call, or a thrown {@link Problem}: `const me = await call(api.GET('/me'))`.
 * @throws Problem, with code `network` when the line is down.
 */
export async function call<T>(pending: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result: { data?: T; error?: unknown; response: Response };
  try {
    result = await pending;
  } catch (error) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new Problem({ status: 0, code: 'network' });
  }
  if (!result.response.ok) throw toProblem(result.response, result.error);
  return result.data as T;
}

/** A key for the `idempotency-key` header: the same key on every retry of one act. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
