import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { pgError, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { type PublishedTemplate, templateDefaultsSchema, templates } from '../templates/index.ts';
import { catalogueProblems as problems } from './problems.ts';
import { type CatalogueItem, type CatalogueQuery, nationalSlug, type OfferAnswer, type ShareInput } from './schema.ts';

export interface OfferRow {
  id: string;
  agreementId: string | null;
  agreementTitle: string | null;
  agreementEndsOn: string | null;
  copiesAfterEnd: 'keep' | 'stop_new_use' | null;
  isOpen: boolean;
  isWithdrawn: boolean;
  /** Null for a national template. */
  slug: string | null;
  regency: string | null;
  accent: string | null;
  markSvg: string | null;
  name: string;
  version: number;
  type: string;
  description: string | null;
  licence: string | null;
  attribution: string | null;
  sharedAt: string;
  copyId: string | null;
  adoptedVersion: number | null;
  newestCopyId: string | null;
  adoptedBy: number;
  ratings: number;
  stars: number | null;
}

/** An instant as the API writes it. */
const instant = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// The same version may be offered under several agreements: it counts as adopted under each.
const offers = (ids: SQL) => sql`
  select o.id, o.agreement_id as "agreementId", a.title as "agreementTitle", a.ends_on::text as "agreementEndsOn",
    a.copies_after_end as "copiesAfterEnd",
    o.agreement_id is null or o.agreement_id = any ((select platform.my_template_agreements())::uuid[]) as "isOpen",
    o.withdrawn_at is not null as "isWithdrawn", o.tenant_slug as slug, t.name as regency, t.accent,
    t.mark_svg as "markSvg", o.name, o.version, o.type, o.description, o.licence, o.attribution,
    ${instant(sql`o.created_at`)} as "sharedAt", mine."copyId", mine."adoptedVersion", mine."newestCopyId",
    counted.adopters as "adoptedBy", counted.ratings, counted.stars::float8 as stars
  from platform.offers o
  join platform.offer_counts(${ids}) counted on counted.offer_id = o.id
  left join platform.agreements a on a.id = o.agreement_id
  left join platform.tenants t on t.slug = o.tenant_slug
  cross join lateral (
    select (array_agg(d.copy_id) filter (where same.version = o.version))[1] as "copyId", max(same.version) as "adoptedVersion",
      (array_agg(d.copy_id order by same.version desc))[1] as "newestCopyId"
    from platform.offers same join platform.adoptions d on d.offer_id = same.id
    where d.tenant_slug = platform.current_tenant() and same.source_id = o.source_id
      and same.tenant_slug is not distinct from o.tenant_slug) mine
  where o.id = any (${ids}) order by o.id desc`;

/** Words as a search for each one's beginning; null when there is no word in the text. */
function prefixSearch(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words ? words.map((word) => `'${word}':*`).join(' & ') : null;
}

/** Offers that stand now, newest first, one more than `limit`. Without `origin`: those of partners and of the nation. */
export async function listOffers(read: TenantRead, query: CatalogueQuery): Promise<OfferRow[]> {
  const words = query.q ? prefixSearch(query.q) : null;
  if (query.q && words === null) return [];
  const isNational = query.origin === nationalSlug;
  const [page] = await read.execute<{ ids: string[] }>(sql`select platform.page_of_offers(
    to_tsquery('pg_catalog.simple', ${words}), ${query.type ?? null}, ${isNational ? null : (query.origin ?? null)},
    ${isNational}::boolean, ${query.cursor ?? null}::uuid, ${query.limit + 1}::integer) as ids`);
  if (!page || page.ids.length === 0) return [];
  const ids = sql`${sql.param(page.ids)}::uuid[]`;
  return [...(await read.execute<OfferRow & Record<string, unknown>>(offers(ids)))];
}

/** A national offer or one under one's agreements, whether it stands or not. */
export async function findOffer(read: TenantRead, id: string): Promise<OfferRow | null> {
  const [row] = await read.execute<OfferRow & Record<string, unknown>>(offers(sql`array[${id}::uuid]`));
  return row ?? null;
}

const contentSchema = z.object({ body: letterBodySchema, defaults: templateDefaultsSchema });
export type OfferedContent = z.output<typeof contentSchema>;

/**
 * What an offer holds; null once it stands no longer.
 * @throws offer_unusable: it was written by another regency's login, so it is checked like anything from outside
 */
export async function findContent(read: TenantRead, offerId: string): Promise<OfferedContent | null> {
  const [row] = await read.execute<{ content: unknown }>(
    sql`select content from platform.offer_contents where offer_id = ${offerId}::uuid`,
  );
  if (!row) return null;
  const content: unknown = typeof row.content === 'string' ? JSON.parse(row.content) : row.content;
  const parsed = contentSchema.safeParse(content);
  if (!parsed.success) throw problem(problems.offerUnusable, { cause: parsed.error });
  return parsed.data;
}

/** One of our templates in whatever state it is; `originSlug` is whose copy it is. */
export async function findOwnTemplate(read: TenantRead, id: string) {
  const [row] = await read
    .select({ originSlug: templates.originSlug })
    .from(templates)
    .where(eq(templates.id, id))
    .limit(1);
  return row ?? null;
}

/** Who adopted which version of the offer's template, newest first; row-level security leaves those whose names we may learn. */
export async function listAdopters(read: TenantRead, offerId: string): Promise<OfferAnswer['adopters']> {
  const rows = await read.execute<{ slug: string; name: string; version: number; adoptedAt: string }>(
    sql`select t.slug, t.name, max(same.version) as version, ${instant(sql`min(d.adopted_at)`)} as "adoptedAt"
      from platform.offers o
      join platform.offers same on same.source_id = o.source_id and same.tenant_slug is not distinct from o.tenant_slug
      join platform.adoptions d on d.offer_id = same.id
      join platform.tenants t on t.slug = d.tenant_slug
      where o.id = ${offerId}::uuid group by t.slug, t.name order by min(d.adopted_at), t.slug`,
  );
  return [...rows];
}

/** What a refusal by the database's functions means to people: nothing there for us, or no longer in force. */
export async function callFunction(tx: TenantTx, query: SQL, missing: Error, ended: Error): Promise<string | null> {
  try {
    const [row] = await tx.execute<{ id: string | null }>(query);
    return row?.id ?? null;
  } catch (error) {
    const refusal = pgError(error);
    if (refusal?.code === 'P0002') throw missing;
    if (refusal?.constraint_name === 'offers_agreement_in_force') throw ended;
    if (refusal?.constraint_name === 'offers_withdrawn') throw problem(problems.offerWithdrawn);
    if (refusal?.constraint_name === 'offer_ratings_adopted') {
      throw problem(problems.ratingNeedsCopy, { detail: 'Penilaian diberikan setelah templatnya diadopsi.' });
    }
    if (refusal?.constraint_name === 'offer_questions_partner') throw problem(problems.noPartnerToAsk);
    if (refusal?.constraint_name === 'offers_agreement_scope') {
      throw problem(problems.outsideScope, { detail: 'Pilih kesepakatan yang lingkupnya memuat templat.' });
    }
    throw error;
  }
}

/** @returns the offer's id, the same for the same version. @throws agreement_not_found, agreement_not_in_force, agreement_scope */
export async function offerTemplate(
  tx: TenantTx,
  offer: ShareInput & { templateId: string; template: PublishedTemplate; actor: string },
): Promise<string> {
  const { version, name, type, description, body, defaults } = offer.template;
  const id = await callFunction(
    tx,
    sql`select platform.offer_template(${newId()}::uuid, ${offer.agreementId}::uuid, ${offer.templateId}::uuid,
      ${version}::integer, ${name}, ${type}, ${description}, ${offer.licence ?? null}, ${offer.attribution ?? null},
      ${JSON.stringify({ body, defaults })}::text::jsonb,
      ${offer.actor}, ${newId()}::uuid) as id`,
    problem(problems.agreementNotFound),
    problem(problems.notInForce, {
      detail: 'Templat dapat dibagikan setelah semua pihak menandatangani dan selama masa berlaku kesepakatan.',
    }),
  );
  if (id === null) throw new Error('the database gave no offer');
  return id;
}

/** @throws offer_not_found for one that is not one's own */
export async function withdrawOffer(tx: TenantTx, offerId: string, actor: string): Promise<void> {
  await callFunction(
    tx,
    sql`select platform.withdraw_offer(${offerId}::uuid, ${actor}, ${newId()}::uuid)::text as id`,
    problem(problems.offerNotFound),
    new Error('a withdrawal asks for no agreement'),
  );
}

/** @returns the copy's id: `copyId` when it is to be made. @throws offer_not_found, agreement_ended, offer_withdrawn */
export async function adoptOffer(tx: TenantTx, offerId: string, copyId: string, actor: string): Promise<string> {
  const id = await callFunction(
    tx,
    sql`select platform.adopt_offer(${offerId}::uuid, ${copyId}::uuid, ${actor}, ${newId()}::uuid) as id`,
    problem(problems.offerNotFound),
    problem(problems.agreementEnded, {
      detail: 'Yang sudah Anda adopsi mengikuti ketentuan salinan dalam kesepakatan itu.',
    }),
  );
  if (id === null) throw new Error('the database gave no copy');
  return id;
}

export function toItem(row: OfferRow): CatalogueItem {
  const { agreementId: id, agreementTitle: title, agreementEndsOn: endsOn, copiesAfterEnd } = row;
  const isNational = id === null || title === null || endsOn === null || copiesAfterEnd === null;
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    type: row.type,
    description: row.description,
    origin: originOf(row),
    agreement: isNational ? null : { id, title, endsOn, copiesAfterEnd },
    licence: row.licence,
    attribution: row.attribution,
    sharedAt: row.sharedAt,
    adoptedByMe: row.copyId !== null,
    copyId: row.copyId,
    adoptedVersion: row.adoptedVersion,
    newestCopyId: row.newestCopyId,
    isNewer: row.adoptedVersion !== null && row.adoptedVersion < row.version,
    adoptedBy: row.adoptedBy,
    rating: { stars: row.stars, count: row.ratings },
  };
}

/** Who gave it, as copies remember it. */
export function originOf(row: OfferRow): CatalogueItem['origin'] {
  if (row.slug === null) return { slug: nationalSlug, name: 'Nasional', accent: null, markSvg: null };
  return { slug: row.slug, name: row.regency ?? row.slug, accent: row.accent, markSvg: row.markSvg };
}
