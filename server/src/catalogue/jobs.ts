import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineJob, events, type Job } from '../core/queue/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { findOffer, originOf } from './repository.ts';

const payload = z.object({ offerId: z.uuid(), act: z.string(), from: z.string().nullable() });

/** The same for each attempt of one job, so that doing it again adds nothing. */
function noticeId(workId: string, personId: string): string {
  const hex = createHash('sha256').update(`${workId}|${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Administrators: they adopt, answer, and decide what to do about copies. */
async function adminsOf(tx: TenantTx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select p.id from people p join person_roles r on r.person_id = p.id
    where p.active and r.role = 'admin'`);
  return rows.map((row) => row.id);
}

async function nameOf(tx: TenantTx, slug: string | null): Promise<string> {
  if (slug === null) return 'Nasional';
  const [row] = await tx.execute<{ name: string }>(sql`select name from platform.tenants where slug = ${slug}`);
  return row?.name ?? slug;
}

/** Tells the administrators of one office what happened to an offer. Ordered by the database (migrations/platform/0008). */
export const createCatalogueJobs = ({ tenancy }: { tenancy: Tenancy }): Job<object>[] => [
  defineJob<typeof payload, object>({
    kind: 'catalogue.notice',
    login: 'tenant',
    payload,
    async handle({ tenant, workId }, { offerId, act, from }) {
      await tenancy.withTenant(tenant, async (tx) => {
        const offer = await findOffer(tx, offerId);
        if (!offer) return;
        const people = await adminsOf(tx);
        const values = JSON.stringify({
          name: offer.name,
          version: String(offer.version),
          from: await nameOf(tx, from),
          origin: originOf(offer).name,
        });
        for (const personId of people) {
          await tx.execute(sql`insert into notices (id, person_id, kind, subject_kind, subject_id, text_key, text_values)
            values (${noticeId(workId, personId)}, ${personId}, 'agreement', 'offer', ${offerId}, ${`offer.${act}`},
              ${values}::text::jsonb) on conflict (id) do nothing`);
        }
        if (people.length > 0) await events.publish(tx, { topic: 'notices', personIds: people });
      });
    },
  }),
];
