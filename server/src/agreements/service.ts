import { audit } from '../core/audit/index.ts';
import { dateIn } from '../core/clock.ts';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type PageQuery, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { newVerifyCode } from '../core/verify-code.ts';
import {
  type AgreementDraft,
  createAgreement,
  editAgreement,
  proposeAgreement,
  requestChanges,
  terminateAgreement,
} from './commands.ts';
import type { AgreementDeps } from './deps.ts';
import { openPlaceholders } from './document.ts';
import { demandAct, loadAgreement } from './loading.ts';
import { agreementProblems as problems } from './problems.ts';
import { findRegencies, listAgreements, listEvents, listParties, listVersions } from './repository.ts';
import { publishRepresentative, type Representative } from './representative.ts';
import { type AgreementState, dateFaults, mayRead } from './rules.ts';
import type { AgreementAnswer, CreateAgreementInput, EditAgreementInput } from './schema.ts';
import { createAgreementFiles } from './signing.ts';
import { viewAgreement } from './view.ts';
import { standardContent } from './wording.ts';

const actorOf = (ctx: OfficeContext) => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  positionTitle: ctx.actor.positions[0]?.title ?? null,
});

const refuse = (errors: FieldError[]) =>
  problem(problems.invalid, { detail: 'Periksa isian yang disebut, lalu kirim lagi.', errors });

/** Drafting, proposing, signing and ending agreements, as one party. */
export function createAgreementService(deps: AgreementDeps) {
  const { tenancy, clock } = deps;
  const files = createAgreementFiles(deps);
  const today = (ctx: OfficeContext) => dateIn(ctx.tenant.timeZone, clock.now());

  /** One transaction of an act: partners learn who represents us, our own log says who did what. */
  async function act(
    ctx: OfficeContext,
    id: string,
    action: string,
    detail: Record<string, unknown>,
    change: (tx: TenantTx, own: Representative) => Promise<void>,
  ): Promise<void> {
    await tenancy.withTenant(ctx.tenant, async (tx) => {
      await change(tx, await publishRepresentative(tx, today(ctx)));
      await audit(tx, { actor: actorOf(ctx), action, subject: { kind: 'agreement', id }, detail });
    });
    outbox.poke();
  }

  function demandReader(ctx: OfficeContext): void {
    if (!mayRead(ctx.actor)) {
      throw problem(commonProblems.forbidden, { detail: 'Kesepakatan dibaca oleh bupati, sekda, dan admin.' });
    }
  }

  async function get(ctx: OfficeContext, id: string): Promise<AgreementAnswer> {
    demandReader(ctx);
    const loaded = await loadAgreement(tenancy, ctx, id);
    const [versions, events] = await tenancy.readTenant(ctx.tenant, (read) =>
      Promise.all([listVersions(read, id), listEvents(read, id)]),
    );
    if (loaded.row.state === 'proposed') {
      // Reading must not fail because typesetting does; signing would say so.
      await files
        .latestRevision(ctx, loaded)
        .catch((error: unknown) =>
          ctx.log.warn({ err: error, agreement: id }, 'the unsigned agreement is not stored yet'),
        );
    }
    return viewAgreement(loaded.row, loaded.parties, versions, events, { actor: ctx.actor, slug: ctx.tenant.slug });
  }

  /** All that can be wrong with partners, by field. */
  async function checkPartners(ctx: OfficeContext, partners: readonly string[]) {
    const found = await tenancy.readTenant(ctx.tenant, (read) => findRegencies(read, [...partners, ctx.tenant.slug]));
    const bySlug = new Map(found.map((each) => [each.slug, each]));
    const errors = partners.flatMap((slug, index): FieldError[] => {
      const path = `partners.${index}`;
      if (slug === ctx.tenant.slug) return [{ path, message: 'daerah Anda sendiri sudah menjadi pihak' }];
      if (partners.indexOf(slug) !== index) return [{ path, message: 'daerah ini sudah disebut' }];
      const status = bySlug.get(slug)?.status;
      if (status === 'suspended') return [{ path, message: 'kantor daerah ini sedang dibekukan' }];
      return status === 'active' ? [] : [{ path, message: 'daerah ini belum bergabung' }];
    });
    return { bySlug, errors };
  }

  return {
    get,
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
          ...row,
          startsAt: row.startsAt.toISOString(),
          endsAt: row.endsAt.toISOString(),
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

    /** @throws agreement_invalid with all fields at fault */
    async create(ctx: OfficeContext, input: CreateAgreementInput): Promise<AgreementAnswer> {
      const { bySlug, errors } = await checkPartners(ctx, input.partners);
      const faults = [...errors, ...dateFaults(input.startsOn, input.endsOn, today(ctx))];
      if (faults.length > 0) throw refuse(faults);
      const id = newId();
      const { title, scope, startsOn, endsOn, noticeDays, kind, partners } = input;
      await act(ctx, id, 'agreement.drafted', { partners, kind }, async (tx, own) => {
        const parties = [ctx.tenant.slug, ...partners].map((slug, index) => ({
          ordinal: index + 1,
          name: bySlug.get(slug)?.name ?? slug,
          contact: index === 0 ? own.contact : (bySlug.get(slug)?.contact ?? null),
        }));
        const standard = standardContent(deps.wording, { scope, noticeDays, parties });
        const content = input.clauses ? { ...standard, clauses: input.clauses, isStandard: false } : standard;
        const draft: AgreementDraft = { title, scope, startsOn, endsOn, noticeDays, content };
        await createAgreement(tx, { ...draft, id, kind, partners, verifyCode: newVerifyCode() }, ctx.actor.name);
      });
      return get(ctx, id);
    },

    /** Changes a draft, by whichever party. @throws stale_version, agreement_state, agreement_invalid */
    async edit(ctx: OfficeContext, id: string, input: EditAgreementInput): Promise<AgreementAnswer> {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandAct(ctx, loaded, 'edit', input.version);
      const { row, parties } = loaded;
      const startsOn = input.startsOn ?? row.startsOn;
      const endsOn = input.endsOn ?? row.endsOn;
      const faults = dateFaults(startsOn, endsOn, dateIn(row.timeZone, clock.now()));
      if (faults.length > 0) throw refuse(faults);
      const scope = input.scope ?? row.scope;
      const noticeDays = input.noticeDays === undefined ? row.noticeDays : input.noticeDays;
      const { clauses } = input;
      const kept = row.content.isStandard ? standardContent(deps.wording, { scope, noticeDays, parties }) : row.content;
      const content = clauses ? { ...row.content, clauses, isStandard: false } : kept;
      await act(ctx, id, 'agreement.edited', { from: row.version }, (tx) =>
        editAgreement(
          tx,
          id,
          row.version,
          { title: input.title ?? row.title, scope, startsOn, endsOn, noticeDays, content },
          ctx.actor.name,
        ),
      );
      return get(ctx, id);
    },

    /** Freezes the content and draws all parties' numbers; the unsigned document is stored right after. */
    async propose(ctx: OfficeContext, id: string, input: { version?: number | undefined }): Promise<AgreementAnswer> {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandAct(ctx, loaded, 'propose', input.version);
      const { row } = loaded;
      const open = openPlaceholders(row.content.clauses);
      const faults = [
        ...dateFaults(row.startsOn, row.endsOn, dateIn(row.timeZone, clock.now())),
        ...open.map((name) => ({ path: 'clauses', message: `isian {{${name}}} belum diganti` })),
      ];
      if (faults.length > 0) throw refuse(faults);
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
