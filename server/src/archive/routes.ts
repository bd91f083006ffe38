import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { pageQuery } from '../core/http/pagination.ts';
import { disposalRoutes } from './disposal-routes.ts';
import * as shapes from './schema.ts';
import type { ArchiveService } from './service.ts';

const tags = ['archive'];
const params = z.object({ id: z.uuid() });
const read = { access: signedIn };
const manage = { access: needs('archive.manage') };
const centre = { access: needs('archive.centre') };
const schedule = { access: needs('archive.schedule') };
const dossier = { 200: shapes.dossierAnswer };

function scheduleRoutes(instance: FastifyInstance, service: ArchiveService['schedule']): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get('/retention-rules', { config: read, schema: { tags, response: { 200: shapes.scheduleAnswer } } }, (request) =>
    service.list(officeContext(request)),
  );
  app.get(
    '/retention-rules/export',
    { config: read, schema: { tags, description: 'The schedule as CSV, in the shape that the import reads.' } },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="jra.csv"')
        .header('x-content-type-options', 'nosniff')
        .send(`\uFEFF${await service.exportCsv(officeContext(request))}`),
  );
  app.post(
    '/retention-rules/import',
    {
      config: schedule,
      bodyLimit: 3_000_000,
      schema: { tags, body: shapes.importBody, response: { 200: shapes.importAnswer } },
    },
    (request) => service.importCsv(officeContext(request), request.body.csv),
  );
  app.patch(
    '/retention-settings',
    { config: schedule, schema: { tags, body: shapes.settingsBody, response: { 200: shapes.settingsBody } } },
    (request) => service.setStart(officeContext(request), request.body.retentionStart),
  );
  app.put(
    '/retention-rules',
    { config: schedule, schema: { tags, body: shapes.putRuleBody, response: { 200: shapes.ruleAnswer } } },
    (request) => service.put(officeContext(request), request.body),
  );
  app.delete(
    '/retention-rules/:id',
    { config: schedule, schema: { tags, params, response: { 204: z.null() } } },
    async (request, reply) => {
      await service.remove(officeContext(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function dossierRoutes(instance: FastifyInstance, { dossiers, filing, holds }: ArchiveService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/dossiers',
    { config: read, schema: { tags, querystring: shapes.dossierQuery, response: { 200: shapes.dossierPage } } },
    (request) => dossiers.list(officeContext(request), request.query),
  );
  app.post(
    '/dossiers',
    { config: read, schema: { tags, body: shapes.dossierBody, response: { 201: shapes.dossierAnswer } } },
    async (request, reply) => reply.code(201).send(await dossiers.open(officeContext(request), request.body)),
  );
  app.get('/dossiers/:id', { config: read, schema: { tags, params, response: dossier } }, (request) =>
    dossiers.get(officeContext(request), request.params.id),
  );
  app.patch(
    '/dossiers/:id',
    { config: read, schema: { tags, params, body: shapes.dossierPatch, response: dossier } },
    (request) => dossiers.edit(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/dossiers/:id/close',
    { config: manage, schema: { tags, params, body: shapes.closeBody, response: dossier } },
    (request) => dossiers.close(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/dossiers/:id/reopen',
    { config: manage, schema: { tags, params, body: shapes.reopenBody, response: dossier } },
    (request) => dossiers.reopen(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/dossiers/:id/reassess',
    { config: centre, schema: { tags, params, body: shapes.reassessBody, response: dossier } },
    (request) => dossiers.reassess(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/dossiers/:id/places',
    { config: read, schema: { tags, params, body: shapes.placeBody, response: dossier } },
    (request) => dossiers.move(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/dossiers/:id/items',
    { config: read, schema: { tags, params, querystring: pageQuery, response: { 200: shapes.itemPage } } },
    (request) => filing.items(officeContext(request), request.params.id, request.query),
  );
  app.post(
    '/dossiers/:id/items',
    { config: read, schema: { tags, params, body: shapes.fileBody, response: { 200: shapes.filedAnswer } } },
    (request) => filing.file(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/unfiled-letters',
    { config: read, schema: { tags, querystring: shapes.unfiledQuery, response: { 200: shapes.unfiledPage } } },
    (request) => filing.unfiled(officeContext(request), request.query),
  );
  app.get(
    '/letters/:id/dossier',
    { config: read, schema: { tags, params, response: { 200: shapes.letterDossierAnswer } } },
    (request) => filing.ofLetter(officeContext(request), request.params.id),
  );
  app.post(
    '/dossiers/:id/holds',
    { config: manage, schema: { tags, params, body: shapes.reasonBody, response: { 201: shapes.idAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await holds.onDossier(officeContext(request), request.params.id, request.body.reason)),
  );
  app.post(
    '/letters/:id/holds',
    { config: manage, schema: { tags, params, body: shapes.reasonBody, response: { 201: shapes.idAnswer } } },
    async (request, reply) =>
      reply.code(201).send(await holds.onLetter(officeContext(request), request.params.id, request.body.reason)),
  );
  app.post(
    '/legal-holds/:id/lift',
    { config: manage, schema: { tags, params, body: shapes.reasonBody, response: { 200: shapes.idAnswer } } },
    (request) => holds.lift(officeContext(request), request.params.id, request.body.reason),
  );
}

/** Dossiers, the retention schedule, holds and disposal. */
export function archiveRoutes(instance: FastifyInstance, service: ArchiveService): void {
  scheduleRoutes(instance, service.schedule);
  dossierRoutes(instance, service);
  disposalRoutes(instance, service);
}
