import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Clock, dateIn } from '../core/clock.ts';
import { defineJob, events, type Job } from '../core/queue/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { noticeId, readersOf } from './reminders.ts';
import { findAgreement, listParties } from './repository.ts';
import { publishRepresentative } from './representative.ts';

/** Acts of a partner that people should hear of; the others only refresh what is on the screen. */
const told = new Set([
  'drafted',
  'proposed',
  'signed',
  'concluded',
  'changes_requested',
  'terminated',
  'council_recorded',
  'commented',
  'activity_planned',
  'evaluation_shared',
  'template_shared',
]);

const payload = z.object({ agreementId: z.uuid(), act: z.string() });

/**
 * A partner did something: tells this regency's people, and the partner who represents this regency. Ordered by the
 * database in this regency's name, with every act (migrations/platform/0003).
 */
export const createAgreementJobs = ({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }): Job<object>[] => [
  defineJob<typeof payload, object>({
    kind: 'agreement.notice',
    login: 'tenant',
    payload,
    async handle({ tenant, workId }, { agreementId, act }) {
      await tenancy.withTenant(tenant, async (tx) => {
        const agreement = await findAgreement(tx, agreementId);
        const parties = await listParties(tx, [agreementId]);
        const own = parties.find((party) => party.slug === tenant.slug);
        if (!agreement || !own) return;
        const today = dateIn(own.timeZone, clock.now());
        await publishRepresentative(tx, today);
        if (!told.has(act)) return;
        const people = await readersOf(tx, today);
        const partners = parties.filter((party) => party !== own).map((party) => party.name);
        const values = JSON.stringify({ title: agreement.title, partners: partners.join(', ') });
        for (const personId of people) {
          await tx.execute(sql`insert into notices (id, person_id, kind, subject_kind, subject_id, text_key, text_values)
            values (${noticeId(workId, personId)}, ${personId}, 'agreement', 'agreement', ${agreementId},
              ${`agreement.${act}`}, ${values}::text::jsonb) on conflict (id) do nothing`);
        }
        if (people.length > 0) await events.publish(tx, { topic: 'notices', personIds: people });
      });
    },
  }),
];
