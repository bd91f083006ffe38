import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { needs } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  adoptAnswer,
  catalogueAnswer,
  catalogueQuery,
  idParams,
  offerAnswer,
  shareAnswer,
  shareBody,
} from './schema.ts';
import type { CatalogueService } from './service.ts';

const tags = ['catalogue'];
const params = idParams;

/** What partners share, and sharing with them. */
export function catalogueRoutes(instance: FastifyInstance, service: CatalogueService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const reading = { access: needs('catalogue.read') };

  app.get(
    '/catalogue',
    { config: reading, schema: { tags, querystring: catalogueQuery, response: { 200: catalogueAnswer } } },
    (request) => service.list(officeContext(request), request.query),
  );
  app.get('/catalogue/:id', { config: reading, schema: { tags, params, response: { 200: offerAnswer } } }, (request) =>
    service.get(officeContext(request), request.params.id),
  );
  app.post(
    '/catalogue/:id/adopt',
    { config: { access: needs('catalogue.adopt') }, schema: { tags, params, response: { 201: adoptAnswer } } },
    async (request, reply) => reply.code(201).send(await service.adopt(officeContext(request), request.params.id)),
  );
  app.post(
    '/catalogue/:id/withdraw',
    { config: { access: needs('templates.manage') }, schema: { tags, params, response: { 200: offerAnswer } } },
    (request) => service.withdraw(officeContext(request), request.params.id),
  );
  app.post(
    '/templates/:id/share',
    {
      config: { access: needs('templates.manage') },
      schema: { tags, params, body: shareBody, response: { 201: shareAnswer } },
    },
    async (request, reply) =>
      reply.code(201).send(await service.share(officeContext(request), request.params.id, request.body)),
  );
}
