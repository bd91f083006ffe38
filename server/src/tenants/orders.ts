import { auditPlatform } from '../core/audit/index.ts';
import { problem } from '../core/errors.ts';
import { events, outbox } from '../core/queue/index.ts';
import { type PlatformTx, pgError } from '../core/tenancy/index.ts';
import { tenantProblems as problems } from './problems.ts';
import { originOf } from './provisioning/reference.ts';
import { insertTenant, type RegionRow } from './repository.ts';

export type TenantOrder = {
  slug: string;
  name: string;
  region: Pick<RegionRow, 'code' | 'kind' | 'timeZone'>;
  admin: { name: string; email: string };
  demo: boolean;
};

/**
 * Adds a regency and orders its provisioning, in the caller's transaction.
 * @throws tenant_exists, region_taken
 */
export async function orderTenant(tx: PlatformTx, order: TenantOrder, actor: string): Promise<{ jobId: string }> {
  const { slug, name, region, admin, demo } = order;
  const { file, skeleton } = originOf({ slug, kind: region.kind, regionCode: region.code });
  const { accent, markSvg } = file ?? skeleton;
  const added = await insertTenant(tx, {
    slug,
    name,
    regionCode: region.code,
    kind: region.kind,
    timeZone: region.timeZone,
    adminName: admin.name,
    adminEmail: admin.email,
    demo,
    accent: accent.light.accent,
    markSvg,
  }).catch((error: unknown) => {
    if (pgError(error)?.constraint_name !== 'tenants_region') throw error;
    throw problem(problems.regionTaken, {
      detail: `Daerah dengan kode ${region.code} sudah terdaftar di platform ini.`,
      cause: error,
    });
  });
  if (!added) throw problem(problems.tenantExists, { detail: `Alamat "${slug}" sudah dipakai. Pilihlah alamat lain.` });
  const jobId = await outbox.add(tx, 'tenant.provision', { tenant: slug });
  await auditPlatform(tx, {
    actor,
    action: 'tenant.ordered',
    subject: { kind: 'tenant', id: slug },
    detail: { region: region.code, demo },
  });
  await events.publish(tx, { topic: 'platform', id: slug });
  return { jobId };
}
