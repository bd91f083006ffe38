import { z } from 'zod';
import type { Mail } from '../adapters/mail/index.ts';
import { auditPlatform } from '../core/audit/index.ts';
import { defineJob, events, type Job, JobCannotSucceed } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import { type Tenant, tenantOf } from '../core/tenancy/index.ts';
import { exportTenant } from './archive/export.ts';
import { sendInvitation } from './invitation.ts';
import { provision } from './provisioning/run.ts';
import type { Order, ProvisioningDeps } from './provisioning/step.ts';
import { removeTenant } from './removal.ts';
import { findTenantRow, lockTenantRow, setStatus } from './repository.ts';

export type TenantJobDeps = ProvisioningDeps & {
  storage: Storage;
  mail: Mail;
  /** Base of links. */
  publicUrl: string;
  /** Where archives of regencies are written. */
  exportsFolder: string;
};

const payload = z.object({ tenant: z.string() });
const named = (tenant: Tenant | null): Tenant => {
  if (!tenant) throw new JobCannotSucceed('the order names no regency');
  return tenant;
};

/** The control plane's jobs on regencies: provisioning, invitation, export, removal. */
export function createTenantJobs(deps: TenantJobDeps): Job<object>[] {
  const { tenancy } = deps;

  /** Moves a waiting or failed regency into provisioning; null when there is nothing to do. */
  async function beginProvisioning(slug: string): Promise<Order | null> {
    return tenancy.withPlatform(async (tx) => {
      const row = await lockTenantRow(tx, slug);
      if (!row || row.status === 'removing' || row.status === 'removed') throw new JobCannotSucceed('regency removed');
      if (row.status === 'active' || row.status === 'suspended') return null;
      if (row.status !== 'provisioning') await setStatus(tx, slug, 'provisioning');
      return { ...row, ...tenantOf(slug) };
    });
  }

  return [
    defineJob({
      kind: 'tenant.provision',
      login: 'platform',
      payload,
      attempts: 3,
      backoffMs: 500,
      async handle(ctx) {
        const tenant = named(ctx.tenant);
        const order = await beginProvisioning(tenant.slug);
        if (order) await provision(deps, order, ctx.progress);
        const row = await tenancy.readPlatform((read) => findTenantRow(read, tenant.slug));
        // The link itself is made when the superadmin looks: a job keeps no secret.
        return { slug: tenant.slug, invitation: row?.demo ? 'none' : deps.mail.leaves ? 'mail' : 'link' };
      },
      async onFailed(tx, { tenant: slug }, error) {
        const row = await lockTenantRow(tx, slug);
        if (row?.status !== 'provisioning') return;
        await setStatus(tx, slug, 'failed', error);
        await auditPlatform(tx, {
          actor: 'worker',
          action: 'tenant.provisioning_failed',
          subject: { kind: 'tenant', id: slug },
          detail: { error },
        });
        await events.publish(tx, { topic: 'platform', id: slug });
      },
    }),
    defineJob({
      kind: 'tenant.invite',
      login: 'tenant',
      payload,
      async handle({ tenant, workId }) {
        const row = await tenancy.readPlatform((read) => findTenantRow(read, tenant.slug));
        if (row) await sendInvitation(deps, tenant, row.name, `invitation-${workId}`);
      },
    }),
    defineJob({
      kind: 'tenant.export',
      login: 'platform',
      payload,
      attempts: 2,
      handle: (ctx) => exportTenant(deps, named(ctx.tenant), ctx.workId, ctx.progress),
    }),
    defineJob({
      kind: 'tenant.remove',
      login: 'platform',
      payload,
      async handle(ctx) {
        await removeTenant(deps, named(ctx.tenant), ctx.progress);
        return { slug: ctx.tenant?.slug };
      },
      async onFailed(tx, { tenant: slug }, error) {
        const row = await lockTenantRow(tx, slug);
        if (row?.status === 'removing') await setStatus(tx, slug, 'removing', error);
      },
    }),
  ];
}
