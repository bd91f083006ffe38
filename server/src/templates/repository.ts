import { and, desc, eq, sql } from 'drizzle-orm';
import { type Inputs, statement, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { people } from '../organization/index.ts';
import { letterTypes, templates, templateVersions } from './tables.ts';

const latestVersion = sql<number>`(select max(v.version) from template_versions v where v.template_id = templates.id)`;

const columns = {
  id: templates.id,
  name: templates.name,
  type: templates.type,
  typeName: letterTypes.name,
  description: templates.description,
  version: latestVersion.mapWith(Number),
  publishedVersion: templates.publishedVersion,
  originSlug: templates.originSlug,
  originName: templates.originName,
  originVersion: templates.originVersion,
  originOfferId: templates.originOfferId,
  updatedAt: templates.updatedAt,
  archivedAt: templates.archivedAt,
};

/** A template as lists show it. */
export interface TemplateRow {
  id: string;
  name: string;
  type: string;
  typeName: string;
  description: string | null;
  version: number;
  publishedVersion: number | null;
  originSlug: string | null;
  originName: string | null;
  originVersion: number | null;
  originOfferId: string | null;
  updatedAt: Date;
  archivedAt: Date | null;
}

/** Newest first; `drafts` false leaves out what was never published; `archived` asks for what was put away. */
export const listTemplates = statement(
  (
    db,
    input: Inputs<{
      drafts: boolean;
      archived: boolean;
      type: string | null;
      pattern: string | null;
      cursor: string | null;
      limit: number;
    }>,
  ) =>
    db
      .select(columns)
      .from(templates)
      .innerJoin(letterTypes, eq(letterTypes.code, templates.type))
      .where(
        sql`(${templates.archivedAt} is not null) = ${input.archived}::boolean
          and (${input.drafts}::boolean or ${templates.publishedVersion} is not null)
          and (${input.type}::text is null or ${templates.type} = ${input.type}::text)
          and (${input.pattern}::text is null or ${templates.name} ilike ${input.pattern}::text)
          and (${input.cursor}::uuid is null or ${templates.id} < ${input.cursor}::uuid)`,
      )
      .orderBy(desc(templates.id))
      .limit(input.limit),
);

/** A template, archived ones included. */
export async function findTemplate(read: TenantRead, id: string): Promise<TemplateRow | null> {
  const [row] = await read
    .select(columns)
    .from(templates)
    .innerJoin(letterTypes, eq(letterTypes.code, templates.type))
    .where(eq(templates.id, id))
    .limit(1);
  return row ?? null;
}

/** Locks the template, so that two edits take turns. */
export async function lockTemplate(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: templates.id }).from(templates).where(eq(templates.id, id)).for('update');
  return rows.length > 0;
}

export async function findVersion(read: TenantRead, id: string, version: number) {
  const [row] = await read
    .select()
    .from(templateVersions)
    .where(and(eq(templateVersions.templateId, id), eq(templateVersions.version, version)))
    .limit(1);
  return row ?? null;
}

export const listVersions = (read: TenantRead, id: string) =>
  read
    .select({
      version: templateVersions.version,
      createdAt: templateVersions.createdAt,
      publishedAt: templateVersions.publishedAt,
      author: people.name,
      source: templateVersions.source,
      restoredFrom: templateVersions.restoredFrom,
    })
    .from(templateVersions)
    .leftJoin(people, eq(people.id, templateVersions.createdBy))
    .where(eq(templateVersions.templateId, id))
    .orderBy(desc(templateVersions.version));

export async function insertTemplate(
  tx: TenantTx,
  template: typeof templates.$inferInsert,
  version: Omit<typeof templateVersions.$inferInsert, 'templateId'>,
): Promise<void> {
  await tx.insert(templates).values(template);
  await tx.insert(templateVersions).values({ ...version, templateId: template.id });
}

export async function insertVersion(tx: TenantTx, row: typeof templateVersions.$inferInsert): Promise<void> {
  await tx.insert(templateVersions).values(row);
}

export async function updateTemplate(
  tx: TenantTx,
  id: string,
  changes: Partial<typeof templates.$inferInsert>,
): Promise<void> {
  await tx.update(templates).set(changes).where(eq(templates.id, id));
}

export async function publishVersion(tx: TenantTx, id: string, version: number, now: Date): Promise<void> {
  await tx
    .update(templateVersions)
    .set({ publishedAt: now })
    .where(and(eq(templateVersions.templateId, id), eq(templateVersions.version, version)));
  await updateTemplate(tx, id, { publishedVersion: version, updatedAt: now });
}

/** The published version of a template, or null if there is none. */
export async function findPublished(read: TenantRead, id: string) {
  const [row] = await read
    .select({
      id: templates.id,
      name: templates.name,
      type: templates.type,
      description: templates.description,
      originOfferId: templates.originOfferId,
      originName: templates.originName,
      version: templateVersions.version,
      body: templateVersions.body,
      defaults: templateVersions.defaults,
    })
    .from(templates)
    .innerJoin(
      templateVersions,
      and(eq(templateVersions.templateId, templates.id), eq(templateVersions.version, templates.publishedVersion)),
    )
    .where(and(eq(templates.id, id), sql`${templates.archivedAt} is null`))
    .limit(1);
  return row ?? null;
}

/** Codes whose beginning, or whose name's words, match; `%` and `_` in the search are literal. */
export async function searchClassifications(
  read: TenantRead,
  search: { q: string; cursor: string | null; limit: number },
): Promise<{ code: string; name: string }[]> {
  const words = search.q.split(/\s+/).filter((word) => word !== '');
  const prefix = `${likeLiteral(search.q)}%`;
  const every = words.map((word) => sql`name ilike ${`%${likeLiteral(word)}%`}`);
  const matches = words.length === 0 ? sql`true` : sql`(code like ${prefix} or (${sql.join(every, sql` and `)}))`;
  const rows = await read.execute<{ code: string; name: string }>(sql`select code, name from platform.classifications
    where ${matches} and code > ${search.cursor ?? ''} order by code limit ${search.limit}`);
  return rows.map(({ code, name }) => ({ code, name }));
}

/** Text as a literal part of a LIKE pattern. */
export const likeLiteral = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Why copies of these offers may make no new letters; an offer that is missing here has usable copies. */
export async function findStopped(
  read: TenantRead,
  offerIds: readonly (string | null)[],
): Promise<Map<string, StoppedCopy>> {
  const ids = offerIds.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await read.execute<
    StoppedCopy & { offerId: string } & Record<string, unknown>
  >(sql`select offer_id as "offerId", reason,
    agreement_id as "agreementId", agreement_title as "agreementTitle" from platform.stopped_offers(${sql.param(ids)}::uuid[])`);
  return new Map(
    rows.map(({ offerId, reason, agreementId, agreementTitle }) => [offerId, { reason, agreementId, agreementTitle }]),
  );
}

/** The clause of the agreement under which a copy came stops its use, since it ended or since the giver took it back. */
export interface StoppedCopy {
  reason: 'agreement_ended' | 'offer_withdrawn';
  agreementId: string;
  agreementTitle: string;
}

/** The newest version that came from the giver as it is: what a newer one is compared with. */
export async function findAdoptedVersion(read: TenantRead, id: string) {
  const [row] = await read
    .select()
    .from(templateVersions)
    .where(eq(templateVersions.templateId, id))
    .orderBy(
      desc(sql`${templateVersions.source} = 'adopted'`),
      desc(sql`case when ${templateVersions.source} = 'adopted'
      then ${templateVersions.version} else -${templateVersions.version} end`),
    )
    .limit(1);
  return row ?? null;
}
