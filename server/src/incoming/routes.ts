import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { attachmentHeader } from './rules.ts';
import {
  closeBody,
  duplicateAnswer,
  duplicateQuery,
  openedAnswer,
  recordAnswer,
  recordedLetter,
  registerAnswer,
  registerBody,
  routeBody,
  routesAnswer,
  sendBackBody,
  sentBackAnswer,
} from './schema.ts';
import type { IncomingService } from './service.ts';
import { readRecordedLetter } from './upload.ts';

const tags = ['incoming'];
const params = z.object({ id: z.uuid() });
const fileAnswer = { 200: z.any().describe('The bytes, as an attachment') };

/** Uploads never run or show anything in our origin, whatever they hold. */
function sendFile(reply: FastifyReply, { file, bytes }: { file: { name: string; mediaType: string }; bytes: Buffer }) {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', attachmentHeader(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .send(bytes);
}

/** The registrar's desk: what came in, and the files of letters. */
export function incomingRoutes(instance: FastifyInstance, service: IncomingService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const reads = { access: signedIn };

  app.post(
    '/letters/:id/register',
    {
      config: { access: needs('letters.register') },
      schema: { tags, params, body: registerBody, response: { 200: registerAnswer } },
    },
    (request) => service.register(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/incoming-letters',
    {
      config: {
        access: needs('letters.record-incoming'),
        multipart: { fields: { letter: recordedLetter }, files: ['file', 'attachment'] },
      },
      schema: {
        tags,
        description:
          'Multipart: a field `letter` (JSON); files `file`, the pages in their order (PDF, JPEG or PNG, at most 25 MB each and 100 MB together), which become one PDF; files `attachment`. One PDF alone is kept byte for byte.',
        response: { 201: recordAnswer },
      },
    },
    async (request, reply) => {
      const { letter, uploads, digest } = await readRecordedLetter(request);
      if (await app.claimUpload(request, reply, digest)) return reply;
      return reply.code(201).send(await service.record(officeContext(request), letter, uploads));
    },
  );
  app.get(
    '/incoming-letters/duplicates',
    {
      config: { access: needs('letters.record-incoming') },
      schema: { tags, querystring: duplicateQuery, response: { 200: duplicateAnswer } },
    },
    (request) => service.duplicates(officeContext(request), request.query),
  );
  app.get(
    '/letters/:id/routes',
    { config: reads, schema: { tags, params, response: { 200: routesAnswer } } },
    (request) => service.routes(officeContext(request), request.params.id),
  );
  app.post(
    '/letters/:id/route',
    {
      config: { access: needs('letters.register') },
      schema: { tags, params, body: routeBody, response: { 200: routesAnswer } },
    },
    (request) => service.route(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/letters/:id/close',
    {
      config: { access: needs('letters.act') },
      schema: { tags, params, body: closeBody, response: { 200: routesAnswer } },
    },
    (request) => service.close(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/letters/:id/send-back',
    {
      config: { access: needs('letters.act') },
      schema: { tags, params, body: sendBackBody, response: { 200: sentBackAnswer } },
    },
    (request) => service.sendBack(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/letters/:id/opened',
    { config: reads, schema: { tags, params, response: { 200: openedAnswer } } },
    (request) => service.opened(officeContext(request), request.params.id),
  );
  app.get(
    '/letters/:id/file',
    { config: reads, schema: { tags, params, response: fileAnswer } },
    async (request, reply) => sendFile(reply, await service.file(officeContext(request), request.params.id)),
  );
  app.get(
    '/letters/:id/attachments/:fileId',
    { config: reads, schema: { tags, params: params.extend({ fileId: z.uuid() }), response: fileAnswer } },
    async (request, reply) =>
      sendFile(reply, await service.attachment(officeContext(request), request.params.id, request.params.fileId)),
  );
}
