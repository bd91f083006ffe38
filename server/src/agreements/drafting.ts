import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, type FieldError, ProblemError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { newVerifyCode } from '../core/verify-code.ts';
import { type Act, refuseFaults } from './acting.ts';
import { changeFaults, contentOfChange } from './changing.ts';
import { type AgreementDraft, createAgreement, editAgreement, linkAgreement, makeChange } from './commands.ts';
import type { AgreementDeps } from './deps.ts';
import { demandAct, demandFurtherAct, type LoadedAgreement, loadAgreement } from './loading.ts';
import { mergeClauses } from './merging.ts';
import { agreementProblems as problems } from './problems.ts';
import { findRegencies, listRelated, listVersions } from './repository.ts';
import { dateFaults, headings } from './rules.ts';
import type { ChangeAgreementInput, CreateAgreementInput, EditAgreementInput } from './schema.ts';
import type { VersionContent } from './tables.ts';
import { standardContent } from './wording.ts';

/** Parties that write at once: each round means that another one saved in between. */
const mostRounds = 6;

const staleVersion = (version: number) =>
  problem(commonProblems.staleVersion, {
    detail: 'Kesepakatan sudah diubah sejak Anda membukanya. Muat ulang, lalu periksa lagi.',
    extra: { version },
  });

/**
 * Puts what a party wrote on an older version onto the present one. @throws stale_version when both changed the same
 * field, agreement_conflict with both wordings when both changed the same clause
 */
function mergeOnto(base: VersionContent, { row }: LoadedAgreement, input: EditAgreementInput): EditAgreementInput {
  for (const field of ['title', 'startsOn', 'endsOn', 'noticeDays', 'scope'] as const) {
    const given = JSON.stringify(input[field]);
    const [was, is] = [JSON.stringify(base[field]), JSON.stringify(row[field])];
    if (given === undefined || given === is || was === is) continue;
    if (given !== was) throw staleVersion(row.version);
    // Sent along unchanged: the other party's value stays.
    delete input[field];
  }
  if (input.clauses === undefined) return input;
  const merged = mergeClauses(base.clauses, input.clauses, row.content.clauses, input.settled);
  if (merged.kind === 'order') throw staleVersion(row.version);
  if (merged.kind === 'merged') return { ...input, clauses: merged.clauses };
  throw problem(problems.conflict, {
    detail: `Pihak lain sudah mengubah ${merged.conflicts.map(({ title }) => `“${title}”`).join(', ')}. Bandingkan, lalu pilih rumusannya.`,
    extra: { version: row.version, conflicts: merged.conflicts },
  });
}

