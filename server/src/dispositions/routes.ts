import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  cancelBody,
  completeBody,
  createdAnswer,
  disposeBody,
  dispositionAnswer,
  listPage,
  listQuery,
  reportBody,
  suggestionAnswer,
  suggestionQuery,
  treeAnswer,
} from './schema.ts';
import type { DispositionService } from './service.ts';

const tags = ['dispositions'];
const params = z.object({ id: z.uuid() });
const response = { 200: dispositionAnswer };

/** Dispositions of letters. Who may act is asked of each letter, by the service. */
export function dispositionRoutes(instance: FastifyInstance, service: DispositionService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const reads = { access: signedIn };
  const acts = { access: needs('letters.act') };

  app.post(
    '/letters/:id/dispositions',
    { config: acts, schema: { tags, params, body: disposeBody, response: { 201: createdAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await service.dispose(officeContext(request), request.params.id, request.body)),
  );
  app.get(
    '/letters/:id/dispositions',
    { config: reads, schema: { tags, params, response: { 200: treeAnswer } } },
    (request) => service.tree(officeContext(request), request.params.id),
  );
  app.get(
    '/dispositions',
    { config: reads, schema: { tags, querystring: listQuery, response: { 200: listPage } } },
    (request) => service.list(officeContext(request), request.query),
  );
  app.get(
    '/dispositions/suggestions',
    { config: reads, schema: { tags, querystring: suggestionQuery, response: { 200: suggestionAnswer } } },
    (request) => service.suggestions(officeContext(request), request.query),
  );
  app.get('/dispositions/:id', { config: reads, schema: { tags, params, response } }, (request) =>
    service.get(officeContext(request), request.params.id),
  );
  app.post('/dispositions/:id/read', { config: acts, schema: { tags, params, response } }, (request) =>
    service.read(officeContext(request), request.params.id),
  );
  app.post(
    '/dispositions/:id/complete',
    { config: acts, schema: { tags, params, body: completeBody, response } },
    (request) => service.complete(officeContext(request), request.params.id, request.body.report),
  );
  app.post(
    '/dispositions/:id/reports',
    { config: acts, schema: { tags, params, body: reportBody, response: { 201: dispositionAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await service.report(officeContext(request), request.params.id, request.body.text)),
  );
  app.post(
    '/dispositions/:id/cancel',
    { config: acts, schema: { tags, params, body: cancelBody, response } },
    (request) => service.cancel(officeContext(request), request.params.id, request.body?.reason ?? null),
  );
}
