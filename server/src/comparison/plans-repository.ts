import { type SQL, sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { PlanItem, PlanQuery, PlanState } from './plan-schema.ts';
import { pointsOf } from './rules.ts';
import { isoTime } from './schemes.ts';

export interface PlanRow {
  id: string;
  title: string;
  description: string;
  kind: PlanItem['kind'];
  offerId: string | null;
  fromSlug: string | null;
  fromName: string | null;
  scheme: string | null;
  indicator: number | null;
  indicatorName: string | null;
  weight: number | null;
  baselineYear: number | null;
  baselineLevel: number | null;
  expectedLevel: number | null;
  positionId: string;
  positionTitle: string;
  dueOn: string;
  state: PlanState;
  finishedOn: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
}

/** Whose plans one sees: all, or those of one's own posts. */
export interface PlanReader {
  readsAll: boolean;
  positions: readonly string[];
}

const plans = (where: SQL, limit: number) => sql`
  select p.id, p.title, p.description, p.kind, p.offer_id as "offerId", p.from_slug as "fromSlug", p.from_name as "fromName",
    p.scheme, p.indicator, i.name as "indicatorName", i.weight::float8 as weight, p.baseline_year as "baselineYear",
    p.baseline_level::float8 as "baselineLevel", p.expected_level::float8 as "expectedLevel",
    p.responsible_position_id as "positionId", pos.title as "positionTitle", p.due_on::text as "dueOn", p.state,
    p.finished_on::text as "finishedOn", p.version, maker.name as "createdBy", ${isoTime(sql`p.created_at`)} as "createdAt"
  from adoption_plans p
  join positions pos on pos.id = p.responsible_position_id
  join people maker on maker.id = p.created_by
  left join platform.index_indicators i on i.scheme = p.scheme and i.no = p.indicator
  where ${where} order by p.id desc limit ${limit}`;

const visible = ({ readsAll, positions }: PlanReader): SQL =>
  readsAll ? sql`true` : sql`p.responsible_position_id = any(${sql.param([...positions])}::uuid[])`;

/** Newest first, one more than `limit`. */
export async function listPlans(read: TenantRead, reader: PlanReader, query: PlanQuery): Promise<PlanRow[]> {
  const conditions = [
    visible(reader),
    ...(query.cursor === undefined ? [] : [sql`p.id < ${query.cursor}::uuid`]),
    ...(query.state === undefined
      ? []
      : query.state === 'open'
        ? [sql`p.state in ('planned', 'started')`]
        : [sql`p.state = ${query.state}`]),
  ];
  return read.execute<PlanRow & Record<string, unknown>>(plans(sql.join(conditions, sql` and `), query.limit + 1));
}

export async function findPlan(read: TenantRead, reader: PlanReader, id: string): Promise<PlanRow | null> {
  const [row] = await read.execute<PlanRow & Record<string, unknown>>(
    plans(sql`p.id = ${id}::uuid and ${visible(reader)}`, 1),
  );
  return row ?? null;
}

export type NoteRow = { at: string; by: string; text: string; from: PlanState; to: PlanState };

export async function listNotes(read: TenantRead, planId: string): Promise<NoteRow[]> {
  return read.execute<NoteRow>(sql`select ${isoTime(sql`n.at`)} as at, p.name as by, n.text, n.from_state as from, n.to_state as to
    from adoption_plan_notes n join people p on p.id = n.person_id where n.plan_id = ${planId}::uuid order by n.id`);
}

/** The newest level of an indicator that we ourselves show to others, of a year after `after`. */
export async function findPublishedLevel(
  read: TenantRead,
  of: { scheme: string; indicator: number; after: number },
): Promise<{ year: number; level: number } | null> {
  const [row] = await read.execute<{ year: number; level: number }>(sql`
    select year, levels[${of.indicator}::int]::float8 as level from platform.index_publications
    where tenant_slug = (select platform.current_tenant()) and scheme = ${of.scheme} and withdrawn_at is null
      and year > ${of.after}::int order by year desc limit 1`);
  return row ?? null;
}

/** An offer under one of our agreements. */
export async function findOffer(read: TenantRead, id: string): Promise<{ slug: string; name: string } | null> {
  const [row] = await read.execute<{ slug: string; name: string }>(sql`select o.tenant_slug as slug, t.name
    from platform.offers o join platform.tenants t on t.slug = o.tenant_slug
    where o.id = ${id}::uuid and o.tenant_slug <> (select platform.current_tenant())`);
  return row ?? null;
}

export async function findRegency(read: TenantRead, slug: string): Promise<{ slug: string; name: string } | null> {
  const [row] = await read.execute<{ slug: string; name: string }>(
    sql`select slug, name from platform.tenants where slug = ${slug} and status = 'active'`,
  );
  return row ?? null;
}

export async function hasPosition(read: TenantRead, id: string): Promise<boolean> {
  const [row] = await read.execute(sql`select 1 from positions where id = ${id}::uuid`);
  return row !== undefined;
}

export function toItem(row: PlanRow, today: string): PlanItem {
  const { scheme, indicator, weight, baselineLevel, expectedLevel } = row;
  const isOpen = row.state === 'planned' || row.state === 'started';
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    from: row.fromName === null ? null : { slug: row.fromSlug, name: row.fromName },
    responsible: { id: row.positionId, title: row.positionTitle },
    dueOn: row.dueOn,
    state: row.state,
    overdue: isOpen && row.dueOn < today,
    aim:
      scheme === null || indicator === null
        ? null
        : {
            scheme,
            indicator,
            name: row.indicatorName ?? '',
            baselineYear: row.baselineYear,
            baselineLevel,
            expectedLevel,
            expectedPoints:
              weight === null || baselineLevel === null || expectedLevel === null
                ? null
                : pointsOf(weight, baselineLevel, expectedLevel),
          },
  };
}
