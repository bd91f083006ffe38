import { sql } from 'drizzle-orm';
import type { Authorities } from '../authorities/index.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { hashPassword } from '../identity/index.ts';
import { orderTenant } from './orders.ts';
import { loadReferenceData } from './reference-data.ts';
import { findRegion, findTenantRow } from './repository.ts';
import { loadTenantFiles } from './tenant-files.ts';

export type BootstrapDeps = {
  tenancy: Tenancy;
  authorities: Authorities;
  /** Password of the demo superadmin; null on an installation without a demo. */
  demoPassword: string | null;
};

async function addDemoSuperadmin(tenancy: Tenancy, password: string): Promise<void> {
  const [known] = await tenancy.readPlatform((read) =>
    read.execute(sql`select 1 from platform.superadmins where username = 'superadmin'`),
  );
  if (known) return;
  const passwordHash = await hashPassword(password);
  await tenancy.withPlatform((tx) =>
    tx.execute(sql`insert into platform.superadmins (id, username, name, password_hash)
      values (${newId()}::uuid, 'superadmin', 'Superadmin Demo', ${passwordHash}) on conflict (username) do nothing`),
  );
}

/** Orders the regencies that have a folder in `tenants/`, unless they are there. */
async function orderDemoTenants(tenancy: Tenancy): Promise<string[]> {
  const ordered: string[] = [];
  for (const file of loadTenantFiles()) {
    await tenancy.withPlatform(async (tx) => {
      // Two starts at once: the second waits here and then finds the row.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('madangan:demo'))`);
      if (await findTenantRow(tx, file.slug)) return;
      const region = await findRegion(tx, file.regionCode);
      if (!region) throw new Error(`no region ${file.regionCode} for the demo of ${file.slug}`);
      const admin = file.people.find((person) => person.roles.includes('admin'));
      const contact = { name: admin?.name ?? 'Administrator', email: admin?.email ?? `admin@${file.slug}.example` };
      await orderTenant(tx, { slug: file.slug, name: file.name, region, admin: contact, demo: true }, 'demo');
      ordered.push(file.slug);
    });
  }
  return ordered;
}

/**
 * What the platform needs before it serves, done once and checked at each start: reference data, the root and time-stamp
 * authorities, and with a demo its superadmin and its three regencies, which the worker then provisions.
 */
export async function bootstrapPlatform(deps: BootstrapDeps): Promise<{ ordered: string[] }> {
  const { tenancy, authorities, demoPassword } = deps;
  await loadReferenceData(tenancy);
  await authorities.ensurePlatform();
  if (demoPassword === null) return { ordered: [] };
  await addDemoSuperadmin(tenancy, demoPassword);
  return { ordered: await orderDemoTenants(tenancy) };
}
