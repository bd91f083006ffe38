import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { PageQuery } from '../core/http/pagination.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { AgreementState } from './rules.ts';
import {
  agreementEvents,
  agreementParties,
  agreementRevisions,
  agreements,
  agreementVersions,
  regencies,
  representatives,
} from './tables.ts';

const effectiveState = sql<AgreementState>`platform.effective_state(${agreements.state}, ${agreements.startsAt},
  ${agreements.endsAt}, ${agreements.terminatedAt})`;

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
