import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Mail } from '../adapters/mail/index.ts';
import { defineJob, type Job } from '../core/queue/index.ts';
import type { OrganizationDeps } from './context.ts';
import { people, settings } from './tables.ts';

type Deps = Pick<OrganizationDeps, 'tenancy' | 'clock' | 'publicUrl' | 'issueActivation' | 'activationUrl'> & {
  mail: Mail;
};

/** Mails a person the link to set a password. The link is made here, since a job's payload keeps no secret. */
export const createOrganizationJobs = (deps: Deps): Job<object>[] => [
  defineJob({
    kind: 'person.invite',
    login: 'tenant',
    payload: z.object({ personId: z.uuid() }),
    async handle({ tenant, workId }, { personId }) {
      const invited = await deps.tenancy.withTenant(tenant, async (tx) => {
        const [person] = await tx.select().from(people).where(eq(people.id, personId));
        const [office] = await tx.select({ name: settings.officeName }).from(settings);
        if (!person?.active || person.email === null || !office) return null;
        const token = await deps.issueActivation(tx, personId, deps.clock.now());
        return { ...person, email: person.email, office: office.name, token };
      });
      if (!invited) return;
      await deps.mail.send({
        to: { name: invited.name, address: invited.email },
        subject: `Akun e-Office ${invited.office}`,
        text: `Yth. ${invited.name},

Silakan buka tautan berikut untuk membuat kata sandi e-Office ${invited.office}.
Tautan berlaku tujuh hari dan hanya dapat dipakai satu kali.

${deps.activationUrl(deps.publicUrl, tenant.slug, invited.token)}

Nama pengguna Anda: ${invited.username}

Madangan`,
        id: `person-${workId}`,
      });
    },
  }),
];
