import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../core/audit/index.ts';
import { dateIn } from '../core/clock.ts';
import { defineJob, events, type Job, JobCannotSucceed } from '../core/queue/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import * as repository from './keys-repository.ts';
import type { ProviderDeps } from './providers.ts';
import { createProbeJob } from './queue-jobs.ts';

const payload = z.object({ keyId: z.uuid() });

type Regency = { name: string; timeZone: string; demo: boolean };

async function findRegency(tenancy: Tenancy, tenant: Tenant): Promise<Regency> {
  const [row] = await tenancy.readTenant(tenant, (read) =>
    read.execute<Regency>(
      sql`select name, time_zone as "timeZone", demo from platform.tenants where slug = ${tenant.slug}`,
    ),
  );
  if (!row) throw new JobCannotSucceed(`no regency ${tenant.slug}`);
  return row;
}

/**
 * `certificate.issue`: certifies an approved key by the regency's authority and puts it in the place of the person's old
 * one, whose certificate is revoked. The subject comes from the office's records, not from the request.
 */
export const createSigningJobs = ({ tenancy, authorities, clock, ...rest }: ProviderDeps): Job<object>[] => [
  createProbeJob({ tenancy, authorities, clock, ...rest }),
  defineJob<typeof payload, object>({
    kind: 'certificate.issue',
    login: 'tenant',
    payload,
    async handle({ tenant }, { keyId }) {
      const regency = await findRegency(tenancy, tenant);
      const today = dateIn(regency.timeZone, clock.now());
      const { key, subject } = await tenancy.readTenant(tenant, async (read) => {
        const found = await repository.findKey(read, keyId);
        return { key: found, subject: found && (await repository.findSubject(read, found.personId, today)) };
      });
      if (!key) throw new JobCannotSucceed(`no key ${keyId}`);
      if (key.state === 'approved') {
        if (!subject) throw new JobCannotSucceed('the person holds no position');
        const issued = await authorities.issue(tenant, {
          keyId,
          request: key.certificationRequest,
          subject: { ...subject, organization: regency.name },
          demo: regency.demo,
        });
        await tenancy.withTenant(tenant, async (tx) => {
          const now = clock.now();
          const keys = await repository.lockKeysOf(tx, key.personId);
          // Replaced by a newer request meanwhile: what was issued for it is revoked below.
          if (keys.find((each) => each.id === keyId)?.state !== 'approved') return;
          await repository.revokeKeys(tx, { personId: key.personId, states: ['active'], keepId: keyId, now });
          await repository.updateKey(tx, keyId, {
            state: 'active',
            certificate: issued.certificate,
            certificateSerial: issued.serial,
            activatedAt: now,
          });
          await audit(tx, {
            actor: { personId: null, name: 'Platform' },
            action: 'signing_key.certified',
            subject: { kind: 'person', id: key.personId },
            detail: { keyId, serial: issued.serial },
          });
          await events.publish(tx, { topic: 'signing-keys', personIds: [key.personId] });
        });
      }
      // Outside the branch, so that a crash before it is made good when the job runs again.
      const revoked = await tenancy.readTenant(tenant, (read) => repository.listRevokedKeys(read, key.personId));
      for (const id of revoked) await authorities.revoke(tenant, id);
      return { keyId };
    },
  }),
];
