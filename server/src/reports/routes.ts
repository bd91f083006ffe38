import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { pageQuery } from '../core/http/pagination.ts';
import { createReportBody, reportOrderedAnswer, reportPage } from './schema.ts';
import type { ReportService } from './service.ts';

/** Reports and their files. */
export function reportRoutes(instance: FastifyInstance, service: ReportService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: needs('reports.letters') };
  const tags = ['reports'];
  app.get('/reports', { config, schema: { tags, querystring: pageQuery, response: { 200: reportPage } } }, (request) =>
    service.list(officeContext(request), request.query),
  );
  app.post(
    '/reports',
    { config, schema: { tags, body: createReportBody, response: { 202: reportOrderedAnswer } } },
    async (request, reply) => reply.code(202).send(await service.order(officeContext(request), request.body)),
  );
  app.get(
    '/files/:id',
    {
      config: { access: signedIn },
      schema: { tags, params: z.object({ id: z.uuid() }), description: 'A file that one ordered: bytes, to be saved.' },
    },
    async (request, reply) => {
      const file = await service.file(officeContext(request), request.params.id);
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .send(file.bytes);
    },
  );
}
