import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { readUpload } from '../writing/index.ts';
import * as schema from './schema.ts';
import type { VisitService } from './service.ts';

const tags = ['visits'];
const params = schema.visitParams;
const response = { 200: schema.visitAnswer };
const created = { 201: schema.visitAnswer };
/** Which visits one may read, and what one may add to them, depends on the visit. */
const config = { access: signedIn };
const manages = { access: needs('visits.manage') };

/** Studi komparatif: visits that this regency asks for and that are asked of it. */
export function visitRoutes(instance: FastifyInstance, service: VisitService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/visits',
    { config, schema: { tags, querystring: schema.visitListQuery, response: { 200: schema.visitListAnswer } } },
    (request) => service.list(officeContext(request), request.query),
  );
  app.post(
    '/visits',
    { config: manages, schema: { tags, body: schema.createVisitBody, response: created } },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.get('/visits/:id', { config, schema: { tags, params, response } }, (request) =>
    service.get(officeContext(request), request.params.id),
  );
  app.patch(
    '/visits/:id',
    { config: manages, schema: { tags, params, body: schema.editVisitBody, response } },
    (request) => service.edit(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/visits/:id/steps',
    { config: manages, schema: { tags, params, body: schema.stepBody, response } },
    (request) => service.step(officeContext(request), request.params.id, request.body),
  );
  app.patch(
    '/visits/:id/keeping',
    { config: manages, schema: { tags, params, body: schema.keepBody, response } },
    (request) => service.keep(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/visits/:id/letters',
    { config: manages, schema: { tags, params, body: schema.letterBody, response: { 201: schema.letterMade } } },
    async (request, reply) =>
      reply.code(201).send(await service.letter(officeContext(request), request.params.id, request.body.kind)),
  );
  fileRoutes(instance, service);
  lessonRoutes(instance, service);
}

function fileRoutes(instance: FastifyInstance, service: VisitService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const one = params.extend({ visitFileId: z.uuid() });
  app.post(
    '/visits/:id/files',
    {
      config,
      schema: {
        tags,
        params,
        querystring: schema.fileQuery,
        consumes: ['multipart/form-data'],
        description:
          'Multipart, one file `file`, at most 25 MB. A material: PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS or ODP; a photo: PNG or JPEG.',
        response: created,
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      const { id } = request.params;
      return reply.code(201).send(await service.addFile(officeContext(request), id, request.query.kind, upload));
    },
  );
  app.get(
    '/visits/:id/files/:visitFileId',
    { config, schema: { tags, params: one, response: { 200: z.any().describe('The file') } } },
    async (request, reply) => {
      const { id, visitFileId } = request.params;
      const { file, bytes } = await service.file(officeContext(request), id, visitFileId);
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(bytes);
    },
  );
  app.post(
    '/visits/:id/files/:visitFileId/share',
    { config: manages, schema: { tags, params: one, response } },
    (request) => service.shareFile(officeContext(request), request.params.id, request.params.visitFileId),
  );
}

function lessonRoutes(instance: FastifyInstance, service: VisitService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const one = params.extend({ lessonId: z.uuid() });
  app.post(
    '/visits/:id/lessons',
    { config, schema: { tags, params, body: schema.lessonBody, response: created } },
    async (request, reply) =>
      reply.code(201).send(await service.addLesson(officeContext(request), request.params.id, request.body)),
  );
  app.patch(
    '/visits/:id/lessons/:lessonId',
    { config, schema: { tags, params: one, body: schema.editLessonBody, response } },
    (request) => service.editLesson(officeContext(request), request.params.id, request.params.lessonId, request.body),
  );
  app.delete('/visits/:id/lessons/:lessonId', { config, schema: { tags, params: one, response } }, (request) =>
    service.removeLesson(officeContext(request), request.params.id, request.params.lessonId),
  );
}
