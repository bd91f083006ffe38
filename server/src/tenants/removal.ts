import { sql } from 'drizzle-orm';
import type { Authorities } from '../authorities/index.ts';
import { auditPlatform } from '../core/audit/index.ts';
import { type DatabaseAccess, openClient } from '../core/db/client.ts';
import { dropTenant } from '../core/db/provision.ts';
import { events } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';

/**
 * Undoes what provisioning did: connections, schema and login, files, authority; then the regency is `removed`. Every
 * part may run again. What it shared (agreements, exchanged letters, verifications) stays with its partners.
 */
export async function removeTenant(
  deps: { tenancy: Tenancy; access: DatabaseAccess; storage: Storage; authorities: Authorities },
  tenant: Tenant,
  progress: (percent: number) => Promise<void>,
): Promise<void> {
  await deps.tenancy.forget(tenant);
  const migrator = openClient(deps.access, 'migrator', { max: 1, applicationName: 'remove' });
  try {
    await dropTenant(migrator, tenant.role);
  } finally {
    await migrator.end({ timeout: 5 });
  }
  await progress(50);
  await deps.storage.removePrefix(tenant.slug);
  await progress(70);
  await deps.authorities.retire(tenant);
  await progress(90);
  await deps.tenancy.withPlatform(async (tx) => {
    await tx.execute(sql`delete from platform.provisioning_steps where tenant_slug = ${tenant.slug}`);
    const rows = await tx.execute(sql`update platform.tenants set status = 'removed', schema_version = 0,
      exchange_public_key = null, failure = null where slug = ${tenant.slug} and status = 'removing' returning slug`);
    if (rows.length === 0) return;
    await auditPlatform(tx, {
      actor: 'worker',
      action: 'tenant.removed',
      subject: { kind: 'tenant', id: tenant.slug },
    });
    await events.publish(tx, { topic: 'platform', id: tenant.slug });
  });
}
