import { type SQL, sql } from 'drizzle-orm';
import type { PlatformRead, PlatformTx } from '../core/tenancy/index.ts';
import type { TenantStatus } from './rules.ts';

export type TenantRow = {
  slug: string;
  role: string;
  name: string;
  regionCode: string;
  kind: 'kabupaten' | 'kota';
  timeZone: string;
  status: TenantStatus;
  statusSince: string;
  schemaVersion: number;
  adminName: string;
  adminEmail: string;
  accent: string | null;
  demo: boolean;
  failure: string | null;
  createdAt: string;
  activatedAt: string | null;
};

const columns = sql`slug, role, name, region_code as "regionCode", kind, time_zone as "timeZone", status,
  status_since as "statusSince", schema_version as "schemaVersion", admin_name as "adminName", admin_email as "adminEmail",
  accent, demo, failure, created_at as "createdAt", activated_at as "activatedAt"`;

export async function findTenantRow(db: PlatformRead | PlatformTx, slug: string): Promise<TenantRow | null> {
  const rows = await db.execute<TenantRow>(sql`select ${columns} from platform.tenants where slug = ${slug}`);
  return rows[0] ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockTenantRow(tx: PlatformTx, slug: string): Promise<TenantRow | null> {
  const rows = await tx.execute<TenantRow>(
    sql`select ${columns} from platform.tenants where slug = ${slug} for update`,
  );
  return rows[0] ?? null;
}

/** Newest first; `after` is the slug of the last one seen. */
/** Regencies whose offices work or may work again, with the zone that their dates are in. */
export const listRegencies = (read: PlatformRead): Promise<{ slug: string; timeZone: string }[]> =>
  read.execute<{ slug: string; timeZone: string }>(sql`select slug, time_zone as "timeZone" from platform.tenants
    where status in ('active', 'suspended') and time_zone is not null`);

export async function listTenantRows(
  read: PlatformRead,
  filter: { q?: string | undefined; status?: TenantStatus | undefined; after?: string | undefined; limit: number },
): Promise<TenantRow[]> {
  const conditions: SQL[] = [sql`true`];
  if (filter.status) conditions.push(sql`status = ${filter.status}`);
  if (filter.q) conditions.push(sql`(name ilike ${`%${filter.q}%`} or slug ilike ${`%${filter.q}%`})`);
  if (filter.after) {
    conditions.push(
      sql`(created_at, slug) < (select created_at, slug from platform.tenants where slug = ${filter.after})`,
    );
  }
  return read.execute<TenantRow>(sql`select ${columns} from platform.tenants where ${sql.join(conditions, sql` and `)}
    order by created_at desc, slug desc limit ${filter.limit}`);
}

export type NewTenant = Pick<
  TenantRow,
  'slug' | 'name' | 'regionCode' | 'kind' | 'timeZone' | 'adminName' | 'adminEmail' | 'demo'
> & {
  accent: string;
  markSvg: string;
};

/**
 * Adds the regency as `pending`; one that was removed starts anew under the same name.
 * @returns false when the name is in use. A region in use is a violation of `tenants_region`.
 */
export async function insertTenant(tx: PlatformTx, row: NewTenant): Promise<boolean> {
  const rows = await tx.execute(sql`insert into platform.tenants
    (slug, name, region_code, kind, time_zone, admin_name, admin_email, accent, mark_svg, demo)
    values (${row.slug}, ${row.name}, ${row.regionCode}, ${row.kind}, ${row.timeZone}, ${row.adminName}, ${row.adminEmail},
      ${row.accent}, ${row.markSvg}, ${row.demo})
    on conflict (slug) do update set status = 'pending', name = excluded.name, admin_name = excluded.admin_name,
      admin_email = excluded.admin_email, accent = excluded.accent, mark_svg = excluded.mark_svg, demo = excluded.demo,
      created_at = now(), activated_at = null, failure = null
    where tenants.status = 'removed' and tenants.region_code = excluded.region_code
    returning slug`);
  return rows.length > 0;
}

export async function setStatus(
  tx: PlatformTx,
  slug: string,
  status: TenantStatus,
  failure: string | null = null,
): Promise<void> {
  await tx.execute(sql`update platform.tenants set status = ${status}, failure = ${failure} where slug = ${slug}`);
}

export type StepRow = { step: string; startedAt: string; finishedAt: string | null; detail: string | null };

export async function listSteps(db: PlatformRead, slug: string): Promise<StepRow[]> {
  return db.execute<StepRow>(sql`select step, started_at as "startedAt", finished_at as "finishedAt", detail
    from platform.provisioning_steps where tenant_slug = ${slug} order by ordinal`);
}

/** The newest job of a kind that the control plane ordered for a regency, or null. */
export async function findLatestJob(db: PlatformRead | PlatformTx, slug: string, kind: string): Promise<string | null> {
  const rows = await db.execute<{ id: string }>(sql`select id from platform.work
    where tenant_slug = ${slug} and kind = ${kind} order by created_at desc, id desc limit 1`);
  return rows[0]?.id ?? null;
}

export type RegionRow = {
  code: string;
  name: string;
  kind: 'kabupaten' | 'kota';
  province: string;
  timeZone: string;
  /** The regency of this region on the platform, whatever its state; null when it has not joined. */
  slug: string | null;
};

const regionColumns = sql`r.code, r.name, r.kind, r.province, r.time_zone as "timeZone",
  (select t.slug from platform.tenants t where t.region_code = r.code and t.status <> 'removed') as slug`;

/** Regions whose name or province contains the words, best match first. */
export async function searchRegions(read: PlatformRead, q: string, limit: number): Promise<RegionRow[]> {
  return read.execute<RegionRow>(sql`select ${regionColumns} from platform.regions r
    where r.name ilike ${`%${q}%`} or r.province ilike ${`%${q}%`} or r.code = ${q}
    order by (r.name ilike ${`% ${q}%`}) desc, (r.name ilike ${`%${q}%`}) desc, r.code limit ${limit}`);
}

export async function findRegion(db: PlatformRead | PlatformTx, code: string): Promise<RegionRow | null> {
  const rows = await db.execute<RegionRow>(sql`select ${regionColumns} from platform.regions r where r.code = ${code}`);
  return rows[0] ?? null;
}

export type OfficeRow = {
  slug: string;
  name: string;
  kind: 'kabupaten' | 'kota';
  province: string;
  accent: string | null;
  markSvg: string | null;
};

export async function listOffices(read: PlatformRead): Promise<OfficeRow[]> {
  return read.execute<OfficeRow>(sql`select t.slug, t.name, t.kind, r.province, t.accent, t.mark_svg as "markSvg"
    from platform.tenants t join platform.regions r on r.code = t.region_code where t.status = 'active' order by t.name`);
}
