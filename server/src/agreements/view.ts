import type { Actor } from '../core/rights/index.ts';
import { compareVersions } from './changes.ts';
import { withDates } from './document.ts';
import type { AgreementRow, listEvents, listVersions, PartyRow } from './repository.ts';
import { type AgreementAct, agreementActs, judgeAct, partyLabel } from './rules.ts';
import type { AgreementAnswer } from './schema.ts';

type Versions = Awaited<ReturnType<typeof listVersions>>;
type Events = Awaited<ReturnType<typeof listEvents>>;
type Answer<K extends keyof AgreementAnswer> = AgreementAnswer[K];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function partyState(row: AgreementRow, party: PartyRow): 'preparing' | 'waiting' | 'signed' {
  if (party.signedAt !== null) return 'signed';
  return row.state === 'draft' ? 'preparing' : 'waiting';
}

function viewParties(row: AgreementRow, parties: readonly PartyRow[], us: string): Answer<'parties'> {
  return parties.map((party) => ({
    slug: party.slug,
    name: party.name,
    accent: party.accent,
    markSvg: party.markSvg,
    timeZone: party.timeZone,
    isUs: party.slug === us,
    ordinal: party.ordinal,
    label: partyLabel(party.ordinal),
    number: party.number,
    representative: {
      name: party.printed?.person ?? party.representativeName,
      title: party.printed?.title ?? party.representativeTitle,
    },
    contact: party.printed?.contact ?? party.contact,
    state: partyState(row, party),
    signedAt: iso(party.signedAt),
    signer:
      party.signerName === null || party.signerTitle === null
        ? null
        : { name: party.signerName, title: party.signerTitle },
  }));
}

/** Each act with whether this person may do it now, and why not. */
function viewActs(
  row: AgreementRow,
  parties: readonly PartyRow[],
  actor: Actor,
  us: string,
): Record<AgreementAct, { allowed: boolean; reason: string | null }> {
  const facts = {
    kind: row.kind,
    state: row.state,
    isTerminating: row.terminatedAt !== null,
    hasSigned: parties.some((party) => party.slug === us && party.signedAt !== null),
  };
  const verdicts = agreementActs.map((act) => {
    const verdict = judgeAct(act, actor, facts);
    return [act, { allowed: verdict.allowed, reason: verdict.allowed ? null : verdict.reason }] as const;
  });
  return Object.fromEntries(verdicts) as Record<AgreementAct, { allowed: boolean; reason: string | null }>;
}

/** An agreement as one party's person sees it. */
export function viewAgreement(
  row: AgreementRow,
  parties: readonly PartyRow[],
  versions: Versions,
  events: Events,
  viewer: { actor: Actor; slug: string },
): AgreementAnswer {
  const nameOf = new Map(parties.map((party) => [party.slug, party.name]));
  const regency = (slug: string) => ({ slug, name: nameOf.get(slug) ?? slug });
  const comparison = compareVersions(
    versions.map((each) => ({
      version: each.version,
      tenantSlug: each.tenantSlug,
      author: each.author,
      isProposed: each.proposedAt !== null,
      clauses: each.content.clauses,
    })),
  );
  const { terminatedAt, terminatedBy, terminationReason } = row;
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    scope: row.scope,
    state: row.state,
    version: row.version,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: row.timeZone,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    proposer: regency(row.proposer),
    createdBy: row.createdBy,
    noticeDays: row.noticeDays,
    proposedAt: iso(row.proposedAt),
    signedAt: iso(row.signedAt),
    termination:
      terminatedAt === null
        ? null
        : {
            effectiveAt: terminatedAt.toISOString(),
            by: regency(terminatedBy ?? row.proposer),
            reason: terminationReason ?? '',
          },
    verifyCode: row.signedAt === null ? null : row.verifyCode,
    parties: viewParties(row, parties, viewer.slug),
    clauses: row.content.clauses.map((clause, index) => {
      const change = comparison.changes[index] ?? null;
      return {
        number: index + 1,
        title: clause.title,
        text: clause.text.map((line) => withDates(line, row)),
        source: clause.text,
        change: change && {
          kind: change.kind,
          version: change.version,
          by: regency(change.tenantSlug),
          author: change.author,
          before: change.before?.map((line) => withDates(line, row)) ?? null,
        },
      };
    }),
    removedClauses: comparison.removed,
    comparedWith: comparison.base,
    versions: versions.map((each) => ({
      version: each.version,
      by: regency(each.tenantSlug),
      author: each.author,
      at: each.createdAt.toISOString(),
      note: each.note,
      proposedAt: iso(each.proposedAt),
    })),
    history: events.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      by: regency(event.tenantSlug),
      actor: event.actor,
      action: event.action,
      detail: event.detail,
    })),
    acts: viewActs(row, parties, viewer.actor, viewer.slug),
  };
}
