import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { jobAnswer, jobPage, jobQuery } from './schema.ts';
import type { JobService } from './service.ts';

/** How long work stands. */
export function jobRoutes(instance: FastifyInstance, service: JobService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: signedIn };
  const tags = ['jobs'];
  app.get('/jobs', { config, schema: { tags, querystring: jobQuery, response: { 200: jobPage } } }, (request) =>
    service.list(officeContext(request), request.query),
  );
  app.get(
    '/jobs/:id',
    { config, schema: { tags, params: z.object({ id: z.uuid() }), response: { 200: jobAnswer } } },
    (request) => service.get(officeContext(request), request.params.id),
  );
}
