import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import type { SigningCapability } from './capability.ts';
import {
  nikAnswer,
  nikBody,
  providerAnswer,
  providerBody,
  providerTestAnswer,
  providerTestBody,
  queueAnswer,
} from './provider-schema.ts';
import { jobAnswer, requestKeyBody } from './schema.ts';

const params = z.object({ id: z.uuid() });
const tags = ['signature-provider'];

/** Who signs for an office, by what number BSrE knows its people, and what waits for it. */
export function providerRoutes(instance: FastifyInstance, signing: SigningCapability): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { nik, provider, queue, service } = signing;
  const manages = { access: needs('settings.manage') };
  app.get('/signature-provider', { config: manages, schema: { tags, response: { 200: providerAnswer } } }, (request) =>
    provider.get(officeContext(request)),
  );
  app.put(
    '/signature-provider',
    { config: manages, schema: { tags, body: providerBody, response: { 200: providerAnswer } } },
    (request) => provider.update(officeContext(request), request.body),
  );
  app.post(
    '/signature-provider/test',
    {
      // Each asks another machine: an administrator needs few, and a stolen session must not scan a network.
      config: { ...manages, rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: { tags, body: providerTestBody, response: { 200: providerTestAnswer } },
    },
    (request) => provider.test(officeContext(request), request.body),
  );
  app.get(
    '/people/:id/nik',
    { config: { access: signedIn }, schema: { tags, params, response: { 200: nikAnswer } } },
    (request) => nik.get(officeContext(request), request.params.id),
  );
  app.put(
    '/people/:id/nik',
    {
      config: { access: needs('organization.manage') },
      schema: { tags, params, body: nikBody, response: { 200: nikAnswer } },
    },
    (request) => nik.set(officeContext(request), request.params.id, request.body.nik),
  );
  app.get(
    '/signing-queue',
    { config: { access: signedIn }, schema: { tags, response: { 200: queueAnswer } } },
    (request) => queue.list(officeContext(request)),
  );
  app.post(
    '/signing-queue/finish',
    {
      config: { access: needs('letters.act') },
      schema: { tags, body: requestKeyBody, response: { 202: jobAnswer } },
    },
    async (request, reply) =>
      reply.code(202).send(await service.finishQueue(officeContext(request), request.body.passphrase)),
  );
}
