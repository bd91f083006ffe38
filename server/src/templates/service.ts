import type { z } from 'zod';
import { createDocxImporter, DocxError, type DocxImporter } from '../adapters/docx/index.ts';
import { checkTemplateBody, type LetterBody, letterBodySchema } from '../adapters/typesetting/index.ts';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { requireLetterType } from '../letter-types/index.ts';
import { readDefaults, type TemplateDefaults } from './defaults.ts';
import { findPrintedPeople, type PrintedPerson, type personQuery } from './person-lookup.ts';
import { templateProblems } from './problems.ts';
import * as repository from './repository.ts';
import type {
  CreateTemplate,
  ImportAnswer,
  RestoreTemplate,
  TemplateAnswer,
  TemplateItem,
  UpdateTemplate,
} from './schema.ts';
import type { templateVersions } from './tables.ts';

const notFound = () => problem(commonProblems.notFound, { detail: 'Templat ini tidak ada.' });
const actorOf = (ctx: OfficeContext) => ({ personId: ctx.actor.personId, name: ctx.actor.name });

function toItem(row: repository.TemplateRow, stopped: ReadonlyMap<string, repository.StoppedCopy>): TemplateItem {
  const { originSlug, originName, originVersion, originOfferId, updatedAt, archivedAt, ...rest } = row;
  return {
    ...rest,
    state: row.publishedVersion === null ? 'draft' : 'published',
    origin:
      originSlug === null ? null : { slug: originSlug, name: originName ?? originSlug, version: originVersion ?? 1 },
    stopped: (originOfferId === null ? undefined : stopped.get(originOfferId)) ?? null,
    updatedAt: updatedAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
  };
}

/**
 * Checks what schemas cannot: the fields of the text, and the posts, units and regencies that the defaults name.
 * @throws invalid_template with every fault and its path
 */
async function requireUsable(
  read: TenantRead,
  input: { body?: LetterBody | undefined; defaults?: TemplateDefaults | undefined },
  today: string,
): Promise<void> {
  const inBody = input.body ? checkTemplateBody(input.body) : [];
  const { gone } = input.defaults ? await readDefaults(read, input.defaults, today) : { gone: [] };
  const errors = [
    ...inBody.map(({ path, message }) => ({ path: ['body', ...path].join('.'), message })),
    ...gone.map(({ path, message }) => ({ path: `defaults.${path}`, message })),
  ];
  const [first] = errors;
  if (first) throw problem(templateProblems.invalidTemplate, { detail: first.message, errors });
}

