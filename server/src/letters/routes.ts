import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  approveBody,
  cancelBody,
  chainAnswer,
  createLetterBody,
  letterAnswer,
  letterCountAnswer,
  letterCountQuery,
  letterPage,
  letterQuery,
  previewAnswer,
  previewBody,
  readingsAnswer,
  readingsQuery,
  returnBody,
  submitBody,
  updateLetterBody,
  versionAnswer,
  withdrawBody,
  workListsAnswer,
} from './schema.ts';
import type { LetterService } from './service.ts';

const params = z.object({ id: z.uuid() });
const tags = ['letters'];
const response = { 200: letterAnswer };

/** Drafting, the approval chain, boxes and reading. Signing, sending and what comes in are other capabilities' routes. */
export function letterRoutes(instance: FastifyInstance, service: LetterService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const reads = { access: signedIn };
  const drafts = { access: needs('letters.draft') };
  const acts = { access: needs('letters.act') };

  app.get(
    '/letters',
    { config: reads, schema: { tags, querystring: letterQuery, response: { 200: letterPage } } },
    (request) => service.list(officeContext(request), request.query),
  );
  app.get(
    '/letters/count',
    { config: reads, schema: { tags, querystring: letterCountQuery, response: { 200: letterCountAnswer } } },
    (request) => service.count(officeContext(request), request.query),
  );
  app.get('/worklists', { config: reads, schema: { tags, response: { 200: workListsAnswer } } }, (request) =>
    service.workLists(officeContext(request)),
  );
  app.get(
    '/letters/:id/readings',
    { config: reads, schema: { tags, params, querystring: readingsQuery, response: { 200: readingsAnswer } } },
    (request) => service.readings(officeContext(request), request.params.id, request.query),
  );
  app.post(
    '/letters',
    { config: drafts, schema: { tags, body: createLetterBody, response: { 201: letterAnswer } } },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.post(
    '/letters/preview',
    { config: drafts, schema: { tags, body: previewBody, response: { 200: previewAnswer } } },
    (request) => service.previewDraft(officeContext(request), request.body),
  );
  app.get('/letters/:id', { config: reads, schema: { tags, params, response } }, (request) =>
    service.get(officeContext(request), request.params.id),
  );
  app.patch('/letters/:id', { config: drafts, schema: { tags, params, body: updateLetterBody, response } }, (request) =>
    service.update(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/letters/:id/versions/:version',
    {
      config: reads,
      schema: {
        tags,
        params: params.extend({ version: z.coerce.number().int().positive() }),
        response: { 200: versionAnswer },
      },
    },
    (request) => service.getVersion(officeContext(request), request.params.id, request.params.version),
  );
  app.get(
    '/letters/:id/chain',
    { config: reads, schema: { tags, params, response: { 200: chainAnswer } } },
    (request) => service.suggestedChain(officeContext(request), request.params.id),
  );
  app.get(
    '/letters/:id/preview',
    { config: reads, schema: { tags, params, response: { 200: previewAnswer } } },
    (request) => service.preview(officeContext(request), request.params.id),
  );
  app.post('/letters/:id/submit', { config: drafts, schema: { tags, params, body: submitBody, response } }, (request) =>
    service.submit(officeContext(request), request.params.id, request.body ?? {}),
  );
  app.post('/letters/:id/approve', { config: acts, schema: { tags, params, body: approveBody, response } }, (request) =>
    service.approve(officeContext(request), request.params.id, request.body ?? {}),
  );
  app.post('/letters/:id/return', { config: acts, schema: { tags, params, body: returnBody, response } }, (request) =>
    service.return(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/letters/:id/withdraw',
    { config: drafts, schema: { tags, params, body: withdrawBody, response } },
    (request) => service.withdraw(officeContext(request), request.params.id, request.body ?? {}),
  );
  app.post('/letters/:id/cancel', { config: drafts, schema: { tags, params, body: cancelBody, response } }, (request) =>
    service.cancel(officeContext(request), request.params.id, request.body ?? {}),
  );
  // The same act for clients that think in resources; the letter stays, cancelled.
  app.delete('/letters/:id', { config: drafts, schema: { tags, params, response } }, (request) =>
    service.cancel(officeContext(request), request.params.id, {}),
  );
}
