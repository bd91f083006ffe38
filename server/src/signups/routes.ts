import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { anyone, superadmin } from '../core/http/access.ts';
import { consoleContext } from '../core/http/context.ts';
import { toPage } from '../core/http/pagination.ts';
import type { SignupRow } from './repository.ts';
import * as schema from './schema.ts';
import type { SignupService } from './service.ts';

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

const toItem = (row: SignupRow) => ({
  ...row,
  contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone, position: row.contactPosition },
  createdAt: new Date(row.createdAt).toISOString(),
  decidedAt: iso(row.decidedAt),
});

/** Signing up a regency in public, and deciding on it in the console. */
export function signupRoutes(instance: FastifyInstance, { service }: { service: SignupService }): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/signups',
    {
      // Each one sends a mail to an address that nobody has confirmed.
      config: { access: anyone, rateLimit: { max: 20, timeWindow: '1 hour', allowList: ['127.0.0.1', '::1'] } },
      schema: { tags: ['public'], body: schema.signupBody, response: { 202: schema.signupAccepted } },
    },
    async (request, reply) => reply.code(202).send(await service.create(request.body)),
  );
  app.get(
    '/signups/:token',
    {
      config: { access: anyone },
      schema: { tags: ['public'], params: schema.tokenParams, response: { 200: schema.signupStatus } },
    },
    async (request) => {
      const { row, state, url } = await service.status(request.params.token);
      const { id, name, slug, reason } = row;
      return {
        id,
        state,
        name,
        slug,
        url,
        reason,
        createdAt: new Date(row.createdAt).toISOString(),
        decidedAt: iso(row.decidedAt),
      };
    },
  );
  app.get(
    '/platform/signups',
    {
      config: { access: superadmin },
      schema: { tags: ['platform'], querystring: schema.signupListQuery, response: { 200: schema.signupList } },
    },
    async (request) => {
      const { limit, ...filter } = request.query;
      const page = toPage(await service.list({ ...filter, limit: limit + 1 }), limit);
      return { ...page, items: page.items.map(toItem) };
    },
  );
  app.post(
    '/platform/signups/:id/approve',
    {
      config: { access: superadmin },
      schema: { tags: ['platform'], params: schema.idParams, response: { 202: schema.approved } },
    },
    async (request, reply) => reply.code(202).send(await service.approve(consoleContext(request), request.params.id)),
  );
  app.post(
    '/platform/signups/:id/reject',
    {
      config: { access: superadmin },
      schema: {
        tags: ['platform'],
        params: schema.idParams,
        body: schema.rejectBody,
        response: { 200: schema.rejected },
      },
    },
    async (request) => service.reject(consoleContext(request), request.params.id, request.body.reason),
  );
}
