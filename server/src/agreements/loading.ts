import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { agreementProblems as problems } from './problems.ts';
import {
  type AgreementRow,
  type CouncilRow,
  findAgreement,
  listCouncil,
  listParties,
  type PartyRow,
} from './repository.ts';
import { type ActFacts, type AgreementAct, type FurtherAct, judgeAct, judgeFurtherAct } from './rules.ts';

export interface LoadedAgreement {
  row: AgreementRow;
  parties: PartyRow[];
  /** This regency's own part in it. */
  us: PartyRow;
  council: CouncilRow[];
}

/** What the rules ask of an agreement, for one of its parties. */
export function factsOf({ row, parties, us, council }: LoadedAgreement): ActFacts & { burdens: boolean } {
  const heard = new Set(
    council
      .filter((each) => !each.needed || each.letterNumber !== null || each.skippedReason !== null)
      .map((each) => each.tenantSlug),
  );
  return {
    kind: row.kind,
    state: row.state,
    isTerminating: row.terminatedAt !== null,
    hasSigned: us.signedAt !== null,
    isChange: row.baseId !== null,
    burdens: row.burdens,
    councilMissing: row.burdens ? parties.filter(({ slug }) => !heard.has(slug)).map(({ name }) => name) : [],
  };
}

/** @throws agreement_not_found, the same for one that is not there and for one of others */
export async function loadAgreement(tenancy: Tenancy, ctx: OfficeContext, id: string): Promise<LoadedAgreement> {
  const [row, parties, council] = await tenancy.readTenant(ctx.tenant, (read) =>
    Promise.all([findAgreement(read, id), listParties(read, [id]), listCouncil(read, id)]),
  );
  const us = parties.find((party) => party.slug === ctx.tenant.slug);
  if (!row || !us) throw problem(problems.notFound);
  return { row, parties, us, council };
}

/**
 * Refuses an act that the person's office, the agreement's state or a stale version does not allow.
 * @param seen the version that the person saw; left out, any
 */
export function demandAct(
  ctx: OfficeContext,
  loaded: LoadedAgreement,
  act: AgreementAct,
  seen: number | undefined,
): void {
  const { row } = loaded;
  const verdict = judgeAct(act, ctx.actor, factsOf(loaded));
  if (!verdict.allowed && verdict.because === 'right')
    throw problem(commonProblems.forbidden, { detail: verdict.reason });
  if (seen !== undefined && seen !== row.version) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Kesepakatan sudah diubah sejak Anda membukanya. Muat ulang, lalu periksa lagi.',
      extra: { version: row.version },
    });
  }
  if (verdict.allowed) return;
  const kinds = { signed: problems.alreadySigned, council: problems.councilOpen, state: problems.wrongState };
  throw problem(verdict.because === 'right' ? commonProblems.forbidden : kinds[verdict.because], {
    detail: verdict.reason,
    extra: { state: row.state, version: row.version },
  });
}

/** @throws forbidden, agreement_state */
export function demandFurtherAct(ctx: OfficeContext, loaded: LoadedAgreement, act: FurtherAct): void {
  const verdict = judgeFurtherAct(act, ctx.actor, factsOf(loaded));
  if (verdict.allowed) return;
  throw problem(verdict.because === 'right' ? commonProblems.forbidden : problems.wrongState, {
    detail: verdict.reason,
    extra: { state: loaded.row.state },
  });
}
