import { and, asc, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { PageQuery } from '../core/http/pagination.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { AgreementScope, AgreementState } from './rules.ts';
import {
  agreementComments,
  agreementCouncil,
  agreementEvents,
  agreementParties,
  agreementRevisions,
  agreements,
  agreementVersions,
  regencies,
  representatives,
} from './tables.ts';

// By the terms that hold now; a change ends with the agreement that it changes.
const effectiveState = sql<AgreementState>`platform.effective_state("agreements"."state", "agreements"."starts_at",
  (select t.ends_at from platform.agreement_terms("agreements"."id") t),
  coalesce("agreements"."terminated_at",
    (select b.terminated_at from platform.agreements b where b.id = "agreements"."base_id")))`;
const terms = {
  document: sql<string>`(select t.document from platform.agreement_terms("agreements"."id") t)`,
  scope: sql<AgreementScope[]>`(select t.scope from platform.agreement_terms("agreements"."id") t)`,
  endsOn: sql<string>`(select t.ends_on::text from platform.agreement_terms("agreements"."id") t)`,
  endsAt: sql<string>`(select t.ends_at from platform.agreement_terms("agreements"."id") t)`,
  noticeDays: sql<number | null>`(select t.notice_days from platform.agreement_terms("agreements"."id") t)`,
};

const summary = {
  id: agreements.id,
  kind: agreements.kind,
  title: agreements.title,
  scope: agreements.scope,
  state: effectiveState,
  version: agreements.version,
  startsOn: agreements.startsOn,
  endsOn: agreements.endsOn,
  startsAt: agreements.startsAt,
  endsAt: agreements.endsAt,
  timeZone: agreements.timeZone,
  proposer: agreements.proposer,
  baseId: agreements.baseId,
  baseRelation: agreements.baseRelation,
  terms,
  createdAt: agreements.createdAt,
  updatedAt: agreements.updatedAt,
};

/** Newest first, one more than `limit`; row-level security leaves only those that the regency is a party of. */
export function listAgreements(read: TenantRead, page: PageQuery, states: readonly AgreementState[]) {
  return read
    .select(summary)
    .from(agreements)
    .where(
      and(
        page.cursor === undefined ? undefined : lt(agreements.id, page.cursor),
        states.length === 0 ? undefined : inArray(effectiveState, [...states]),
      ),
    )
    .orderBy(desc(agreements.id))
    .limit(page.limit + 1);
}

export async function findAgreement(read: TenantRead, id: string) {
  const [row] = await read
    .select({
      ...summary,
      noticeDays: agreements.noticeDays,
      content: agreements.content,
      createdBy: agreements.createdBy,
      proposedAt: agreements.proposedAt,
      signedAt: agreements.signedAt,
      terminatedAt: agreements.terminatedAt,
      terminatedBy: agreements.terminatedBy,
      terminationReason: agreements.terminationReason,
      verifyCode: agreements.verifyCode,
      parentId: agreements.parentId,
      parentReason: agreements.parentReason,
      burdens: agreements.burdens,
    })
    .from(agreements)
    .where(eq(agreements.id, id))
    .limit(1);
  return row ?? null;
}
export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

/** The parties of several agreements, in their order within each. */
export function listParties(read: TenantRead, agreementIds: readonly string[]) {
  return read
    .select({
      agreementId: agreementParties.agreementId,
      slug: agreementParties.tenantSlug,
      ordinal: agreementParties.ordinal,
      number: agreementParties.number,
      printed: agreementParties.printed,
      signedAt: agreementParties.signedAt,
      signerName: agreementParties.signerName,
      signerTitle: agreementParties.signerTitle,
      name: regencies.name,
      kind: regencies.kind,
      accent: regencies.accent,
      markSvg: regencies.markSvg,
      timeZone: regencies.timeZone,
      representativeName: representatives.name,
      representativeTitle: representatives.title,
      contact: representatives.contact,
    })
    .from(agreementParties)
    .innerJoin(regencies, eq(regencies.slug, agreementParties.tenantSlug))
    .leftJoin(representatives, eq(representatives.tenantSlug, agreementParties.tenantSlug))
    .where(inArray(agreementParties.agreementId, [...agreementIds]))
    .orderBy(asc(agreementParties.agreementId), asc(agreementParties.ordinal));
}
export type PartyRow = Awaited<ReturnType<typeof listParties>>[number];

/** Oldest first. */
export const listVersions = (read: TenantRead, agreementId: string) =>
  read
    .select()
    .from(agreementVersions)
    .where(eq(agreementVersions.agreementId, agreementId))
    .orderBy(asc(agreementVersions.version));

/** Oldest first. */
export const listEvents = (read: TenantRead, agreementId: string) =>
  read
    .select()
    .from(agreementEvents)
    .where(eq(agreementEvents.agreementId, agreementId))
    .orderBy(asc(agreementEvents.at), asc(agreementEvents.id));

/** What each party says of its council. */
export const listCouncil = (read: TenantRead, agreementId: string) =>
  read.select().from(agreementCouncil).where(eq(agreementCouncil.agreementId, agreementId));
export type CouncilRow = Awaited<ReturnType<typeof listCouncil>>[number];

/** Oldest first. */
export const listComments = (read: TenantRead, agreementId: string) =>
  read
    .select()
    .from(agreementComments)
    .where(eq(agreementComments.agreementId, agreementId))
    .orderBy(asc(agreementComments.createdAt), asc(agreementComments.id));
export type CommentRow = Awaited<ReturnType<typeof listComments>>[number];

/** Documents around one: what it rests on, what it changes, its changes and what rests on it; oldest first. */
export const listRelated = (
  read: TenantRead,
  { id, parentId, baseId }: { id: string; parentId: string | null; baseId: string | null },
) =>
  read
    .select({ ...summary, content: agreements.content, parentId: agreements.parentId, signedAt: agreements.signedAt })
    .from(agreements)
    .where(
      or(
        inArray(
          agreements.id,
          [parentId, baseId].filter((each) => each !== null),
        ),
        eq(agreements.baseId, id),
        eq(agreements.parentId, id),
      ),
    )
    .orderBy(asc(agreements.startsAt), asc(agreements.id));
export type RelatedRow = Awaited<ReturnType<typeof listRelated>>[number];

/** The newest file of a version, or null before the unsigned one is stored. */
export async function findLatestRevision(read: TenantRead, agreementId: string, version: number) {
  const [row] = await read
    .select()
    .from(agreementRevisions)
    .where(and(eq(agreementRevisions.agreementId, agreementId), eq(agreementRevisions.version, version)))
    .orderBy(desc(agreementRevisions.revision))
    .limit(1);
  return row ?? null;
}

/** Regencies by slug, with what they say of themselves. */
export const findRegencies = (read: TenantRead, slugs: readonly string[]) =>
  read
    .select({
      slug: regencies.slug,
      name: regencies.name,
      kind: regencies.kind,
      status: regencies.status,
      contact: representatives.contact,
    })
    .from(regencies)
    .leftJoin(representatives, eq(representatives.tenantSlug, regencies.slug))
    .where(inArray(regencies.slug, [...slugs]));

/** Agreements that wait for this regency's signature, longest waiting first. */
export const listUnsigned = (read: TenantRead, slug: string) =>
  read
    .select({
      id: agreements.id,
      kind: agreements.kind,
      title: agreements.title,
      since: agreements.proposedAt,
      proposer: regencies.name,
    })
    .from(agreements)
    .innerJoin(agreementParties, eq(agreementParties.agreementId, agreements.id))
    .innerJoin(regencies, eq(regencies.slug, agreements.proposer))
    .where(
      and(
        inArray(agreements.state, ['proposed', 'signing']),
        eq(agreementParties.tenantSlug, slug),
        sql`${agreementParties.signedAt} is null`,
      ),
    )
    .orderBy(asc(agreements.proposedAt))
    .limit(100);

/** Signed agreements with this regency's own number of a year, in the order of the numbers. */
export const listRegister = (read: TenantRead, slug: string, year: number) =>
  read
    .select({ ...summary, signedAt: agreements.signedAt, ownNumber: agreementParties.number })
    .from(agreements)
    .innerJoin(
      agreementParties,
      and(eq(agreementParties.agreementId, agreements.id), eq(agreementParties.tenantSlug, slug)),
    )
    .where(and(sql`${agreementParties.number} like ${`%/${year}`}`, isNotNull(agreements.signedAt)))
    .orderBy(sql`split_part(${agreementParties.number}, '/', 2)::integer`)
    .limit(2000);
