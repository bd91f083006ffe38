import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { letterBodySchema } from '../adapters/typesetting/index.ts';
import { problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { pgError, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { type PublishedTemplate, templateDefaultsSchema, templates } from '../templates/index.ts';
import { catalogueProblems as problems } from './problems.ts';
import type { CatalogueItem, CatalogueQuery } from './schema.ts';

export interface OfferRow {
  id: string;
  agreementId: string;
  agreementTitle: string;
  agreementEndsOn: string;
  isOpen: boolean;
  isWithdrawn: boolean;
  slug: string;
  regency: string;
  accent: string | null;
  markSvg: string | null;
  name: string;
  version: number;
  type: string;
  description: string | null;
  sharedAt: string;
  copyId: string | null;
  adoptedVersion: number | null;
  adoptedBy: number;
}

// The same version may be offered under several agreements: it counts as adopted under each.
const offers = (where: SQL, limit: number) => sql`
  select o.id, o.agreement_id as "agreementId", a.title as "agreementTitle", a.ends_on::text as "agreementEndsOn",
    o.agreement_id = any ((select platform.my_template_agreements())::uuid[]) as "isOpen",
    o.withdrawn_at is not null as "isWithdrawn", o.tenant_slug as slug, t.name as regency, t.accent,
    t.mark_svg as "markSvg", o.name, o.version, o.type, o.description,
    to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sharedAt",
    mine."copyId", mine."adoptedVersion",
    (select count(*)::int from platform.adoptions d where d.offer_id = o.id) as "adoptedBy"
  from platform.offers o
  join platform.agreements a on a.id = o.agreement_id
  join platform.tenants t on t.slug = o.tenant_slug
  cross join lateral (
    select (array_agg(d.copy_id) filter (where same.version = o.version))[1] as "copyId", max(same.version) as "adoptedVersion"
    from platform.offers same join platform.adoptions d on d.offer_id = same.id
    where d.tenant_slug = platform.current_tenant() and same.tenant_slug = o.tenant_slug and same.source_id = o.source_id) mine
  where ${where} order by o.id desc limit ${limit}`;

const escapeLike = (text: string) => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Offers that stand now, newest first, one more than `limit`. Without `origin`: those of partners. */
export async function listOffers(read: TenantRead, query: CatalogueQuery): Promise<OfferRow[]> {
  const conditions = [
    sql`o.agreement_id = any ((select platform.my_template_agreements())::uuid[]) and o.withdrawn_at is null`,
    query.origin === undefined
      ? sql`o.tenant_slug <> (select platform.current_tenant())`
      : sql`o.tenant_slug = ${query.origin}`,
    ...(query.cursor === undefined ? [] : [sql`o.id < ${query.cursor}::uuid`]),
    ...(query.type === undefined ? [] : [sql`o.type = ${query.type}`]),
    ...(query.q ? [sql`(o.name || ' ' || coalesce(o.description, '')) ilike ${escapeLike(query.q)}`] : []),
  ];
  const rows = await read.execute<OfferRow & Record<string, unknown>>(
    offers(sql.join(conditions, sql` and `), query.limit + 1),
  );
  return [...rows];
}

/** An offer under one of one's agreements, whether it stands or not. */
export async function findOffer(read: TenantRead, id: string): Promise<OfferRow | null> {
  const [row] = await read.execute<OfferRow & Record<string, unknown>>(offers(sql`o.id = ${id}::uuid`, 1));
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

export async function listAdopters(read: TenantRead, offerId: string) {
  const rows = await read.execute<{ slug: string; name: string; adoptedAt: string }>(
    sql`select t.slug, t.name, to_char(d.adopted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "adoptedAt"
      from platform.adoptions d join platform.tenants t on t.slug = d.tenant_slug
      where d.offer_id = ${offerId}::uuid order by d.adopted_at`,
  );
  return [...rows];
}

/** What a refusal by the database's functions means to people: nothing there for us, or no longer in force. */
async function call(tx: TenantTx, query: SQL, missing: Error, ended: Error): Promise<string | null> {
  try {
    const [row] = await tx.execute<{ id: string | null }>(query);
    return row?.id ?? null;
  } catch (error) {
    const refusal = pgError(error);
    if (refusal?.code === 'P0002') throw missing;
    if (refusal?.constraint_name === 'offers_agreement_in_force') throw ended;
    if (refusal?.constraint_name === 'offers_withdrawn') throw problem(problems.offerWithdrawn);
    if (refusal?.constraint_name === 'offers_agreement_scope') {
      throw problem(problems.outsideScope, { detail: 'Pilih kesepakatan yang lingkupnya memuat templat.' });
    }
    throw error;
  }
}

/** @returns the offer's id, the same for the same version. @throws agreement_not_found, agreement_not_in_force, agreement_scope */
export async function offerTemplate(
  tx: TenantTx,
  offer: { agreementId: string; templateId: string; template: PublishedTemplate; actor: string },
): Promise<string> {
  const { version, name, type, description, body, defaults } = offer.template;
  const id = await call(
    tx,
    sql`select platform.offer_template(${newId()}::uuid, ${offer.agreementId}::uuid, ${offer.templateId}::uuid,
      ${version}::integer, ${name}, ${type}, ${description}, ${JSON.stringify({ body, defaults })}::text::jsonb,
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
  await call(
    tx,
    sql`select platform.withdraw_offer(${offerId}::uuid, ${actor}, ${newId()}::uuid)::text as id`,
    problem(problems.offerNotFound),
    new Error('a withdrawal asks for no agreement'),
  );
}

/** @returns the copy's id: `copyId` when it is to be made. @throws offer_not_found, agreement_ended, offer_withdrawn */
export async function adoptOffer(tx: TenantTx, offerId: string, copyId: string, actor: string): Promise<string> {
  const id = await call(
    tx,
    sql`select platform.adopt_offer(${offerId}::uuid, ${copyId}::uuid, ${actor}, ${newId()}::uuid) as id`,
    problem(problems.offerNotFound),
    problem(problems.agreementEnded, { detail: 'Salinan yang sudah Anda adopsi tetap dapat dipakai.' }),
  );
  if (id === null) throw new Error('the database gave no copy');
  return id;
}

export const toItem = (row: OfferRow): CatalogueItem => ({
  id: row.id,
  name: row.name,
  version: row.version,
  type: row.type,
  description: row.description,
  origin: { slug: row.slug, name: row.regency, accent: row.accent, markSvg: row.markSvg },
  agreement: { id: row.agreementId, title: row.agreementTitle, endsOn: row.agreementEndsOn },
  sharedAt: row.sharedAt,
  adoptedByMe: row.copyId !== null,
  copyId: row.copyId,
  adoptedVersion: row.adoptedVersion,
  isNewer: row.adoptedVersion !== null && row.adoptedVersion < row.version,
  adoptedBy: row.adoptedBy,
});
