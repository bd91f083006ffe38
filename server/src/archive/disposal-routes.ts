import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { attachmentHeader } from '../incoming/index.ts';
import * as shapes from './disposal-schema.ts';
import { readPaper } from './papers.ts';
import type { ArchiveService } from './service.ts';

const tags = ['archive'];
const params = z.object({ id: z.uuid() });
const manage = { access: needs('archive.manage') };
const one = { 200: shapes.disposalAnswer };

const asDownload = (reply: FastifyReply, file: { name: string; mediaType: string }) =>
  reply
    .type(file.mediaType)
    .header('content-disposition', attachmentHeader(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff');

/** Proceedings and archive packages. */
export function disposalRoutes(instance: FastifyInstance, service: ArchiveService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { disposals, papers, packages } = service;
  app.get(
    '/disposals',
    { config: manage, schema: { tags, querystring: shapes.disposalQuery, response: { 200: shapes.disposalPage } } },
    (request) => disposals.list(officeContext(request), request.query),
  );
  app.get(
    '/disposals/due',
    { config: manage, schema: { tags, querystring: shapes.dueQuery, response: { 200: shapes.dueAnswer } } },
    (request) => disposals.due(officeContext(request), request.query),
  );
  app.post(
    '/disposals',
    { config: manage, schema: { tags, body: shapes.disposalBody, response: { 201: shapes.disposalAnswer } } },
    async (request, reply) => reply.code(201).send(await disposals.create(officeContext(request), request.body)),
  );
  app.get('/disposals/:id', { config: manage, schema: { tags, params, response: one } }, (request) =>
    disposals.get(officeContext(request), request.params.id),
  );
  app.post(
    '/disposals/:id/items',
    { config: manage, schema: { tags, params, body: shapes.itemsBody, response: one } },
    (request) => disposals.changeItems(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/disposals/:id/steps',
    { config: manage, schema: { tags, params, body: shapes.stepBody, response: one } },
    (request) => disposals.step(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/disposals/:id/papers',
    {
      config: manage,
      schema: {
        tags,
        params,
        consumes: ['multipart/form-data'],
        description:
          'Multipart: a field `paper` (JSON: kind, number, datedOn, signedBy, letterId?) and, without letterId, one `file`.',
        response: { 201: shapes.disposalAnswer },
      },
    },
    async (request, reply) => {
      // Who may not see the proceeding uploads nothing.
      await papers.requireVisible(officeContext(request), request.params.id);
      const { paper, upload } = await readPaper(request);
      return reply.code(201).send(await papers.add(officeContext(request), request.params.id, paper, upload));
    },
  );
  app.get(
    '/disposals/:id/papers/:paperId/file',
    {
      config: manage,
      schema: { tags, params: params.extend({ paperId: z.uuid() }), description: 'An uploaded paper: bytes.' },
    },
    async (request, reply) => {
      const { file, bytes } = await papers.file(officeContext(request), request.params.id, request.params.paperId);
      return asDownload(reply, file).send(bytes);
    },
  );
  for (const document of ['list', 'minutes'] as const) {
    app.get(
      `/disposals/:id/${document}`,
      {
        config: manage,
        schema: { tags, params, description: `The ${document} of the proceeding, to be signed: PDF.` },
      },
      async (request, reply) => {
        const { bytes, name } = await service.document(officeContext(request), request.params.id, document);
        return asDownload(reply, { name, mediaType: 'application/pdf' }).send(Buffer.from(bytes));
      },
    );
  }
  app.post(
    '/dossiers/:id/packages',
    { config: manage, schema: { tags, params, response: { 202: shapes.packageAnswer } } },
    async (request, reply) => reply.code(202).send(await packages.order(officeContext(request), request.params.id)),
  );
  app.get(
    '/archive-packages/:id/file',
    { config: { access: signedIn }, schema: { tags, params, description: 'A package that one ordered: a tar file.' } },
    async (request, reply) => {
      const { file, stream } = await packages.file(officeContext(request), request.params.id);
      return asDownload(reply, file).header('content-length', String(file.size)).send(stream);
    },
  );
}
