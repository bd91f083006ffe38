import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { agreementProblems as problems } from './problems.ts';
import { type AgreementRow, findAgreement, listParties, type PartyRow } from './repository.ts';
import { type AgreementAct, judgeAct } from './rules.ts';

export interface LoadedAgreement {
  row: AgreementRow;
  parties: PartyRow[];
  /** This regency's own part in it. */
  us: PartyRow;
}

/** @throws agreement_not_found, the same for one that is not there and for one of others */
export async function loadAgreement(tenancy: Tenancy, ctx: OfficeContext, id: string): Promise<LoadedAgreement> {
  const [row, parties] = await tenancy.readTenant(ctx.tenant, (read) =>
    Promise.all([findAgreement(read, id), listParties(read, [id])]),
  );
  const us = parties.find((party) => party.slug === ctx.tenant.slug);
  if (!row || !us) throw problem(problems.notFound);
  return { row, parties, us };
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
  const { row, us } = loaded;
  const verdict = judgeAct(act, ctx.actor, {
    kind: row.kind,
    state: row.state,
    isTerminating: row.terminatedAt !== null,
    hasSigned: us.signedAt !== null,
  });
  if (!verdict.allowed && verdict.because === 'right')
    throw problem(commonProblems.forbidden, { detail: verdict.reason });
  if (seen !== undefined && seen !== row.version) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Kesepakatan sudah diubah sejak Anda membukanya. Muat ulang, lalu periksa lagi.',
      extra: { version: row.version },
    });
  }
  if (verdict.allowed) return;
  throw problem(verdict.because === 'signed' ? problems.alreadySigned : problems.wrongState, {
    detail: verdict.reason,
    extra: { state: row.state, version: row.version },
  });
}
