import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../core/audit/index.ts';
import { dateIn } from '../core/clock.ts';
import { notify } from '../core/notices.ts';
import { defineJob, type Job, JobMustWait } from '../core/queue/index.ts';
import type { Tenant, TenantTx } from '../core/tenancy/index.ts';
import { findIdentity } from './nik.ts';
import { isProviderAway } from './outcome.ts';
import { createProviders, type ProviderDeps, type Providers } from './providers.ts';
import { faultOf } from './queue.ts';
import * as repository from './queue-repository.ts';
import { probePause } from './rules.ts';

const payload = z.object({ outageId: z.uuid() });

/**
 * Asks the provider about somebody who waits for it. Any answer about that person, also that they may not sign, means
 * that it is back.
 * @throws ProviderUnavailable, ProviderMisconfigured
 */
async function probe({ tenancy }: ProviderDeps, providers: Providers, tenant: Tenant): Promise<void> {
  const { provider } = await providers.of(tenant);
  const signer = await tenancy.readTenant(tenant, async (read) => {
    const personId = await repository.findWaitingSigner(read);
    return personId === null ? null : { person: personId, ...(await findIdentity(read, personId)) };
  });
  if (provider.kind === 'embedded' || !signer) return;
  await provider.status({ regency: tenant.slug, ...signer });
}

/** Tells each signer once that their letters can be finished with one passphrase. */
async function tellSigners(tx: TenantTx, outageId: string, at: { now: Date; today: string }): Promise<void> {
  for (const { positionId, letters } of await repository.countQueued(tx)) {
    await notify(tx, { positionIds: [positionId], act: 'sign' }, at, {
      kind: 'signing',
      subject: { kind: 'signing_queue', id: outageId },
      textKey: 'signing.recovered',
      values: { count: String(letters) },
    });
  }
}

/**
 * `signing.probe`: looks for a provider that is away, at growing intervals, for days if need be; ends the outage when it
 * answers and tells the signers. One per outage.
 */
export function createProbeJob(deps: ProviderDeps): Job<object> {
  const { tenancy, clock } = deps;
  const providers = createProviders(deps);
  return defineJob<typeof payload, object>({
    kind: 'signing.probe',
    login: 'tenant',
    payload,
    async handle({ tenant, log }, { outageId }) {
      const outage = await tenancy.readTenant(tenant, repository.findOpenOutage);
      if (outage?.id !== outageId) return { outageId, over: true };
      if (clock.now() < outage.nextProbeAt) throw new JobMustWait('the provider is looked for later');
      try {
        await probe(deps, providers, tenant);
      } catch (error) {
        if (!isProviderAway(error)) throw error;
        const now = clock.now();
        const next = new Date(now.getTime() + probePause(outage.probes + 1));
        log.warn({ err: error, regency: tenant.slug, next }, 'the signature provider is still away');
        await tenancy.withTenant(tenant, (tx) =>
          repository.noteProbe(tx, outageId, { fault: faultOf(error), now, next }),
        );
        throw new JobMustWait('the provider is still away', { cause: error });
      }
      await tenancy.withTenant(tenant, async (tx) => {
        const now = clock.now();
        if (!(await repository.endOutage(tx, now))) return;
        const [office] = await tx.execute<{ timeZone: string }>(
          sql`select time_zone as "timeZone" from platform.tenants where slug = ${tenant.slug}`,
        );
        await tellSigners(tx, outageId, { now, today: dateIn(office?.timeZone ?? 'Asia/Jakarta', now) });
        await audit(tx, {
          actor: { personId: null, name: 'Platform' },
          action: 'signature_provider.recovered',
          subject: { kind: 'provider_outage', id: outageId },
        });
      });
      return { outageId, over: true };
    },
  });
}
