import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  createLetterTypeBody,
  letterTypeAnswer,
  letterTypesAnswer,
  letterTypesQuery,
  updateLetterTypeBody,
} from './schema.ts';
import type { LetterTypeService } from './service.ts';

const tags = ['letter-types'];
const params = z.object({ code: z.string().min(1).max(60) });

/** Types of naskah dinas: everyone signed in reads them, `settings.manage` sets them. */
export function letterTypeRoutes(instance: FastifyInstance, service: LetterTypeService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const manages = { access: needs('settings.manage') };
  app.get(
    '/letter-types',
    {
      config: { access: signedIn },
      schema: { tags, querystring: letterTypesQuery, response: { 200: letterTypesAnswer } },
    },
    (request) => service.list(officeContext(request), request.query.all === 'true'),
  );
  app.post(
    '/letter-types',
    { config: manages, schema: { tags, body: createLetterTypeBody, response: { 201: letterTypeAnswer } } },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.patch(
    '/letter-types/:code',
    { config: manages, schema: { tags, params, body: updateLetterTypeBody, response: { 200: letterTypeAnswer } } },
    (request) => service.update(officeContext(request), request.params.code, request.body),
  );
}
