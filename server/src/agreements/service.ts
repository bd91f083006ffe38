import { dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type PageQuery, toPage } from '../core/http/pagination.ts';
import { createAct, refuseFaults } from './acting.ts';
import { changeFaults } from './changing.ts';
import { proposeAgreement, requestChanges, terminateAgreement } from './commands.ts';
import { missingContents } from './contents.ts';
import type { AgreementDeps } from './deps.ts';
import { openPlaceholders } from './document.ts';
import { createDrafting } from './drafting.ts';
import { createFurtherActs } from './further.ts';
import { demandAct, loadAgreement } from './loading.ts';
import { createPlans } from './plan.ts';
import {
  type AgreementRow,
  listAgreements,
  listComments,
  listEvents,
  listParties,
  listRegister,
  listRelated,
  listVersions,
} from './repository.ts';
import { type AgreementState, dateFaults, mayRead } from './rules.ts';
import type {
  AgreementAnswer,
  ChangeAgreementInput,
  CommentInput,
  CouncilInput,
  CreateAgreementInput,
  EditAgreementInput,
} from './schema.ts';
import { createAgreementFiles } from './signing.ts';
import { summaryOf, viewAgreement } from './view.ts';

/** Drafting, proposing, signing and ending agreements, as one party. */
export function createAgreementService(deps: AgreementDeps) {
  const { tenancy, clock } = deps;
  const files = createAgreementFiles(deps);
  const act = createAct(deps);
  const drafting = createDrafting(deps, act);
  const further = createFurtherActs(deps, act);

  function demandReader(ctx: OfficeContext): void {
    if (!mayRead(ctx.actor)) {
      throw problem(commonProblems.forbidden, { detail: 'Kesepakatan dibaca oleh bupati, sekda, dan admin.' });
    }
  }

  async function get(ctx: OfficeContext, id: string): Promise<AgreementAnswer> {
    demandReader(ctx);
    const loaded = await loadAgreement(tenancy, ctx, id);
    const [versions, events, comments, related] = await tenancy.readTenant(ctx.tenant, (read) =>
      Promise.all([
        listVersions(read, id),
        listEvents(read, id),
        listComments(read, id),
        listRelated(read, loaded.row),
      ]),
    );
    if (loaded.row.state === 'proposed') {
      // Reading must not fail because typesetting does; signing would say so.
      await files
        .latestRevision(ctx, loaded)
        .catch((error: unknown) =>
          ctx.log.warn({ err: error, agreement: id }, 'the unsigned agreement is not stored yet'),
        );
    }
    return viewAgreement(
      loaded,
      { versions, events, comments, related },
      {
        actor: ctx.actor,
        slug: ctx.tenant.slug,
        now: clock.now(),
      },
    );
  }

  /** Whether a change still goes on from the agreement as it stands now, by field. */
  async function faultsOfChange(ctx: OfficeContext, row: AgreementRow) {
    const { baseId, baseRelation } = row;
    if (baseId === null || baseRelation === null) return [];
    const base = await loadAgreement(tenancy, ctx, baseId);
    const related = await tenancy.readTenant(ctx.tenant, (read) => listRelated(read, base.row));
    const last = related.filter((each) => each.baseId === baseId && each.signedAt !== null).at(-1) ?? base.row;
    return changeFaults(baseRelation, row, last);
  }

  return {
    get,
    plans: createPlans(deps, act, demandReader),
    pdf(ctx: OfficeContext, id: string) {
      demandReader(ctx);
      return files.pdf(ctx, id);
    },

    async list(ctx: OfficeContext, query: PageQuery & { state?: readonly AgreementState[] | undefined }) {
      demandReader(ctx);
      const rows = await tenancy.readTenant(ctx.tenant, (read) => listAgreements(read, query, query.state ?? []));
      const page = toPage(rows, query.limit);
      const ids = page.items.map((row) => row.id);
      const parties = ids.length === 0 ? [] : await tenancy.readTenant(ctx.tenant, (read) => listParties(read, ids));
      const items = page.items.map((row) => {
        const own = parties.filter((party) => party.agreementId === row.id);
        const us = own.find((party) => party.slug === ctx.tenant.slug);
        return {
          ...summaryOf(row),
          startsAt: row.startsAt.toISOString(),
          createdAt: row.createdAt.toISOString(),
          updatedAt: row.updatedAt.toISOString(),
          parties: own.map(({ slug, name, accent, markSvg, signedAt }) => ({
            slug,
            name,
            accent,
            markSvg,
            isUs: slug === ctx.tenant.slug,
            hasSigned: signedAt !== null,
          })),
          waitsForUs: (row.state === 'proposed' || row.state === 'signing') && us?.signedAt === null,
        };
      });
      return { items, nextCursor: page.nextCursor };
    },

    /** What this regency numbered in a year and all parties signed, in the order of its own numbers. */
    async register(ctx: OfficeContext, year: number) {
      demandReader(ctx);
      const rows = await tenancy.readTenant(ctx.tenant, (read) => listRegister(read, ctx.tenant.slug, year));
      const ids = rows.map(({ id }) => id);
      const parties = ids.length === 0 ? [] : await tenancy.readTenant(ctx.tenant, (read) => listParties(read, ids));
      const items = rows.map(({ ownNumber, signedAt, ...row }) => {
        const { id, kind, title, state, scope, startsOn, endsOn, relation } = summaryOf(row);
        const partners = parties.filter((each) => each.agreementId === id && each.slug !== ctx.tenant.slug);
        return {
          ...{ id, kind, title, state, scope, startsOn, endsOn, relation },
          number: ownNumber ?? '',
          signedAt: signedAt?.toISOString() ?? null,
          partners: partners.map(({ slug, name, number }) => ({ slug, name, number })),
        };
      });
      return { year, items };
    },

    /** @see createDrafting, for all three */
    create: async (ctx: OfficeContext, input: CreateAgreementInput) => get(ctx, await drafting.create(ctx, input)),
    startChange: async (ctx: OfficeContext, baseId: string, input: ChangeAgreementInput) =>
      get(ctx, await drafting.startChange(ctx, baseId, input)),
    async edit(ctx: OfficeContext, id: string, input: EditAgreementInput): Promise<AgreementAnswer> {
      await drafting.edit(ctx, id, input);
      return get(ctx, id);
    },

    /** @see createFurtherActs, for all three */
    async comment(ctx: OfficeContext, id: string, input: CommentInput): Promise<AgreementAnswer> {
      await further.comment(ctx, id, input);
      return get(ctx, id);
    },
    async resolveComment(ctx: OfficeContext, id: string, commentId: string): Promise<AgreementAnswer> {
      await further.resolve(ctx, id, commentId);
      return get(ctx, id);
    },
    async recordCouncil(ctx: OfficeContext, id: string, input: CouncilInput): Promise<AgreementAnswer> {
      await further.council(ctx, id, input);
      return get(ctx, id);
    },

    /** Freezes the content and draws all parties' numbers; the unsigned document is stored right after. */
    async propose(ctx: OfficeContext, id: string, input: { version?: number | undefined }): Promise<AgreementAnswer> {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandAct(ctx, loaded, 'propose', input.version);
      const { row } = loaded;
      const open = openPlaceholders(row.content.clauses);
      // A change says what it changes; the rest of what is required stands in the agreement itself.
      const missing = row.baseId === null ? missingContents(row.kind, row.content) : [];
      refuseFaults([
        ...dateFaults(row.startsOn, row.endsOn, dateIn(row.timeZone, clock.now())),
        ...(await faultsOfChange(ctx, row)),
        ...open.map((name) => ({ path: 'clauses', message: `isian {{${name}}} belum diganti` })),
        ...missing.map((label) => ({ path: 'clauses', message: `belum ada pasal tentang ${label}` })),
      ]);
      await act(ctx, id, 'agreement.proposed', { version: row.version }, (tx) =>
        proposeAgreement(tx, id, row.version, ctx.actor.name),
      );
      return get(ctx, id);
    },

    /** @see createAgreementFiles */
    async sign(ctx: OfficeContext, id: string, input: { passphrase: string; version?: number | undefined }) {
      await files.sign(ctx, id, input);
      return get(ctx, id);
    },

    /** Back to draft; signatures given so far are void. */
    async requestChanges(ctx: OfficeContext, id: string, input: { note: string; version?: number | undefined }) {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandAct(ctx, loaded, 'requestChanges', input.version);
      const { version } = loaded.row;
      await act(ctx, id, 'agreement.changes_requested', { version }, (tx) =>
        requestChanges(tx, id, version, ctx.actor.name, input.note),
      );
      return get(ctx, id);
    },

    /** At once, or after the notice that was agreed. */
    async terminate(ctx: OfficeContext, id: string, input: { reason: string; version?: number | undefined }) {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandAct(ctx, loaded, 'terminate', input.version);
      const { version } = loaded.row;
      await act(ctx, id, 'agreement.terminated', { version }, (tx) =>
        terminateAgreement(tx, id, version, ctx.actor.name, input.reason),
      );
      return get(ctx, id);
    },
  };
}

export type AgreementService = ReturnType<typeof createAgreementService>;
