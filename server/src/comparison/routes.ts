import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import * as planned from './plan-schema.ts';
import * as shapes from './schema.ts';
import type { ComparisonService } from './service.ts';

const tags = ['comparison'];
const params = z.object({ id: z.uuid() });
const read = { access: needs('comparison.read') };
const manage = { access: needs('indices.manage') };
const open = { access: signedIn };
const plan = { access: needs('adoptions.plan') };

function figureRoutes(instance: FastifyInstance, { figures, comparing, schemes }: ComparisonService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get('/index-schemes', { config: open, schema: { tags, response: { 200: shapes.schemesAnswer } } }, (request) =>
    schemes(officeContext(request).tenant),
  );
  app.get(
    '/index-figures',
    { config: read, schema: { tags, querystring: shapes.schemeQuery, response: { 200: shapes.figuresAnswer } } },
    (request) => figures.list(officeContext(request), request.query.scheme),
  );
  app.put(
    '/index-figures',
    { config: manage, schema: { tags, body: shapes.figuresBody, response: { 200: shapes.figuresYear } } },
    (request) => figures.save(officeContext(request), request.body),
  );
  app.post(
    '/index-figures/publish',
    { config: manage, schema: { tags, body: shapes.publishBody, response: { 200: shapes.figuresYear } } },
    (request) => figures.publish(officeContext(request), request.body),
  );
  app.post(
    '/index-figures/withdraw',
    { config: manage, schema: { tags, body: shapes.withdrawBody, response: { 200: shapes.figuresYear } } },
    (request) => figures.withdraw(officeContext(request), request.body),
  );
  app.get(
    '/comparison',
    { config: read, schema: { tags, querystring: shapes.comparisonQuery, response: { 200: shapes.comparisonAnswer } } },
    (request) => comparing.compare(officeContext(request), request.query),
  );
  app.get(
    '/comparison/regencies',
    { config: read, schema: { tags, querystring: shapes.schemeQuery, response: { 200: shapes.overviewAnswer } } },
    (request) => comparing.overview(officeContext(request), request.query.scheme),
  );
}

function planRoutes(instance: FastifyInstance, { plans }: ComparisonService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/adoption-plans',
    { config: open, schema: { tags, querystring: planned.planQuery, response: { 200: planned.planList } } },
    (request) => plans.list(officeContext(request), request.query),
  );
  app.post(
    '/adoption-plans',
    { config: plan, schema: { tags, body: planned.planBody, response: { 201: planned.planAnswer } } },
    async (request, reply) => reply.code(201).send(await plans.create(officeContext(request), request.body)),
  );
  app.get(
    '/adoption-plans/:id',
    { config: open, schema: { tags, params, response: { 200: planned.planAnswer } } },
    (request) => plans.get(officeContext(request), request.params.id),
  );
  app.patch(
    '/adoption-plans/:id',
    { config: plan, schema: { tags, params, body: planned.planPatch, response: { 200: planned.planAnswer } } },
    (request) => plans.edit(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/adoption-plans/:id/progress',
    { config: open, schema: { tags, params, body: planned.progressBody, response: { 200: planned.planAnswer } } },
    (request) => plans.progress(officeContext(request), request.params.id, request.body),
  );
}

/** Indices side by side, and adoption plans. */
export function comparisonRoutes(instance: FastifyInstance, service: ComparisonService): void {
  figureRoutes(instance, service);
  planRoutes(instance, service);
}