/** Writing drafts: new ones, changes of one in force, and edits by several parties at once. */
export function createDrafting({ tenancy, clock, wording }: AgreementDeps & { clock: Clock }, act: Act) {
  const today = (ctx: OfficeContext) => dateIn(ctx.tenant.timeZone, clock.now());

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

  const restsOnNothing = (kind: string, parentId: string | null, parentReason: string | null): FieldError[] =>
    kind === 'pks' && parentId === null && parentReason === null
      ? [
          {
            path: 'parentId',
            message:
              'perjanjian kerja sama dibuat di bawah kesepakatan bersama yang berlaku; pilih kesepakatan itu, atau catat mengapa tidak ada',
          },
        ]
      : [];

  async function editOnce(ctx: OfficeContext, id: string, given: EditAgreementInput): Promise<void> {
    const loaded = await loadAgreement(tenancy, ctx, id);
    demandAct(ctx, loaded, 'edit', undefined);
    const { row, parties } = loaded;
    let input = given;
    if (given.version !== undefined && given.version !== row.version) {
      const versions = await tenancy.readTenant(ctx.tenant, (read) => listVersions(read, id));
      const base = versions.find(({ version }) => version === given.version);
      if (!base) throw staleVersion(row.version);
      input = mergeOnto(base.content, loaded, { ...given });
    }
    const startsOn = input.startsOn ?? row.startsOn;
    const endsOn = input.endsOn ?? row.endsOn;
    const parentId = input.parentId === undefined ? row.parentId : input.parentId;
    const parentReason = input.parentReason === undefined ? row.parentReason : input.parentReason;
    refuseFaults([
      ...dateFaults(startsOn, endsOn, dateIn(row.timeZone, clock.now())),
      ...(row.baseId === null ? restsOnNothing(row.kind, parentId, parentReason) : []),
    ]);
    const scope = input.scope ?? row.scope;
    const noticeDays = input.noticeDays === undefined ? row.noticeDays : input.noticeDays;
    const { clauses, copiesAfterEnd = row.content.copiesAfterEnd ?? 'keep' } = input;
    const kept = row.content.isStandard
      ? standardContent(wording, { kind: row.kind, scope, noticeDays, copiesAfterEnd, parties })
      : { ...row.content, copiesAfterEnd };
    const content = clauses ? { ...row.content, copiesAfterEnd, clauses, isStandard: false } : kept;
    await act(ctx, id, 'agreement.edited', { from: row.version }, async (tx) => {
      const burdens = input.burdens ?? row.burdens;
      await linkAgreement(tx, id, row.version, { parentId, parentReason, burdens }, ctx.actor.name);
      await editAgreement(
        tx,
        id,
        row.version,
        { title: input.title ?? row.title, scope, startsOn, endsOn, noticeDays, content },
        ctx.actor.name,
      );
    });
  }

  return {
    /** @throws agreement_invalid with all fields at fault @returns the new agreement's id */
    async create(ctx: OfficeContext, input: CreateAgreementInput): Promise<string> {
      const { bySlug, errors } = await checkPartners(ctx, input.partners);
      const { title, scope, startsOn, endsOn, noticeDays, copiesAfterEnd, kind, partners } = input;
      const { parentId, parentReason, burdens } = input;
      refuseFaults([
        ...errors,
        ...dateFaults(startsOn, endsOn, today(ctx)),
        ...restsOnNothing(kind, parentId, parentReason),
      ]);
      const id = newId();
      await act(ctx, id, 'agreement.drafted', { partners, kind }, async (tx, own) => {
        const parties = [ctx.tenant.slug, ...partners].map((slug, index) => ({
          ordinal: index + 1,
          name: bySlug.get(slug)?.name ?? slug,
          contact: index === 0 ? own.contact : (bySlug.get(slug)?.contact ?? null),
        }));
        const standard = standardContent(wording, { kind, scope, noticeDays, copiesAfterEnd, parties });
        const content = input.clauses ? { ...standard, clauses: input.clauses, isStandard: false } : standard;
        const draft: AgreementDraft = { title, scope, startsOn, endsOn, noticeDays, content };
        await createAgreement(tx, { ...draft, id, kind, partners, verifyCode: newVerifyCode() }, ctx.actor.name);
        await linkAgreement(tx, id, 1, { parentId, parentReason, burdens }, ctx.actor.name);
      });
      return id;
    },

    /**
     * Drafts an amendment or extension of an agreement in force: a document of its own, by the same parties.
     * @throws agreement_state when it is over or being ended, agreement_invalid @returns the new document's id
     */
    async startChange(ctx: OfficeContext, baseId: string, input: ChangeAgreementInput): Promise<string> {
      const loaded = await loadAgreement(tenancy, ctx, baseId);
      demandFurtherAct(ctx, loaded, input.relation === 'amends' ? 'amend' : 'extend');
      const { row, parties } = loaded;
      const related = await tenancy.readTenant(ctx.tenant, (read) => listRelated(read, row));
      const signed = related.filter((each) => each.baseId === baseId && each.signedAt !== null);
      const last = signed.at(-1) ?? row;
      const { relation, startsOn, endsOn } = input;
      const scope = input.scope ?? row.terms.scope;
      const noticeDays = input.noticeDays === undefined ? row.terms.noticeDays : input.noticeDays;
      refuseFaults([
        ...dateFaults(startsOn, endsOn, dateIn(row.timeZone, clock.now())),
        ...changeFaults(relation, { startsOn, endsOn }, last),
      ]);
      const id = newId();
      const partners = parties.filter(({ slug }) => slug !== ctx.tenant.slug).map(({ slug }) => slug);
      const copiesAfterEnd = row.content.copiesAfterEnd ?? 'keep';
      const standard = standardContent(wording, { kind: row.kind, scope, noticeDays, copiesAfterEnd, parties });
      const written = contentOfChange(
        relation,
        {
          heading: headings[row.kind].toLowerCase(),
          title: row.title,
          numbers: parties.flatMap(({ number }) => number ?? []),
          scope: row.terms.scope,
        },
        {
          scope,
          scopeClause: standard.clauses.find(({ title }) => title === 'Ruang lingkup'),
          legalBasis: standard.legalBasis,
        },
      );
      const content = { ...written, copiesAfterEnd, ...(input.clauses ? { clauses: input.clauses } : {}) };
      const title = input.title ?? row.title;
      await act(ctx, id, 'agreement.drafted', { partners, baseId, relation }, async (tx) => {
        const draft = { title, scope, startsOn, endsOn, noticeDays, content, kind: row.kind, partners };
        await createAgreement(tx, { ...draft, id, verifyCode: newVerifyCode() }, ctx.actor.name);
        await makeChange(tx, id, baseId, relation);
      });
      return id;
    },

    /**
     * Changes a draft, by whichever party. What other parties changed elsewhere since the version that was seen is kept.
     * @throws stale_version, agreement_conflict, agreement_state, agreement_invalid
     */
    async edit(ctx: OfficeContext, id: string, input: EditAgreementInput): Promise<void> {
      for (let round = 1; ; round += 1) {
        try {
          return await editOnce(ctx, id, input);
        } catch (error) {
          // Somebody saved between reading and writing: merge with that, too.
          const wasFaster = error instanceof ProblemError && error.kind === commonProblems.staleVersion && error.cause;
          if (!wasFaster || round === mostRounds) throw error;
        }
      }
    },
  };
}
