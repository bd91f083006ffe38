import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { docxLimits } from '../adapters/docx/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { personAnswer, personQuery } from './person-lookup.ts';
import { templateProblems } from './problems.ts';
import {
  classificationPage,
  classificationQuery,
  createTemplateBody,
  importAnswer,
  publishTemplateBody,
  restoreTemplateBody,
  templateAnswer,
  templatePage,
  templateQuery,
  updateTemplateBody,
} from './schema.ts';
import type { TemplateService } from './service.ts';

const params = z.object({ id: z.uuid() });
const tags = ['templates'];

/** The uploaded file. @throws unsupported_media_type, payload_too_large, invalid_docx */
export async function readDocx(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) {
    throw problem(commonProblems.unsupportedMedia, { detail: 'Kirim dokumen sebagai multipart/form-data.' });
  }
  const file = await request.file({ limits: { fileSize: docxLimits.fileBytes } });
  const message = 'Sertakan satu dokumen Word (.docx).';
  if (!file) throw problem(templateProblems.invalidDocx, { detail: message, errors: [{ path: 'file', message }] });
  return file.toBuffer();
}

/** Templates, and the classification scheme that drafting chooses from. */
export function templateRoutes(instance: FastifyInstance, service: TemplateService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const manage = { access: needs('templates.manage') };

  app.get(
    '/templates',
    {
      config: { access: needs('templates.read') },
      schema: { tags, querystring: templateQuery, response: { 200: templatePage } },
    },
    (request) => service.list(officeContext(request), request.query),
  );
  app.post(
    '/templates',
    { config: manage, schema: { tags, body: createTemplateBody, response: { 201: templateAnswer } } },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.post(
    '/templates/import',
    {
      config: manage,
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        description:
          'Multipart: one file `file` (.docx, at most 10 MB). Keeps nothing: create the template from the answer.',
        response: { 200: importAnswer },
      },
    },
    async (request) => service.importDocx(await readDocx(request)),
  );
  app.get(
    '/directory/people',
    {
      config: { access: needs('letters.draft') },
      schema: {
        tags,
        description: 'People as letters print them, for fields of kind `person`.',
        querystring: personQuery,
        response: { 200: personAnswer },
      },
    },
    (request) => service.findPeople(officeContext(request), request.query),
  );
  instance.addHook('onClose', () => service.close());
  app.get(
    '/templates/:id',
    {
      config: { access: needs('templates.read') },
      schema: {
        tags,
        params,
        querystring: z.object({ version: z.coerce.number().int().positive().optional() }),
        response: { 200: templateAnswer },
      },
    },
    (request) => service.get(officeContext(request), request.params.id, request.query.version ?? null),
  );
  app.patch(
    '/templates/:id',
    { config: manage, schema: { tags, params, body: updateTemplateBody, response: { 200: templateAnswer } } },
    (request) => service.update(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/templates/:id/publish',
    { config: manage, schema: { tags, params, body: publishTemplateBody, response: { 200: templateAnswer } } },
    (request) => service.publish(officeContext(request), request.params.id, request.body?.version),
  );
  app.post(
    '/templates/:id/restore',
    { config: manage, schema: { tags, params, body: restoreTemplateBody, response: { 200: templateAnswer } } },
    (request) => service.restore(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/templates/:id/archive',
    { config: manage, schema: { tags, params, body: publishTemplateBody, response: { 200: templateAnswer } } },
    (request) => service.setArchived(officeContext(request), request.params.id, true, request.body?.version),
  );
  app.post(
    '/templates/:id/unarchive',
    { config: manage, schema: { tags, params, body: publishTemplateBody, response: { 200: templateAnswer } } },
    (request) => service.setArchived(officeContext(request), request.params.id, false, request.body?.version),
  );
  app.get(
    '/classifications',
    {
      config: { access: signedIn },
      schema: { tags, querystring: classificationQuery, response: { 200: classificationPage } },
    },
    (request) => service.searchClassifications(officeContext(request), request.query),
  );
}
