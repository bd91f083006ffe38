import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { planRoutes } from './plan-routes.ts';
import {
  agreementAnswer,
  agreementListAnswer,
  agreementListQuery,
  agreementParams,
  changeAgreementBody,
  changesBody,
  commentBody,
  commentParams,
  councilBody,
  createAgreementBody,
  editAgreementBody,
  proposeBody,
  registerAnswer,
  registerQuery,
  signBody,
  terminateBody,
} from './schema.ts';
import type { AgreementService } from './service.ts';

const tags = ['agreements'];
const response = { 200: agreementAnswer };

/**
 * Agreements between regencies. Reading, signing and ending ask the service, not the gate: for a PKS they are open to
 * whom the regent delegated to, which no role tells.
 */
export function agreementRoutes(instance: FastifyInstance, service: AgreementService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const params = agreementParams;
  const config = { access: signedIn };

  app.get(
    '/agreements',
    { config, schema: { tags, querystring: agreementListQuery, response: { 200: agreementListAnswer } } },
    (request) => service.list(officeContext(request), request.query),
  );
  app.post(
    '/agreements',
    {
      config: { access: needs('agreements.draft') },
      schema: { tags, body: createAgreementBody, response: { 201: agreementAnswer } },
    },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.get(
    '/agreements/register',
    { config, schema: { tags, querystring: registerQuery, response: { 200: registerAnswer } } },
    (request) => service.register(officeContext(request), request.query.year),
  );
  app.get('/agreements/:id', { config, schema: { tags, params, response } }, (request) =>
    service.get(officeContext(request), request.params.id),
  );
  app.patch(
    '/agreements/:id',
    { config: { access: needs('agreements.draft') }, schema: { tags, params, body: editAgreementBody, response } },
    (request) => service.edit(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/agreements/:id/changes',
    {
      config: { access: needs('agreements.draft') },
      schema: { tags, params, body: changeAgreementBody, response: { 201: agreementAnswer } },
    },
    async (request, reply) =>
      reply.code(201).send(await service.startChange(officeContext(request), request.params.id, request.body)),
  );
  app.post(
    '/agreements/:id/comments',
    {
      config: { access: needs('agreements.draft') },
      schema: { tags, params, body: commentBody, response: { 201: agreementAnswer } },
    },
    async (request, reply) =>
      reply.code(201).send(await service.comment(officeContext(request), request.params.id, request.body)),
  );
  app.post(
    '/agreements/:id/comments/:commentId/resolve',
    { config: { access: needs('agreements.draft') }, schema: { tags, params: commentParams, response } },
    (request) => service.resolveComment(officeContext(request), request.params.id, request.params.commentId),
  );
  app.put(
    '/agreements/:id/council',
    { config: { access: needs('agreements.draft') }, schema: { tags, params, body: councilBody, response } },
    (request) => service.recordCouncil(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/agreements/:id/propose',
    { config: { access: needs('agreements.draft') }, schema: { tags, params, body: proposeBody, response } },
    (request) => service.propose(officeContext(request), request.params.id, request.body ?? {}),
  );
  app.post('/agreements/:id/sign', { config, schema: { tags, params, body: signBody, response } }, (request) =>
    service.sign(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/agreements/:id/request-changes',
    { config, schema: { tags, params, body: changesBody, response } },
    (request) => service.requestChanges(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/agreements/:id/terminate',
    { config, schema: { tags, params, body: terminateBody, response } },
    (request) => service.terminate(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/agreements/:id/pdf',
    { config, schema: { tags, params, response: { 200: z.any().describe('application/pdf') } } },
    async (request, reply) => {
      const { bytes, isDraft } = await service.pdf(officeContext(request), request.params.id);
      const name = isDraft ? 'rancangan-kesepakatan' : 'kesepakatan';
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${name}-${request.params.id}.pdf"`)
        .send(Buffer.from(bytes));
    },
  );
  planRoutes(instance, service);
}
