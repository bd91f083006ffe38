import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { requireLetterType } from '../letter-types/index.ts';
import * as repository from './repository.ts';
import type { CreateTemplate, TemplateAnswer, TemplateItem, UpdateTemplate } from './schema.ts';

const notFound = () => problem(commonProblems.notFound, { detail: 'Templat ini tidak ada.' });
const actorOf = (ctx: OfficeContext) => ({ personId: ctx.actor.personId, name: ctx.actor.name });

function toItem(row: repository.TemplateRow): TemplateItem {
  const { originSlug, originName, originVersion, originOfferId: _, updatedAt, ...rest } = row;
  return {
    ...rest,
    state: row.publishedVersion === null ? 'draft' : 'published',
    origin:
      originSlug === null ? null : { slug: originSlug, name: originName ?? originSlug, version: originVersion ?? 1 },
    updatedAt: updatedAt.toISOString(),
  };
}

async function answerOf(read: TenantRead, id: string, wanted: number | null): Promise<TemplateAnswer> {
  const row = await repository.findTemplate(read, id);
  if (!row) throw notFound();
  const version = await repository.findVersion(read, id, wanted ?? row.version);
  if (!version) throw notFound();
  const versions = await repository.listVersions(read, id);
  return {
    ...toItem(row),
    body: version.body,
    defaults: version.defaults,
    versions: versions.map((each) => ({
      version: each.version,
      createdAt: each.createdAt.toISOString(),
      publishedAt: each.publishedAt?.toISOString() ?? null,
    })),
  };
}

export interface ListTemplates {
  limit: number;
  cursor?: string | undefined;
  type?: string | undefined;
  q?: string | undefined;
}

export type TemplateService = ReturnType<typeof createTemplateService>;

/** Templates of letters: every edit is a new version, a published one never changes. */
export function createTemplateService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  return {
    /** Administrators also see what was never published. */
    list: (ctx: OfficeContext, query: ListTemplates): Promise<Page<TemplateItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const rows = await repository.listTemplates(read, {
          drafts: ctx.actor.permissions.has('templates.manage'),
          type: query.type ?? null,
          pattern: query.q ? `%${repository.likeLiteral(query.q)}%` : null,
          cursor: query.cursor ?? null,
          limit: query.limit + 1,
        });
        const page = toPage(rows, query.limit);
        return { items: page.items.map(toItem), nextCursor: page.nextCursor };
      }),

    /** @throws not_found, also for a draft that the person may not manage */
    get: (ctx: OfficeContext, id: string, version: number | null): Promise<TemplateAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const manages = ctx.actor.permissions.has('templates.manage');
        const row = await repository.findTemplate(read, id);
        if (!row || (!manages && row.publishedVersion === null)) throw notFound();
        return answerOf(read, id, version ?? (manages ? null : row.publishedVersion));
      }),

    /** @throws unknown_letter_type */
    create: (ctx: OfficeContext, input: CreateTemplate): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await requireLetterType(tx, input.type);
        const id = newId();
        const now = clock.now();
        const { name, type } = input;
        await repository.insertTemplate(
          tx,
          {
            id,
            name,
            type,
            description: input.description ?? null,
            createdBy: ctx.actor.personId,
            createdAt: now,
            updatedAt: now,
          },
          { version: 1, body: input.body, defaults: input.defaults ?? {}, createdAt: now },
        );
        await audit(tx, { actor: actorOf(ctx), action: 'template.created', subject: { kind: 'template', id } });
        return answerOf(tx, id, null);
      }),

    /** Adds the next version as a draft. @throws not_found, stale_version */
    update: (ctx: OfficeContext, id: string, input: UpdateTemplate): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockedTemplate(tx, id, input.version);
        const current = await repository.findVersion(tx, id, row.version);
        if (!current) throw new Error('template without a version');
        const now = clock.now();
        const version = row.version + 1;
        await repository.insertVersion(tx, {
          templateId: id,
          version,
          body: input.body ?? current.body,
          defaults: input.defaults ?? current.defaults,
          createdAt: now,
        });
        await repository.updateTemplate(tx, id, {
          updatedAt: now,
          ...(input.name === undefined ? {} : { name: input.name }),
          ...(input.description === undefined ? {} : { description: input.description }),
        });
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'template.edited',
          subject: { kind: 'template', id },
          detail: { version },
        });
        return answerOf(tx, id, null);
      }),

    /** Publishes the newest version; doing so twice changes nothing. @throws not_found, stale_version */
    publish: (ctx: OfficeContext, id: string, seen: number | undefined): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockedTemplate(tx, id, seen);
        if (row.publishedVersion !== row.version) {
          await repository.publishVersion(tx, id, row.version, clock.now());
          await audit(tx, {
            actor: actorOf(ctx),
            action: 'template.published',
            subject: { kind: 'template', id },
            detail: { version: row.version },
          });
        }
        return answerOf(tx, id, null);
      }),

    searchClassifications: (
      ctx: OfficeContext,
      query: { q?: string | undefined; limit: number; cursor?: string | undefined },
    ) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const rows = await repository.searchClassifications(read, {
          q: query.q ?? '',
          cursor: query.cursor ?? null,
          limit: query.limit + 1,
        });
        const items = rows.slice(0, query.limit);
        return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.code ?? null) : null };
      }),
  };
}

async function lockedTemplate(tx: TenantTx, id: string, seen: number | undefined): Promise<repository.TemplateRow> {
  if (!(await repository.lockTemplate(tx, id))) throw notFound();
  const row = await repository.findTemplate(tx, id);
  if (!row) throw notFound();
  if (seen !== undefined && seen !== row.version) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Templat ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
      extra: { version: row.version },
    });
  }
  return row;
}