async function answerOf(read: TenantRead, id: string, wanted: number | null, today: string): Promise<TemplateAnswer> {
  const row = await repository.findTemplate(read, id);
  if (!row) throw notFound();
  const version = await repository.findVersion(read, id, wanted ?? row.version);
  if (!version) throw notFound();
  const [versions, { names, gone }, stopped] = await Promise.all([
    repository.listVersions(read, id),
    readDefaults(read, version.defaults, today),
    repository.findStopped(read, [row.originOfferId]),
  ]);
  return {
    ...toItem(row, stopped),
    shownVersion: version.version,
    body: version.body,
    defaults: version.defaults,
    names,
    gone,
    versions: versions.map((each) => ({
      ...each,
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
  archived?: 'true' | 'false' | undefined;
}

export type TemplateService = ReturnType<typeof createTemplateService>;

/** Templates of letters: every edit is a new version, a published one never changes. */
export function createTemplateService({
  tenancy,
  clock,
  docx = createDocxImporter(),
}: {
  tenancy: Tenancy;
  clock: Clock;
  docx?: DocxImporter;
}) {
  const todayOf = (ctx: OfficeContext): string => dateIn(ctx.tenant.timeZone, clock.now());

  /** Adds a version to a template and answers it. */
  async function addVersion(
    tx: TenantTx,
    ctx: OfficeContext,
    row: repository.TemplateRow,
    next: Pick<typeof templateVersions.$inferInsert, 'body' | 'defaults' | 'source' | 'restoredFrom'>,
    names: { name?: string | undefined; description?: string | null | undefined } = {},
  ): Promise<TemplateAnswer> {
    const now = clock.now();
    const version = row.version + 1;
    const { id } = row;
    await repository.insertVersion(tx, {
      ...next,
      templateId: id,
      version,
      createdBy: ctx.actor.personId,
      createdAt: now,
    });
    await repository.updateTemplate(tx, id, {
      updatedAt: now,
      ...(names.name === undefined ? {} : { name: names.name }),
      ...(names.description === undefined ? {} : { description: names.description }),
    });
    await audit(tx, {
      actor: actorOf(ctx),
      action: next.restoredFrom ? 'template.restored' : 'template.edited',
      subject: { kind: 'template', id },
      detail: { version, ...(next.restoredFrom ? { from: next.restoredFrom } : {}) },
    });
    return answerOf(tx, id, null, todayOf(ctx));
  }

  return {
    /** Administrators also see what was never published. */
    list: (ctx: OfficeContext, query: ListTemplates): Promise<Page<TemplateItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const rows = await repository.listTemplates(read, {
          drafts: ctx.actor.permissions.has('templates.manage'),
          archived: query.archived === 'true' && ctx.actor.permissions.has('templates.manage'),
          type: query.type ?? null,
          pattern: query.q ? `%${repository.likeLiteral(query.q)}%` : null,
          cursor: query.cursor ?? null,
          limit: query.limit + 1,
        });
        const page = toPage(rows, query.limit);
        const origins = page.items.map((row) => row.originOfferId);
        const stopped = await repository.findStopped(read, origins);
        return { items: page.items.map((row) => toItem(row, stopped)), nextCursor: page.nextCursor };
      }),

    /** @throws not_found, also for a draft that the person may not manage */
    get: (ctx: OfficeContext, id: string, version: number | null): Promise<TemplateAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const manages = ctx.actor.permissions.has('templates.manage');
        const row = await repository.findTemplate(read, id);
        if (!row || (!manages && row.publishedVersion === null)) throw notFound();
        return answerOf(read, id, version ?? (manages ? null : row.publishedVersion), todayOf(ctx));
      }),

    /** @throws unknown_letter_type, invalid_template */
    create: (ctx: OfficeContext, input: CreateTemplate): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await requireLetterType(tx, input.type);
        await requireUsable(tx, input, todayOf(ctx));
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
          {
            version: 1,
            body: input.body,
            defaults: input.defaults ?? {},
            createdBy: ctx.actor.personId,
            source: input.source ?? 'written',
            createdAt: now,
          },
        );
        await audit(tx, { actor: actorOf(ctx), action: 'template.created', subject: { kind: 'template', id } });
        return answerOf(tx, id, null, todayOf(ctx));
      }),

    /**
     * Reads a .docx into a text to start from; keeps nothing.
     * @throws invalid_docx for a file that is broken, hostile or too large, or that makes no letter
     */
    async importDocx(bytes: Uint8Array): Promise<ImportAnswer> {
      try {
        const { body, notices } = await docx.convert(bytes);
        const parsed = letterBodySchema.safeParse(body);
        const fault = parsed.success ? checkTemplateBody(parsed.data)[0] : parsed.error.issues[0];
        if (!parsed.success || fault) throw new DocxError(fault?.message ?? 'Isi dokumen ini tidak dapat dicetak.');
        return { body: parsed.data, notices };
      } catch (error) {
        if (!(error instanceof DocxError)) throw error;
        throw problem(templateProblems.invalidDocx, {
          detail: error.message,
          errors: [{ path: 'file', message: error.message }],
          cause: error,
        });
      }
    },

    /** People of this office with what letters print of them. */
    findPeople: (ctx: OfficeContext, query: z.infer<typeof personQuery>): Promise<{ items: PrintedPerson[] }> =>
      tenancy.readTenant(ctx.tenant, async (read) => ({ items: await findPrintedPeople(read, query, todayOf(ctx)) })),

    close: () => docx.close(),

    /** Adds the next version as a draft. @throws not_found, stale_version, template_archived, invalid_template */
    update: (ctx: OfficeContext, id: string, input: UpdateTemplate): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockedTemplate(tx, id, input.version);
        await requireUsable(tx, input, todayOf(ctx));
        const current = await repository.findVersion(tx, id, row.version);
        if (!current) throw new Error('template without a version');
        const { body = current.body, defaults = current.defaults } = input;
        return addVersion(tx, ctx, row, { body, defaults }, input);
      }),

    /**
     * Repeats an old version as the newest draft. Its defaults may name what is gone by now; the answer says so.
     * @throws not_found, stale_version, template_archived
     */
    restore: (ctx: OfficeContext, id: string, input: RestoreTemplate): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockedTemplate(tx, id, input.version);
        const old = await repository.findVersion(tx, id, input.from);
        if (!old || input.from >= row.version)
          throw problem(commonProblems.notFound, { detail: 'Versi ini tidak ada.' });
        const { body, defaults } = old;
        return addVersion(tx, ctx, row, { body, defaults, source: 'restored', restoredFrom: input.from });
      }),

    /** Puts a template away, or takes it out again; doing so twice changes nothing. @throws not_found, stale_version */
    setArchived: (
      ctx: OfficeContext,
      id: string,
      archived: boolean,
      seen: number | undefined,
    ): Promise<TemplateAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockedTemplate(tx, id, seen, { archivedToo: true });
        if ((row.archivedAt !== null) !== archived) {
          const by = archived
            ? { archivedAt: clock.now(), archivedBy: ctx.actor.personId }
            : { archivedAt: null, archivedBy: null };
          await repository.updateTemplate(tx, id, by);
          const action = archived ? 'template.archived' : 'template.unarchived';
          await audit(tx, { actor: actorOf(ctx), action, subject: { kind: 'template', id } });
        }
        return answerOf(tx, id, null, todayOf(ctx));
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
        return answerOf(tx, id, null, todayOf(ctx));
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

async function lockedTemplate(
  tx: TenantTx,
  id: string,
  seen: number | undefined,
  { archivedToo = false } = {},
): Promise<repository.TemplateRow> {
  if (!(await repository.lockTemplate(tx, id))) throw notFound();
  const row = await repository.findTemplate(tx, id);
  if (!row) throw notFound();
  if (row.archivedAt !== null && !archivedToo) {
    throw problem(templateProblems.templateArchived, { detail: 'Keluarkan templat ini dari arsip dahulu.' });
  }
  if (seen !== undefined && seen !== row.version) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Templat ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
      extra: { version: row.version },
    });
  }
  return row;
}
