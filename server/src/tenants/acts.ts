import { auditPlatform } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import { events, outbox } from '../core/queue/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { tenantProblems as problems } from './problems.ts';
import { lockTenantRow, setStatus } from './repository.ts';
import { mayAct, type TenantAct, type TenantStatus } from './rules.ts';

/** What each act changes at once, and the job that it orders. */
const effects: Record<TenantAct, { status?: TenantStatus; job?: string }> = {
  retry: { status: 'provisioning', job: 'tenant.provision' },
  suspend: { status: 'suspended' },
  resume: { status: 'active' },
  export: { job: 'tenant.export' },
  invite: {},
  remove: { status: 'removing', job: 'tenant.remove' },
};

/**
 * One act on a regency, in one transaction with its audit row.
 * @param actor who did it, for the audit log
 * @throws not_found, tenant_state
 */
export async function actOnTenant(
  tenancy: Tenancy,
  slug: string,
  act: TenantAct,
  actor: string,
): Promise<{ slug: string; status: TenantStatus; jobId: string | null }> {
  const answer = await tenancy.withPlatform(async (tx) => {
    const row = await lockTenantRow(tx, slug);
    if (!row) throw problem(commonProblems.notFound);
    if (!mayAct(act, row.status)) {
      throw problem(problems.tenantState, {
        detail: `${row.name} sedang dalam keadaan "${row.status}"; tindakan ini tidak dapat dilakukan.`,
        extra: { status: row.status },
      });
    }
    const { status = row.status, job } = effects[act];
    if (status !== row.status) await setStatus(tx, slug, status);
    const jobId = job === undefined ? null : await outbox.add(tx, job, { tenant: slug });
    await auditPlatform(tx, { actor, action: `tenant.${act}`, subject: { kind: 'tenant', id: slug } });
    await events.publish(tx, { topic: 'platform', id: slug });
    return { slug, status, jobId };
  });
  outbox.poke();
  return answer;
}
