import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { needs } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  adoptAnswer,
  answerBody,
  catalogueAnswer,
  catalogueQuery,
  idParams,
  mergeAnswer,
  mergeBody,
  offerAnswer,
  questionBody,
  ratingBody,
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
  app.get(
    '/catalogue/:id/merge',
    {
      config: { access: needs('catalogue.adopt') },
      schema: {
        tags,
        params,
        description: 'A newer version beside our copy of an older one: what comes together, and what both changed.',
        response: { 200: mergeAnswer },
      },
    },
    (request) => service.compare(officeContext(request), request.params.id),
  );
  app.post(
    '/catalogue/:id/merge',
    {
      config: { access: needs('catalogue.adopt') },
      schema: { tags, params, body: mergeBody, response: { 201: adoptAnswer } },
    },
    async (request, reply) =>
      reply.code(201).send(await service.merge(officeContext(request), request.params.id, request.body)),
  );
  app.put(
    '/catalogue/:id/rating',
    {
      config: { access: needs('catalogue.adopt') },
      schema: { tags, params, body: ratingBody, response: { 200: offerAnswer } },
    },
    (request) => service.rate(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/catalogue/:id/questions',
    { config: reading, schema: { tags, params, body: questionBody, response: { 201: offerAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await service.ask(officeContext(request), request.params.id, request.body.text)),
  );
  app.post(
    '/catalogue/:id/answers',
    { config: reading, schema: { tags, params, body: answerBody, response: { 201: offerAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await service.answer(officeContext(request), request.params.id, request.body)),
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
