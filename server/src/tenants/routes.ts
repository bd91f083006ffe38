import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { anyone, superadmin } from '../core/http/access.ts';
import { consoleContext } from '../core/http/context.ts';
import { streamEvents } from '../core/http/sse.ts';
import type { EventHub } from '../core/queue/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { officeUrl } from './addresses.ts';
import { findArchive } from './archive/export.ts';
import { listOffices, type StepRow, searchRegions, type TenantRow } from './repository.ts';
import * as schema from './schema.ts';
import type { TenantService } from './service.ts';

export interface TenantRouteDeps {
  service: TenantService;
  tenancy: Tenancy;
  hub: EventHub;
  publicUrl: string;
  exportsFolder: string;
}

const toItem = (row: TenantRow) => ({ ...row, id: row.slug });
const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());
const withInstants = (row: TenantRow) => ({
  ...toItem(row),
  statusSince: new Date(row.statusSince).toISOString(),
  createdAt: new Date(row.createdAt).toISOString(),
  activatedAt: iso(row.activatedAt),
});

function toStep(name: string, row: StepRow | undefined, failed: boolean) {
  const running = failed ? ('failed' as const) : ('running' as const);
  const state = row ? (row.finishedAt === null ? running : ('done' as const)) : ('waiting' as const);
  return {
    step: name,
    state,
    startedAt: iso(row?.startedAt ?? null),
    finishedAt: iso(row?.finishedAt ?? null),
    milliseconds: row?.finishedAt ? Date.parse(row.finishedAt) - Date.parse(row.startedAt) : null,
    detail: row?.detail ?? null,
  };
}

/** The superadmin's regencies and jobs, and what the public front page asks. */
export function tenantRoutes(instance: FastifyInstance, deps: TenantRouteDeps): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { service, tenancy, publicUrl } = deps;
  const asSuperadmin = { config: { access: superadmin } };
  const tags = ['platform'];

  app.get(
    '/platform/tenants',
    { ...asSuperadmin, schema: { tags, querystring: schema.tenantListQuery, response: { 200: schema.tenantList } } },
    async (request) => {
      const { items, nextCursor } = await service.list(request.query);
      return { items: items.map(withInstants), nextCursor };
    },
  );
  app.post(
    '/platform/tenants',
    { ...asSuperadmin, schema: { tags, body: schema.tenantOrderBody, response: { 202: schema.tenantOrdered } } },
    async (request, reply) => {
      const repeatable = typeof request.headers['idempotency-key'] === 'string';
      return reply.code(202).send(await service.create(consoleContext(request), request.body, repeatable));
    },
  );
  app.get(
    '/platform/tenants/:slug',
    { ...asSuperadmin, schema: { tags, params: schema.slugParams, response: { 200: schema.tenantDetail } } },
    async (request) => {
      const { row, steps, jobId } = await service.get(request.params.slug);
      return {
        ...withInstants(row),
        admin: { name: row.adminName, email: row.adminEmail },
        failure: row.failure,
        steps: steps.map((step) => toStep(step.name, step.row, row.status === 'failed')),
        jobId,
      };
    },
  );
  for (const act of ['retry', 'export', 'remove'] as const) {
    app.post(
      `/platform/tenants/:slug/${act}`,
      { ...asSuperadmin, schema: { tags, params: schema.slugParams, response: { 202: schema.tenantOrdered } } },
      async (request, reply) => reply.code(202).send(await service[act](consoleContext(request), request.params.slug)),
    );
  }
  for (const act of ['suspend', 'resume'] as const) {
    app.post(
      `/platform/tenants/:slug/${act}`,
      { ...asSuperadmin, schema: { tags, params: schema.slugParams, response: { 200: schema.statusAnswer } } },
      async (request) => service[act](consoleContext(request), request.params.slug),
    );
  }
  app.post(
    '/platform/tenants/:slug/invite',
    { ...asSuperadmin, schema: { tags, params: schema.slugParams, response: { 200: schema.invitationAnswer } } },
    async (request) => service.invite(consoleContext(request), request.params.slug),
  );
  app.get(
    '/platform/tenants/:slug/exports/:id',
    { ...asSuperadmin, schema: { tags, params: schema.exportParams } },
    async (request, reply) => {
      const { slug, id } = request.params;
      const archive = await findArchive(deps.exportsFolder, slug, id);
      return reply
        .type('application/gzip')
        .header('content-length', archive.size)
        .header('content-disposition', `attachment; filename="${slug}.tar.gz"`)
        .send(createReadStream(archive.path));
    },
  );
  app.get(
    '/platform/jobs/:id',
    { ...asSuperadmin, schema: { tags, params: schema.jobParams, response: { 200: schema.jobAnswer } } },
    async (request) => service.job(request.params.id),
  );
  app.get('/platform/events', { ...asSuperadmin, schema: { tags } }, async (request, reply) => {
    streamEvents(request, reply, (send) =>
      deps.hub.subscribe(null, ({ topic, id }) => send({ topic, ...(id === undefined ? {} : { id }) })),
    );
  });

  app.get(
    '/regions',
    {
      config: { access: anyone },
      schema: { tags: ['public'], querystring: schema.regionQuery, response: { 200: schema.regionList } },
    },
    async (request) => {
      const rows = await tenancy.readPlatform((read) => searchRegions(read, request.query.q, request.query.limit));
      return { items: rows.map((row) => ({ ...row, id: row.code })) };
    },
  );
  app.get(
    '/offices',
    { config: { access: anyone }, schema: { tags: ['public'], response: { 200: schema.officeList } } },
    async () => {
      const rows = await tenancy.readPlatform(listOffices);
      return { items: rows.map((row) => ({ ...row, id: row.slug, url: officeUrl(publicUrl, row.slug) })) };
    },
  );
}
