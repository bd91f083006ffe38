import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  createSavedSearchBody,
  orderSavedSearchesBody,
  type SavedSearchService,
  savedSearchAnswer,
  savedSearchesAnswer,
  updateSavedSearchBody,
} from './saved-searches.ts';

const params = z.object({ id: z.uuid() });
const tags = ['search'];
const config = { access: signedIn };

/** Searches kept under a name. */
export function savedSearchRoutes(instance: FastifyInstance, service: SavedSearchService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get('/saved-searches', { config, schema: { tags, response: { 200: savedSearchesAnswer } } }, (request) =>
    service.list(officeContext(request)),
  );
  app.post(
    '/saved-searches',
    { config, schema: { tags, body: createSavedSearchBody, response: { 201: savedSearchAnswer } } },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.put(
    '/saved-searches/order',
    { config, schema: { tags, body: orderSavedSearchesBody, response: { 200: savedSearchesAnswer } } },
    (request) => service.order(officeContext(request), request.body.ids),
  );
  app.patch(
    '/saved-searches/:id',
    { config, schema: { tags, params, body: updateSavedSearchBody, response: { 200: savedSearchAnswer } } },
    (request) => service.update(officeContext(request), request.params.id, request.body),
  );
  app.delete(
    '/saved-searches/:id',
    { config, schema: { tags, params, response: { 204: z.null() } } },
    async (request, reply) => {
      await service.remove(officeContext(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
