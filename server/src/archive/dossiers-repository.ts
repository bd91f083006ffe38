import { type SQL, sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { dossierNotFound, staleVersion } from './problems.ts';
import { type DossierState, type Retention, retentionOf, ruleFor } from './retention.ts';
import { type Schedule, shortRule } from './schedule-repository.ts';
import type { DossierItem } from './schema.ts';
import { withinScope } from './scope.ts';

/** A dossier with what its lists show. */
export type DossierRow = {
  id: string;
  unitId: string;
  unitName: string;
  classification: string;
  classificationName: string | null;
  year: number;
  seq: number;
  title: string;
  state: DossierState;
  closedOn: string | null;
  triggerOn: string | null;
  reassessed: 'destroy' | 'permanent' | null;
  version: number;
  items: number;
  place: string | null;
  isHeld: boolean;
};

/** Where the paper is now, in one line, of the dossier `id` (SQL). */
const placeLine = (id: SQL): SQL => sql`(select concat_ws(', ', p.building, p.room, p.shelf, p.box, p.folder)
  from dossier_places p where p.dossier_id = ${id} order by p.id desc limit 1)`;

/** Whether an unlifted hold lies on the dossier `id` (SQL) or on one of its letters. */
const isHeld = (
  id: SQL,
): SQL => sql`(exists (select from legal_holds h where h.dossier_id = ${id} and h.lifted_at is null)
  or exists (select from legal_holds h join dossier_items i on i.letter_id = h.letter_id
    where i.dossier_id = ${id} and h.lifted_at is null))`;

export const dossierColumns = sql`d.id, d.unit_id as "unitId", u.name as "unitName", d.classification,
  (select c.name from platform.classifications c where c.code = d.classification) as "classificationName", d.year, d.seq,
  d.title, d.state, d.closed_on::text as "closedOn", d.trigger_on::text as "triggerOn", d.reassessed, d.version,
  (select count(*)::int from dossier_items i where i.dossier_id = d.id) as items, ${placeLine(sql`d.id`)} as place,
  ${isHeld(sql`d.id`)} as "isHeld"`;

/** As written on a cover: `000.1.2/2026/3`. */
export const dossierCode = (row: Pick<DossierRow, 'classification' | 'year' | 'seq'>): string =>
  `${row.classification}/${row.year}/${row.seq}`;

/** Where a dossier stands today, and the rule that says so. */
export function judge(row: DossierRow, schedule: Schedule, today: string) {
  const rule = ruleFor(row.classification, schedule.rules);
  const retention: Retention = retentionOf(row, rule, schedule.start, today);
  return { ...retention, rule: rule === null ? null : shortRule(rule) };
}

export function toItem(row: DossierRow, schedule: Schedule, today: string): DossierItem {
  const { id, classification, classificationName, year, title, state, closedOn, items, place } = row;
  return {
    id,
    code: dossierCode(row),
    unit: { id: row.unitId, name: row.unitName },
    classification,
    classificationName,
    year,
    title,
    state,
    closedOn,
    items,
    place,
    retention: judge(row, schedule, today),
  };
}

/** Dossiers that are the person's business, newest first. */
export function listDossiers(
  read: TenantRead,
  ctx: OfficeContext,
  where: SQL,
  { today, limit }: { today: string; limit: number },
): Promise<DossierRow[]> {
  return read.execute<DossierRow>(sql`select ${dossierColumns} from dossiers d join units u on u.id = d.unit_id
    where ${withinScope(ctx, sql`d.unit_id`, today)} and ${where} order by d.id desc limit ${limit}`);
}

/** @throws not_found for a dossier that is none of the person's business */
export async function findDossier(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  today: string,
): Promise<DossierRow> {
  const [row] = await listDossiers(read, ctx, sql`d.id = ${id}::uuid`, { today, limit: 1 });
  if (!row) throw dossierNotFound();
  return row;
}

/** Locks a dossier, so that acts on it take turns. @throws not_found, stale_version */
export async function lockDossier(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  today: string,
  seenVersion?: number | undefined,
): Promise<DossierRow> {
  await tx.execute(sql`select from dossiers where id = ${id}::uuid for update`);
  const row = await findDossier(tx, ctx, id, today);
  if (seenVersion !== undefined && seenVersion !== row.version) throw staleVersion(row.version);
  return row;
}

/** Changes a locked dossier; counts as a version. */
export async function updateDossier(tx: TenantTx, id: string, changes: SQL, now: Date): Promise<void> {
  await tx.execute(sql`update dossiers set ${changes}, version = version + 1,
    updated_at = ${now.toISOString()}::timestamptz where id = ${id}::uuid`);
}
