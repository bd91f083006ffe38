import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import * as schema from './schema.ts';
import type { NumberingService } from './service.ts';

const tags = ['numbering'];
const params = z.object({ id: z.uuid() });

/** How letters are numbered, numbers reserved ahead, and the agenda books. */
export function numberingRoutes(instance: FastifyInstance, service: NumberingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  patternRoutes(app, service);
  reservationRoutes(app, service);
  bookRoutes(app, service);

  const response = { 200: schema.letterNumberAnswer };
  app.get('/letters/:id/number', { config: { access: signedIn }, schema: { tags, params, response } }, (request) =>
    service.choices.get(officeContext(request), request.params.id),
  );
  app.put(
    '/letters/:id/number',
    { config: { access: needs('numbers.reserve') }, schema: { tags, params, body: schema.choiceBody, response } },
    (request) => service.choices.choose(officeContext(request), request.params.id, request.body),
  );
  app.delete(
    '/letters/:id/number',
    { config: { access: needs('numbers.reserve') }, schema: { tags, params, response } },
    (request) => service.choices.forget(officeContext(request), request.params.id),
  );
}

function patternRoutes(instance: FastifyInstance, { patterns }: NumberingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: needs('settings.manage') };
  const response = { 200: schema.patternsAnswer };
  app.get('/number-patterns', { config, schema: { tags, response } }, (request) =>
    patterns.list(officeContext(request)),
  );
  app.post(
    '/number-patterns',
    { config, schema: { tags, body: schema.patternBody, response: { 201: schema.patternsAnswer } } },
    async (request, reply) => reply.code(201).send(await patterns.create(officeContext(request), request.body)),
  );
  app.post(
    '/number-patterns/sample',
    { config, schema: { tags, body: schema.patternBody, response: { 200: schema.sampleAnswer } } },
    (request) => patterns.sample(officeContext(request), request.body),
  );
  app.put('/number-patterns/:id', { config, schema: { tags, params, body: schema.patternBody, response } }, (request) =>
    patterns.update(officeContext(request), request.params.id, request.body),
  );
  app.delete('/number-patterns/:id', { config, schema: { tags, params, response } }, (request) =>
    patterns.remove(officeContext(request), request.params.id),
  );
}

function reservationRoutes(instance: FastifyInstance, { reservations }: NumberingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: needs('numbers.reserve') };
  app.get(
    '/number-reservations',
    {
      config,
      schema: {
        tags,
        querystring: z.object({ type: z.string().max(60).optional() }),
        response: { 200: schema.reservationsAnswer },
      },
    },
    (request) => reservations.list(officeContext(request), request.query),
  );
  app.post(
    '/number-reservations',
    { config, schema: { tags, body: schema.reserveBody, response: { 201: schema.reservationsAnswer } } },
    async (request, reply) => reply.code(201).send(await reservations.reserve(officeContext(request), request.body)),
  );
  app.post(
    '/number-reservations/:id/release',
    { config, schema: { tags, params, body: schema.releaseBody, response: { 200: schema.reservationsAnswer } } },
    (request) => reservations.release(officeContext(request), request.params.id, request.body.reason),
  );
}

function bookRoutes(instance: FastifyInstance, { books }: NumberingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: needs('numbers.read') };
  app.get(
    '/number-series',
    { config, schema: { tags, querystring: schema.yearQuery, response: { 200: schema.seriesAnswer } } },
    (request) => books.series(officeContext(request), request.query.year),
  );
  app.get(
    '/number-series/:id/numbers',
    { config, schema: { tags, params, querystring: schema.bookQuery, response: { 200: schema.numberBookPage } } },
    (request) => books.numbers(officeContext(request), request.params.id, request.query),
  );
  app.get('/agenda-books', { config, schema: { tags, response: { 200: schema.agendaBooksAnswer } } }, (request) =>
    books.agendaBooks(officeContext(request)),
  );
  app.get(
    '/agenda-entries',
    { config, schema: { tags, querystring: schema.agendaQuery, response: { 200: schema.agendaBookPage } } },
    (request) => books.agenda(officeContext(request), request.query),
  );
}
