import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { commonProblems, problem } from '../errors.ts';
import type { OfficeContext } from './context.ts';
import { officeContext } from './context.ts';

/** What was answered to a key before. `answer` is null while the first request still runs. */
export interface KeptAnswer {
  requestHash: Buffer;
  answer: { status: number; body: unknown } | null;
}

/** Keeps answers per regency and person; implemented over the regency's own table. */
export interface IdempotencyStore {
  /** Claims the key, or returns what it already holds. A claim left by a crash may be taken over after a minute. */
  claim(ctx: OfficeContext, key: string, requestHash: Buffer): Promise<KeptAnswer | 'claimed'>;
  keep(ctx: OfficeContext, key: string, status: number, body: unknown): Promise<void>;
  release(ctx: OfficeContext, key: string): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    claimedKey: string | null;
  }
  interface FastifyInstance {
    /**
     * Asks the idempotency key of a multipart request, once its parts are read: only then is known what it says.
     * @param digest the same for the same fields and files
     * @returns true when the answer was given before and has been sent again: there is nothing more to do
     * @throws idempotency_mismatch, idempotency_busy
     */
    claimUpload(request: FastifyRequest, reply: FastifyReply, digest: string): Promise<boolean>;
  }
}

const keyOf = (request: FastifyRequest): string | null => {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' && header.length > 0 && header.length <= 200 ? header : null;
};

async function replay(reply: FastifyReply, kept: KeptAnswer, requestHash: Buffer): Promise<FastifyReply> {
  if (!kept.requestHash.equals(requestHash)) throw problem(commonProblems.idempotencyMismatch);
  if (!kept.answer) throw problem(commonProblems.idempotencyBusy, { retryAfterSeconds: 1 });
  return reply
    .code(kept.answer.status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('idempotent-replay', 'true')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(kept.answer.body);
}

/** What is kept of an answer: all but what is shown once, since that is a secret. */
function keptBody(payload: string | null, shownOnce: readonly string[] = []): unknown {
  if (payload === null) return null;
  const body: unknown = JSON.parse(payload);
  if (shownOnce.length === 0 || typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, shownOnce.includes(name) ? null : value]),
  );
}

/**
 * Same key and body, same answer again; another body is 422 (contract.md). Only successful answers are kept: an
 * error changed nothing, so trying again is right. The body is kept as a keyed hash, since it may hold a passphrase.
 */
export function registerIdempotency(app: FastifyInstance, deps: { store: IdempotencyStore; hashKey: Buffer }): void {
  app.decorateRequest('claimedKey', null);

  /** @returns the reply when this answer was given before, else null */
  async function claim(request: FastifyRequest, reply: FastifyReply, content: string): Promise<FastifyReply | null> {
    const key = keyOf(request);
    if (key === null || request.method !== 'POST' || !request.officeActor) return null;
    const requestHash = createHmac('sha256', deps.hashKey)
      .update(`${request.routeOptions.url ?? ''}\n${request.url}\n${content}`)
      .digest();
    const claimed = await deps.store.claim(officeContext(request), key, requestHash);
    if (claimed !== 'claimed') return replay(reply, claimed, requestHash);
    request.claimedKey = key;
    return null;
  }

  app.addHook('preHandler', async (request, reply) => {
    if (request.isMultipart()) return;
    const replayed = await claim(request, reply, JSON.stringify(request.body ?? null));
    if (replayed) return replayed;
  });

  app.decorate('claimUpload', async (request: FastifyRequest, reply: FastifyReply, digest: string) => {
    return (await claim(request, reply, digest)) !== null;
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const key = request.claimedKey;
    if (!key) return payload;
    const ctx = officeContext(request);
    if (reply.statusCode >= 200 && reply.statusCode < 300 && (typeof payload === 'string' || payload === null)) {
      await deps.store.keep(ctx, key, reply.statusCode, keptBody(payload, request.routeOptions.config.shownOnce));
    } else {
      await deps.store.release(ctx, key);
    }
    return payload;
  });
}
