import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { deadlines, deadlinesBody, lateTurns } from './schema.ts';
import type { TurnService } from './service.ts';

const tags = ['turns'];

/** Deadlines of approvals and signatures as a setting of the office, and the list of what is late. */
export function turnRoutes(instance: FastifyInstance, service: TurnService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get('/late-turns', { config: { access: signedIn }, schema: { tags, response: { 200: lateTurns } } }, (request) =>
    service.late(officeContext(request)),
  );
  app.get(
    '/settings/turn-deadlines',
    { config: { access: signedIn }, schema: { tags, response: { 200: deadlines } } },
    (request) => service.deadlines(officeContext(request)),
  );
  app.put(
    '/settings/turn-deadlines',
    {
      config: { access: needs('settings.manage') },
      schema: { tags, body: deadlinesBody, response: { 200: deadlines } },
    },
    (request) => service.setDeadlines(officeContext(request), request.body),
  );
}
