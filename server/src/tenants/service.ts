import { sql } from 'drizzle-orm';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { ConsoleContext } from '../core/http/context.ts';
import { findWork, outbox, type Work } from '../core/queue/index.ts';
import { type Tenancy, tenantOf } from '../core/tenancy/index.ts';
import { actOnTenant } from './acts.ts';
import { makeInvitation } from './invitation.ts';
import { orderTenant } from './orders.ts';
import { tenantProblems as problems } from './problems.ts';
import { findLatestJob, findRegion, findTenantRow, listSteps, listTenantRows, type TenantRow } from './repository.ts';
import { stepsFor, type TenantAct, type TenantStatus } from './rules.ts';

type Deps = {
  tenancy: Tenancy;
  clock: Clock;
  publicUrl: string;
  /** Forgets what this process remembers of a regency's state. */
  forgetTenant(slug: string): void;
};

export type NewTenantOrder = {
  slug: string;
  name: string;
  regionCode: string;
  kind: 'kabupaten' | 'kota';
  admin: { name: string; email: string };
};

export type TenantService = ReturnType<typeof createTenantService>;

const field = (path: string, message: string) =>
  problem(commonProblems.invalidInput, { detail: message, errors: [{ path, message }] });

/** The superadmin's use cases on regencies. */
export function createTenantService({ tenancy, clock, publicUrl, forgetTenant }: Deps) {
  const notFound = () => problem(commonProblems.notFound);

  async function act(ctx: ConsoleContext, slug: string, what: TenantAct) {
    const answer = await actOnTenant(tenancy, slug, what, ctx.actor.username);
    forgetTenant(slug);
    return answer;
  }

  async function order(ctx: ConsoleContext, slug: string, what: TenantAct) {
    const { status, jobId } = await act(ctx, slug, what);
    if (jobId === null) throw new Error('this act orders a job');
    return { tenant: { slug, status }, jobId };
  }

  /** The job's result as the superadmin sees it; an invitation's link is made at the first look and shown once. */
  async function resultOf(work: Work): Promise<Record<string, unknown> | null> {
    if (work.result === null || typeof work.result !== 'object') return null;
    const result = { ...work.result } as Record<string, unknown>;
    const { invitation, slug } = result;
    delete result.invitation;
    if (work.kind !== 'tenant.provision' || invitation !== 'link' || typeof slug !== 'string') return result;
    const row = await tenancy.readPlatform((read) => findTenantRow(read, slug));
    if (row?.status !== 'active') return result;
    const invited = await makeInvitation({ tenancy, clock, publicUrl }, tenantOf(slug));
    const first = await tenancy.withPlatform((tx) =>
      tx.execute(sql`update platform.work set result = result || '{"invitation": "shown"}'
        where id = ${work.id} and result ->> 'invitation' = 'link' returning id`),
    );
    return invited && first.length > 0 ? { ...result, activationUrl: invited.url } : result;
  }

  return {
    async list(query: {
      q?: string | undefined;
      status?: TenantStatus | undefined;
      cursor?: string | undefined;
      limit: number;
    }) {
      const rows = await tenancy.readPlatform((read) =>
        listTenantRows(read, { ...query, after: query.cursor, limit: query.limit + 1 }),
      );
      const items = rows.slice(0, query.limit);
      return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.slug ?? null) : null };
    },

    /** A regency with its steps. @throws not_found */
    async get(slug: string) {
      const [row, steps, jobId] = await tenancy.readPlatform((read) =>
        Promise.all([findTenantRow(read, slug), listSteps(read, slug), findLatestJob(read, slug, 'tenant.provision')]),
      );
      if (!row) throw notFound();
      return {
        row,
        steps: stepsFor(row).map((name) => ({ name, row: steps.find((each) => each.step === name) })),
        jobId,
      };
    },

    /**
     * Orders a regency. With an idempotency key an order equal to the existing regency's gets the same answer again.
     * @throws invalid_input, tenant_exists, region_taken
     */
    async create(ctx: ConsoleContext, input: NewTenantOrder, repeatable: boolean) {
      const answer = await tenancy.withPlatform(async (tx) => {
        const region = await findRegion(tx, input.regionCode);
        if (!region) throw field('regionCode', `Tidak ada daerah dengan kode ${input.regionCode}.`);
        if (region.kind !== input.kind) throw field('kind', `${region.name} adalah ${region.kind}.`);
        const known = await findTenantRow(tx, input.slug);
        if (repeatable && known && isSameOrder(known, input)) {
          const jobId = await findLatestJob(tx, input.slug, 'tenant.provision');
          if (jobId) return { tenant: { slug: known.slug, status: known.status }, jobId };
        }
        const ordered = await orderTenant(tx, { ...input, region, demo: false }, ctx.actor.username);
        return { tenant: { slug: input.slug, status: 'pending' as const }, jobId: ordered.jobId };
      });
      forgetTenant(input.slug);
      outbox.poke();
      return answer;
    },

    retry: (ctx: ConsoleContext, slug: string) => order(ctx, slug, 'retry'),
    suspend: (ctx: ConsoleContext, slug: string) => act(ctx, slug, 'suspend'),
    resume: (ctx: ConsoleContext, slug: string) => act(ctx, slug, 'resume'),
    export: (ctx: ConsoleContext, slug: string) => order(ctx, slug, 'export'),
    remove: (ctx: ConsoleContext, slug: string) => order(ctx, slug, 'remove'),

    /** A new activation link for an administrator who has not set a password. @throws not_found, tenant_state */
    async invite(ctx: ConsoleContext, slug: string) {
      await act(ctx, slug, 'invite');
      const invited = await makeInvitation({ tenancy, clock, publicUrl }, tenantOf(slug));
      if (!invited)
        throw problem(problems.tenantState, { detail: 'Administrator daerah ini sudah membuat kata sandinya.' });
      return { activationUrl: invited.url };
    },

    /** A job of the platform or of a regency; never its payload. @throws not_found */
    async job(id: string) {
      const work = await tenancy.readPlatform((read) => findWork(read, id));
      if (!work) throw notFound();
      const status = {
        open: work.touchedAt === work.createdAt ? 'queued' : 'active',
        done: 'completed',
        failed: 'failed',
      } as const;
      return {
        id: work.id,
        kind: work.kind,
        status: status[work.state],
        progress: work.progress,
        tenant: work.tenantSlug,
        result: work.state === 'done' ? await resultOf(work) : null,
        error: work.state === 'failed' ? work.error : null,
      };
    },
  };
}

const isSameOrder = (row: TenantRow, input: NewTenantOrder): boolean =>
  row.name === input.name &&
  row.regionCode === input.regionCode &&
  row.adminName === input.admin.name &&
  row.adminEmail === input.admin.email &&
  row.status !== 'removed' &&
  row.status !== 'removing';
