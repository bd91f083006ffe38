import type { Actor } from '../core/rights/index.ts';
import { compareVersions } from './changes.ts';
import { consolidate } from './changing.ts';
import { kindsOf } from './contents.ts';
import { withDates } from './document.ts';
import { factsOf, type LoadedAgreement } from './loading.ts';
import type {
  AgreementRow,
  CommentRow,
  listAgreements,
  listEvents,
  listVersions,
  PartyRow,
  RelatedRow,
} from './repository.ts';
import { agreementActs, furtherActs, judgeAct, judgeFurtherAct, partyLabel } from './rules.ts';
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
function viewActs(loaded: LoadedAgreement, actor: Actor): Answer<'acts'> {
  const facts = factsOf(loaded);
  const verdicts = [
    ...agreementActs.map((act) => [act, judgeAct(act, actor, facts)] as const),
    ...furtherActs.map((act) => [act, judgeFurtherAct(act, actor, facts)] as const),
  ].map(([act, verdict]) => [act, { allowed: verdict.allowed, reason: verdict.allowed ? null : verdict.reason }]);
  return Object.fromEntries(verdicts) as Answer<'acts'>;
}

/** What lists show of one: scope and end are those that hold now. */
export function summaryOf(row: Awaited<ReturnType<typeof listAgreements>>[number]) {
  const { terms, baseRelation, ...rest } = row;
  const endsAt = new Date(terms.endsAt).toISOString();
  return { ...rest, relation: baseRelation, scope: terms.scope, endsOn: terms.endsOn, endsAt };
}

const viewRelated = ({ id, kind, title, state, startsOn, endsOn }: RelatedRow) => ({
  id,
  kind,
  title,
  state,
  startsOn,
  endsOn,
});

/** The clauses with every change that has begun and was signed by all; null while there is none. */
function viewConsolidated(row: AgreementRow, changes: readonly RelatedRow[], now: Date): Answer<'consolidated'> {
  const begun = changes.filter((each) => each.signedAt !== null && each.startsAt <= now);
  if (begun.length === 0) return null;
  const worded = (each: Pick<RelatedRow, 'content' | 'startsOn' | 'endsOn'>) =>
    each.content.clauses.map(({ title, text }) => ({ title, text: text.map((line) => withDates(line, each)) }));
  return consolidate(worded(row), begun.map(worded)).map(({ title, text }) => ({ title, text }));
}

/** An agreement as one party's person sees it. */
export function viewAgreement(
  loaded: LoadedAgreement,
  {
    versions,
    events,
    comments,
    related,
  }: { versions: Versions; events: Events; comments: readonly CommentRow[]; related: readonly RelatedRow[] },
  viewer: { actor: Actor; slug: string; now: Date },
): AgreementAnswer {
  const { row, parties, council } = loaded;
  const one = (id: string | null) => {
    const found = related.find((each) => each.id === id);
    return found ? viewRelated(found) : null;
  };
  const changes = related.filter((each) => each.baseId === row.id);
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
    baseId: row.baseId,
    relation: row.baseRelation,
    scope: row.terms.scope,
    state: row.state,
    version: row.version,
    startsOn: row.startsOn,
    endsOn: row.terms.endsOn,
    startsAt: row.startsAt.toISOString(),
    endsAt: new Date(row.terms.endsAt).toISOString(),
    timeZone: row.timeZone,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    proposer: regency(row.proposer),
    createdBy: row.createdBy,
    noticeDays: row.terms.noticeDays,
    copiesAfterEnd: row.content.copiesAfterEnd ?? 'keep',
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
    parent: one(row.parentId),
    parentReason: row.parentReason,
    base: one(row.baseId),
    changes: changes.map((each) => ({ ...viewRelated(each), relation: each.baseRelation ?? 'amends' })),
    children: related.filter((each) => each.parentId === row.id).map(viewRelated),
    burdens: row.burdens,
    council: council.map(
      ({ tenantSlug, needed, reason, letterNumber, letterDate, skippedReason, author, recordedAt }) => ({
        by: regency(tenantSlug),
        needed,
        reason,
        letterNumber,
        letterDate,
        skippedReason,
        author,
        at: recordedAt.toISOString(),
      }),
    ),
    comments: comments.map(({ id, clause, replyTo, text, tenantSlug, author, createdAt, resolvedAt, resolvedBy }) => ({
      id,
      clause,
      replyTo,
      text,
      by: regency(tenantSlug),
      author,
      at: createdAt.toISOString(),
      resolvedAt: iso(resolvedAt),
      resolvedBy,
    })),
    consolidated: viewConsolidated(row, changes, viewer.now),
    verifyCode: row.signedAt === null ? null : row.verifyCode,
    parties: viewParties(row, parties, viewer.slug),
    clauses: row.content.clauses.map((clause, index) => {
      const change = comparison.changes[index] ?? null;
      return {
        number: index + 1,
        title: clause.title,
        text: clause.text.map((line) => withDates(line, row)),
        kinds: kindsOf(clause),
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
    acts: viewActs(loaded, viewer.actor),
  };
}
