import { sql } from 'drizzle-orm';
import type { OfficeTenant } from '../core/http/context.ts';
import type { FindTenant } from '../core/http/tenant.ts';
import type { Tenancy } from '../core/tenancy/index.ts';

/** Looks a regency up by its slug in the control plane. */
export const createFindTenant =
  (tenancy: Tenancy): FindTenant =>
  async (slug) => {
    const [row] = await tenancy.readPlatform((read) =>
      read.execute<OfficeTenant & Record<string, unknown>>(sql`
        select slug, role, name, region_code as "regionCode", kind, time_zone as "timeZone", status, demo, accent,
          mark_svg as "markSvg"
        from platform.tenants where slug = ${slug}`),
    );
    return row ?? null;
  };
