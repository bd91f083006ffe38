import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { activityBody, activityParams, evaluationBody, planAnswer, progressBody } from './plan.ts';
import { agreementParams } from './schema.ts';
import type { AgreementService } from './service.ts';

/** Work plan and evaluation of an agreement. */
export function planRoutes(instance: FastifyInstance, { plans }: AgreementService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const tags = ['agreements'];
  const params = agreementParams;
  const response = { 200: planAnswer };
  const config = { access: needs('agreements.draft') };

  app.get('/agreements/:id/plan', { config: { access: signedIn }, schema: { tags, params, response } }, (request) =>
    plans.get(officeContext(request), request.params.id),
  );
  app.post(
    '/agreements/:id/activities',
    { config, schema: { tags, params, body: activityBody, response: { 201: planAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await plans.plan(officeContext(request), request.params.id, request.body)),
  );
  app.delete(
    '/agreements/:id/activities/:activityId',
    { config, schema: { tags, params: activityParams, response } },
    (request) => plans.drop(officeContext(request), request.params.id, request.params.activityId),
  );
  app.put(
    '/agreements/:id/activities/:activityId/progress',
    { config, schema: { tags, params: activityParams, body: progressBody, response } },
    (request) => plans.report(officeContext(request), request.params.id, request.params.activityId, request.body),
  );
  app.put(
    '/agreements/:id/evaluation',
    { config, schema: { tags, params, body: evaluationBody, response } },
    (request) => plans.evaluate(officeContext(request), request.params.id, request.body),
  );
}
