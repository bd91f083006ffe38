import { sql } from 'drizzle-orm';
import { auditPlatform } from '../../core/audit/index.ts';
import { events, outbox } from '../../core/queue/index.ts';
import type { PlatformTx } from '../../core/tenancy/index.ts';
import { type ProvisioningStep, stepsFor } from '../rules.ts';
import { makeAdministrator } from './administrator.ts';
import { makeDatabase } from './database.ts';
import { proveIsolation } from './isolation.ts';
import { makeKeys } from './keys.ts';
import { loadReference } from './reference.ts';
import type { Order, ProvisioningDeps, StepWork } from './step.ts';

const seedDemo: StepWork = async ({ seedDemo: seed }, order) => {
  await seed?.(order);
  return undefined;
};

/** Opens the regency: from this commit on its address works. An open one is not provisioned again, so its mark is in it. */
const open: StepWork = async ({ tenancy }, order) => {
  await tenancy.withPlatform(async (tx) => {
    const rows =
      await tx.execute(sql`update platform.tenants set status = 'active', activated_at = now(), failure = null
      where slug = ${order.slug} and status = 'provisioning' returning slug`);
    if (rows.length === 0) return;
    await finish(tx, order.slug, 'ready', undefined);
    await auditPlatform(tx, {
      actor: 'worker',
      action: 'tenant.activated',
      subject: { kind: 'tenant', id: order.slug },
    });
    if (!order.demo) await outbox.add(tx, 'tenant.invite', { tenant: order.slug });
  });
  return undefined;
};

const work: Record<ProvisioningStep, StepWork> = {
  database: makeDatabase,
  reference: loadReference,
  keys: makeKeys,
  administrator: makeAdministrator,
  demo: seedDemo,
  isolation: proveIsolation,
  ready: open,
};

async function finishedSteps(tx: PlatformTx, slug: string): Promise<Set<string>> {
  const rows = await tx.execute<{ step: string }>(
    sql`select step from platform.provisioning_steps where tenant_slug = ${slug} and finished_at is not null`,
  );
  return new Set(rows.map((row) => row.step));
}

const begin = (tx: PlatformTx, slug: string, step: string, ordinal: number) =>
  tx.execute(sql`insert into platform.provisioning_steps (tenant_slug, step, ordinal) values (${slug}, ${step}, ${ordinal})
    on conflict (tenant_slug, step) do update set started_at = now(), detail = null
    where provisioning_steps.finished_at is null`);

const finish = (tx: PlatformTx, slug: string, step: string, detail: string | undefined) =>
  tx.execute(sql`update platform.provisioning_steps set finished_at = clock_timestamp(), detail = ${detail ?? null}
    where tenant_slug = ${slug} and step = ${step} and finished_at is null`);

/**
 * Goes through the steps that are not finished, in order, and writes down each. A crash anywhere is taken up by running
 * this again: the step that was not written down runs once more and finds what it had done.
 * @param progress whole percent
 */
export async function provision(
  deps: ProvisioningDeps,
  order: Order,
  progress: (percent: number) => Promise<void>,
): Promise<void> {
  const { tenancy } = deps;
  const steps = stepsFor(order);
  const finished = await tenancy.withPlatform((tx) => finishedSteps(tx, order.slug));
  for (const [index, step] of steps.entries()) {
    if (finished.has(step)) continue;
    await tenancy.withPlatform(async (tx) => {
      await begin(tx, order.slug, step, index + 1);
      await events.publish(tx, { topic: 'platform', id: order.slug });
    });
    const detail = await work[step](deps, order);
    deps.onPoint?.(order.slug, step, 'done');
    await tenancy.withPlatform(async (tx) => {
      await finish(tx, order.slug, step, detail);
      await events.publish(tx, { topic: 'platform', id: order.slug });
    });
    deps.onPoint?.(order.slug, step, 'marked');
    await progress((100 * (index + 1)) / steps.length);
  }
}
