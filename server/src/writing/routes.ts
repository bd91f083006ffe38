import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  attachmentsAnswer,
  authorBody,
  authorsAnswer,
  commentBody,
  commentsAnswer,
  draftAnswer,
  imageAnswer,
  orderBody,
  presenceAnswer,
  presenceBody,
  stepsAnswer,
  stepsBody,
  stepsQuery,
  stepsTaken,
} from './schema.ts';
import type { WritingService } from './service.ts';
import { readUpload } from './upload.ts';

const params = z.object({ id: z.uuid() });
const tags = ['writing'];
const reads = { access: signedIn };
const drafts = { access: needs('letters.draft') };
const acts = { access: needs('letters.act') };
const oneFile = { tags, params, consumes: ['multipart/form-data'] };

function coEditingRoutes(instance: FastifyInstance, service: WritingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/letters/:id/draft',
    { config: reads, schema: { tags, params, response: { 200: draftAnswer } } },
    (request) => service.open(officeContext(request), request.params.id),
  );
  app.get(
    '/letters/:id/steps',
    { config: reads, schema: { tags, params, querystring: stepsQuery, response: { 200: stepsAnswer } } },
    (request) => service.steps(officeContext(request), request.params.id, request.query.since),
  );
  app.post(
    '/letters/:id/steps',
    { config: drafts, schema: { tags, params, body: stepsBody, response: { 200: stepsTaken } } },
    (request) => service.write(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/letters/:id/presence',
    { config: reads, schema: { tags, params, response: { 200: presenceAnswer } } },
    (request) => service.present(officeContext(request), request.params.id),
  );
  app.post(
    '/letters/:id/presence',
    { config: reads, schema: { tags, params, body: presenceBody, response: { 200: presenceAnswer } } },
    (request) => service.markPresent(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/letters/:id/authors',
    { config: drafts, schema: { tags, params, body: authorBody, response: { 200: authorsAnswer } } },
    (request) => service.invite(officeContext(request), request.params.id, request.body.personId),
  );
  app.delete(
    '/letters/:id/authors/:personId',
    {
      config: drafts,
      schema: { tags, params: params.extend({ personId: z.uuid() }), response: { 200: authorsAnswer } },
    },
    (request) => service.removeAuthor(officeContext(request), request.params.id, request.params.personId),
  );
}

function commentRoutes(instance: FastifyInstance, service: WritingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const response = { 200: commentsAnswer };
  const one = params.extend({ commentId: z.uuid() });
  app.get('/letters/:id/comments', { config: reads, schema: { tags, params, response } }, (request) =>
    service.comments(officeContext(request), request.params.id),
  );
  app.post(
    '/letters/:id/comments',
    { config: acts, schema: { tags, params, body: commentBody, response: { 201: commentsAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await service.comment(officeContext(request), request.params.id, request.body)),
  );
  for (const decision of ['resolve', 'accept', 'decline'] as const) {
    app.post(
      `/letters/:id/comments/:commentId/${decision}`,
      { config: acts, schema: { tags, params: one, response } },
      (request) => service.decide(officeContext(request), request.params.id, request.params.commentId, decision),
    );
  }
}

function fileRoutes(instance: FastifyInstance, service: WritingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const response = { 200: attachmentsAnswer };
  app.get('/letters/:id/attachments', { config: reads, schema: { tags, params, response } }, (request) =>
    service.attachments(officeContext(request), request.params.id),
  );
  app.post(
    '/letters/:id/attachments',
    {
      config: drafts,
      schema: {
        ...oneFile,
        description: 'Multipart, one file `file`: PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS or ODP, at most 25 MB.',
        response: { 201: attachmentsAnswer },
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      return reply.code(201).send(await service.attach(officeContext(request), request.params.id, upload));
    },
  );
  app.put(
    '/letters/:id/attachments/order',
    { config: drafts, schema: { tags, params, body: orderBody, response } },
    (request) => service.order(officeContext(request), request.params.id, request.body.fileIds),
  );
  app.delete(
    '/letters/:id/attachments/:fileId',
    { config: drafts, schema: { tags, params: params.extend({ fileId: z.uuid() }), response } },
    (request) => service.detach(officeContext(request), request.params.id, request.params.fileId),
  );
  app.post(
    '/letters/:id/images',
    {
      config: drafts,
      schema: {
        ...oneFile,
        description: 'Multipart, one picture `file` for the body: PNG or JPEG, at most 8 MB.',
        response: { 201: imageAnswer },
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      return reply.code(201).send(await service.addImage(officeContext(request), request.params.id, upload));
    },
  );
  app.get(
    '/letters/:id/images/:fileId',
    {
      config: reads,
      schema: {
        tags,
        params: params.extend({ fileId: z.uuid() }),
        response: { 200: z.any().describe('The picture') },
      },
    },
    async (request, reply) => {
      const { id, fileId } = request.params;
      const { file, bytes } = await service.image(officeContext(request), id, fileId);
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    },
  );
}

/** Writing together: words, writers, comments, files. Submitting and signing are other capabilities' routes. */
export function writingRoutes(instance: FastifyInstance, service: WritingService): void {
  coEditingRoutes(instance, service);
  commentRoutes(instance, service);
  fileRoutes(instance, service);
}
