import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Clock, dateIn } from '../core/clock.ts';
import { defineJob, events, type Job } from '../core/queue/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
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
  'template_shared',
]);

/** Those who read agreements: administrators, the secretary and the regent. */
async function readersOf(tx: TenantTx, today: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select p.id from people p where p.active and (
    exists (select from person_roles r where r.person_id = p.id and r.role = 'admin')
    or exists (select from assignments a join positions pos on pos.id = a.position_id
      where a.person_id = p.id and pos.kind in ('regent', 'secretary') and ${today}::date >= a.starts_on
        and (a.ends_on is null or ${today}::date <= a.ends_on)))`);
  return rows.map((row) => row.id);
}

/** The same for each attempt of one job, so that doing it again adds nothing. */
function noticeId(workId: string, personId: string): string {
  const hex = createHash('sha256').update(`${workId}|${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

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
