import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { pageQuery } from '../core/http/pagination.ts';
import { streamEvents } from '../core/http/sse.ts';
import type { ChangeHint, EventHub } from '../core/queue/index.ts';
import type { Actor } from '../core/rights/index.ts';
import { noticePage, readAnswer } from './schema.ts';
import type { NoticeService } from './service.ts';

const tags = ['notices'];
const params = z.object({ id: z.uuid() });
const config = { access: signedIn };

/** Whether a change concerns the person: it names them, a position they act for, or nobody in particular. */
export function concerns(actor: Pick<Actor, 'personId' | 'positions'>, hint: ChangeHint): boolean {
  if (hint.personIds === undefined && hint.positionIds === undefined) return true;
  if (hint.personIds?.includes(actor.personId)) return true;
  return actor.positions.some((position) => hint.positionIds?.includes(position.id));
}

/** Notices, and the stream of changes that keeps open pages up to date. */
export function noticeRoutes(instance: FastifyInstance, deps: { service: NoticeService; hub: EventHub }): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { service, hub } = deps;

  app.get('/notices', { config, schema: { tags, querystring: pageQuery, response: { 200: noticePage } } }, (request) =>
    service.list(officeContext(request), request.query),
  );
  app.post('/notices/:id/read', { config, schema: { tags, params, response: { 200: readAnswer } } }, (request) =>
    service.read(officeContext(request), request.params.id),
  );
  app.post('/notices/read-all', { config, schema: { tags, response: { 200: readAnswer } } }, (request) =>
    service.read(officeContext(request), null),
  );
  app.get(
    '/events',
    { config, schema: { tags, response: { 200: z.any().describe('text/event-stream: hints of what changed') } } },
    (request, reply) => {
      const { tenant, actor } = officeContext(request);
      streamEvents(request, reply, (send) =>
        hub.subscribe(tenant.slug, (hint) => {
          if (concerns(actor, hint)) send({ topic: hint.topic, ...(hint.id === undefined ? {} : { id: hint.id }) });
        }),
      );
    },
  );
}
