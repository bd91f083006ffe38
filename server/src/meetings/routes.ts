import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn, visitor } from '../core/http/access.ts';
import { officeContext, visitedTenant } from '../core/http/context.ts';
import type { Meetings } from './meetings.ts';
import * as schema from './schema.ts';

const tags = ['meetings'];
const params = z.object({ id: z.uuid() });
const response = { 200: schema.meetingAnswer };
const config = { access: signedIn };
/** Guests of a meeting share the house's address. */
const visits = (max: number) => ({ access: visitor, rateLimit: { max, timeWindow: 60_000 } });

/** The agenda: meetings, answers to them, who came, and calendars elsewhere. Who may do what depends on the meeting. */
export function meetingRoutes(instance: FastifyInstance, meetings: Meetings): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { service, answering, papers } = meetings;
  app.get(
    '/meetings',
    { config, schema: { tags, querystring: schema.meetingQuery, response: { 200: schema.meetingPage } } },
    (request) => service.list(officeContext(request), request.query),
  );
  app.post(
    '/meetings',
    { config, schema: { tags, body: schema.createMeetingBody, response: { 201: schema.meetingAnswer } } },
    async (request, reply) => reply.code(201).send(await service.create(officeContext(request), request.body)),
  );
  app.get('/meetings/:id', { config, schema: { tags, params, response } }, (request) =>
    service.get(officeContext(request), request.params.id),
  );
  app.patch(
    '/meetings/:id',
    { config, schema: { tags, params, body: schema.updateMeetingBody, response } },
    (request) => service.update(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/meetings/:id/cancel',
    { config, schema: { tags, params, body: schema.cancelMeetingBody, response } },
    (request) => service.cancel(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/meetings/:id/respond',
    { config, schema: { tags, params, body: schema.respondBody, response } },
    async (request) => {
      await answering.respond(officeContext(request), request.params.id, request.body);
      return service.get(officeContext(request), request.params.id);
    },
  );
  app.post(
    '/meetings/:id/attendance',
    { config, schema: { tags, params, body: schema.attendanceBody, response } },
    async (request) => {
      await answering.mark(officeContext(request), request.params.id, request.body);
      return service.get(officeContext(request), request.params.id);
    },
  );
  app.get(
    '/meetings/:id/attendance.pdf',
    { config, schema: { tags, params, response: { 200: z.any().describe('The attendance list as PDF') } } },
    async (request, reply) => {
      const { bytes, name } = await papers.attendanceList(officeContext(request), request.params.id);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Buffer.from(bytes));
    },
  );
  app.post(
    '/meetings/:id/minutes',
    { config, schema: { tags, params, response: { 201: schema.minutesAnswer } } },
    async (request, reply) => reply.code(201).send(await papers.minutes(officeContext(request), request.params.id)),
  );
  app.get(
    '/letters/:id/meeting-suggestion',
    { config, schema: { tags, params, response: { 200: schema.suggestionAnswer } } },
    (request) => service.suggest(officeContext(request), request.params.id),
  );
  app.post(
    '/check-ins',
    { config, schema: { tags, body: z.object({ code: z.string().max(40) }), response: { 200: schema.checkedIn } } },
    (request) => answering.checkIn(officeContext(request), request.body.code),
  );
  calendarRoutes(instance, meetings);
  visitorRoutes(instance, meetings);
}

function calendarRoutes(instance: FastifyInstance, { calendars }: Meetings): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const response = { 200: schema.feedAnswer };
  app.get('/calendar-feed', { config, schema: { tags, response } }, (request) =>
    calendars.status(officeContext(request)),
  );
  app.post('/calendar-feed', { config: { ...config, shownOnce: ['url'] }, schema: { tags, response } }, (request) =>
    calendars.open(officeContext(request)),
  );
  app.delete('/calendar-feed', { config, schema: { tags, response } }, (request) =>
    calendars.end(officeContext(request)),
  );
  app.get(
    '/calendars/:token',
    {
      config: visits(120),
      schema: {
        tags,
        params: z.object({ token: z.string().regex(/^[\w-]{20,60}$/) }),
        response: { 200: z.any().describe('text/calendar') },
      },
    },
    async (request, reply) =>
      reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, max-age=300')
        .send(await calendars.feed(visitedTenant(request), request.params.token)),
  );
}

function visitorRoutes(instance: FastifyInstance, { visitors }: Meetings): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ code: z.string().max(40) });
  app.get(
    '/check-ins/:code',
    { config: visits(600), schema: { tags, params, response: { 200: schema.visitedMeeting } } },
    (request) => visitors.look(visitedTenant(request), request.params.code),
  );
  app.post(
    '/check-ins/:code',
    { config: visits(300), schema: { tags, params, body: schema.checkInBody, response: { 201: schema.checkedIn } } },
    async (request, reply) =>
      reply.code(201).send(await visitors.checkIn(visitedTenant(request), request.params.code, request.body)),
  );
}
