import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { checkTemplateBody } from '../adapters/typesetting/index.ts';
import { auditPlatform } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import { superadmin } from '../core/http/access.ts';
import { type ConsoleContext, consoleContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { type ImportAnswer, importAnswer, portableContent, readDocx } from '../templates/index.ts';
import * as schema from './schema.ts';

/** Types of naskah dinas that every regency starts with. */
export interface StandardType {
  code: string;
  name: string;
}

interface Deps {
  tenancy: Tenancy;
  standardTypes: readonly StandardType[];
  /** Reads a Word document into a text to publish. @throws invalid_docx */
  importDocx(bytes: Uint8Array): Promise<ImportAnswer>;
}

/** Templates that the superadmin publishes for every regency. */
export function createNationalTemplates({ tenancy, standardTypes, importDocx }: Deps) {
  return {
    types: standardTypes,
    importDocx,

    /** Newest first, also those taken back. */
    list: () =>
      tenancy.readPlatform(async (read) => {
        const rows =
          await read.execute<schema.NationalItem>(sql`select id, source_id as "sourceId", version, name, type, description,
          licence, attribution, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
          to_char(withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "withdrawnAt", adopters
          from platform.national_templates()`);
        return { items: [...rows] };
      }),

    /** A new template, or the next version of one. @throws invalid_input with every field at fault, not_found */
    async publish(ctx: ConsoleContext, input: schema.NationalInput) {
      const { name, type, description, licence, attribution } = input;
      const { body, defaults } = portableContent({ body: input.body, defaults: input.defaults });
      const errors = [
        ...(standardTypes.some(({ code }) => code === type)
          ? []
          : [{ path: 'type', message: 'Jenis naskah ini bukan jenis baku.' }]),
        ...checkTemplateBody(body).map(({ path, message }) => ({ path: ['body', ...path].join('.'), message })),
      ];
      const [first] = errors;
      if (first) throw problem(commonProblems.invalidInput, { detail: first.message, errors });
      const [id, sourceId] = [newId(), input.sourceId ?? newId()];
      const version = await tenancy.withPlatform(async (tx) => {
        if (input.sourceId !== undefined) {
          const known = await tx.execute(
            sql`select 1 from platform.national_templates() n where n.source_id = ${sourceId}::uuid limit 1`,
          );
          if (known.length === 0) throw problem(commonProblems.notFound, { detail: 'Templat nasional ini tidak ada.' });
        }
        const [row] = await tx.execute<{ version: number }>(sql`select platform.publish_national_template(${id}::uuid,
          ${sourceId}::uuid, ${name}, ${type}, ${description ?? null}, ${licence ?? null}, ${attribution ?? null},
          ${JSON.stringify({ body, defaults })}::text::jsonb) as version`);
        if (!row) throw new Error('the database gave no version');
        await auditPlatform(tx, {
          actor: ctx.actor.username,
          action: 'template.published',
          subject: { kind: 'national_template', id },
          detail: { sourceId, name, type, version: row.version },
        });
        return row.version;
      });
      outbox.poke();
      return { id, sourceId, version };
    },

    /** Stops new adoption; copies stay in use. Doing so twice changes nothing. @throws not_found */
    async withdraw(ctx: ConsoleContext, id: string) {
      await tenancy.withPlatform(async (tx) => {
        const [row] = await tx.execute<{ known: boolean }>(
          sql`select platform.withdraw_national_template(${id}::uuid) as known`,
        );
        if (!row?.known) throw problem(commonProblems.notFound, { detail: 'Templat nasional ini tidak ada.' });
        await auditPlatform(tx, {
          actor: ctx.actor.username,
          action: 'template.withdrawn',
          subject: { kind: 'national_template', id },
        });
      });
      return { id };
    },
  };
}

export type NationalTemplates = ReturnType<typeof createNationalTemplates>;

/** The console's side of the catalogue. */
export function nationalTemplateRoutes(instance: FastifyInstance, service: NationalTemplates): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: superadmin };
  const tags = ['platform'];

  app.get('/platform/templates', { config, schema: { tags, response: { 200: schema.nationalList } } }, () =>
    service.list(),
  );
  app.get('/platform/templates/types', { config, schema: { tags, response: { 200: schema.nationalTypes } } }, () => ({
    items: service.types.map(({ code, name }) => ({ code, name })),
  }));
  app.post(
    '/platform/templates',
    { config, schema: { tags, body: schema.nationalBody, response: { 201: schema.nationalPublished } } },
    async (request, reply) => reply.code(201).send(await service.publish(consoleContext(request), request.body)),
  );
  app.post(
    '/platform/templates/import',
    {
      config,
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        description: 'Multipart: one file `file` (.docx, at most 10 MB). Keeps nothing: publish with the answer.',
        response: { 200: importAnswer },
      },
    },
    async (request) => service.importDocx(await readDocx(request)),
  );
  app.post(
    '/platform/templates/:id/withdraw',
    { config, schema: { tags, params: schema.idParams, response: { 200: schema.nationalWithdrawn } } },
    (request) => service.withdraw(consoleContext(request), request.params.id),
  );
}
