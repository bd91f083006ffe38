import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { letterAnswer } from '../letters/index.ts';
import type { SigningCapability } from './capability.ts';
import { providerRoutes } from './provider-routes.ts';
import {
  jobAnswer,
  keyPage,
  listKeysQuery,
  ownKeyAnswer,
  requestKeyBody,
  signBody,
  signingKeyAnswer,
  signManyBody,
  voidBody,
} from './schema.ts';

const params = z.object({ id: z.uuid() });
const keyTags = ['signing-keys'];
const letterTags = ['letters'];

/** A name for the header, whatever the uploaded file was called: RFC 6266 with the plain form beside it. */
const disposition = (fileName: string): string =>
  `inline; filename="${fileName.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`;

/** Signing keys, signing letters, and their files. */
export function signingRoutes(instance: FastifyInstance, signing: SigningCapability): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { keys, service, readLetterFile } = signing;
  const acts = { access: needs('letters.act') };
  const administers = { access: needs('signing-keys.approve') };
  instance.addHook('onClose', () => service.stop());
  providerRoutes(instance, signing);

  app.get(
    '/me/signing-key',
    { config: { access: signedIn }, schema: { tags: keyTags, response: { 200: ownKeyAnswer } } },
    (request) => keys.own(officeContext(request)),
  );
  app.post(
    '/me/signing-key',
    {
      config: { access: signedIn },
      schema: { tags: keyTags, body: requestKeyBody, response: { 201: signingKeyAnswer } },
    },
    async (request, reply) => reply.code(201).send(await keys.request(officeContext(request), request.body.passphrase)),
  );
  app.get(
    '/signing-keys',
    { config: administers, schema: { tags: keyTags, querystring: listKeysQuery, response: { 200: keyPage } } },
    (request) => keys.list(officeContext(request), request.query),
  );
  app.post(
    '/signing-keys/:id/approve',
    { config: administers, schema: { tags: keyTags, params, response: { 200: signingKeyAnswer } } },
    (request) => keys.approve(officeContext(request), request.params.id),
  );

  app.post(
    '/letters/:id/sign',
    {
      config: acts,
      schema: { tags: letterTags, params, body: signBody, response: { 200: letterAnswer, 202: letterAnswer } },
    },
    async (request, reply) => {
      const { letter, queued } = await service.sign(officeContext(request), request.params.id, request.body);
      return reply.code(queued ? 202 : 200).send(letter);
    },
  );
  app.post(
    '/letters/sign',
    { config: acts, schema: { tags: letterTags, body: signManyBody, response: { 202: jobAnswer } } },
    async (request, reply) => reply.code(202).send(await service.signMany(officeContext(request), request.body)),
  );
  app.post(
    '/letters/:id/void',
    { config: acts, schema: { tags: letterTags, params, body: voidBody, response: { 200: letterAnswer } } },
    (request) => service.void(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/letters/:id/pdf',
    {
      config: { access: signedIn },
      schema: { tags: letterTags, params, response: { 200: z.any().describe('application/pdf'), 304: z.null() } },
    },
    async (request, reply) => {
      const file = await readLetterFile(officeContext(request), request.params.id);
      const etag = `"${file.sha256}"`;
      reply
        .header('etag', etag)
        .header('cache-control', 'private, no-cache')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', disposition(file.fileName))
        .send(Buffer.from(file.bytes));
    },
  );
}
