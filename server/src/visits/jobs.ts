import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Clock, dateIn } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { defineJob, events, type Job, JobCannotSucceed } from '../core/queue/index.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { callOffMeeting } from '../meetings/index.ts';
import { attachmentType, cleanName } from '../writing/index.ts';
import { findRecord, findVisit, listEvents } from './repository.ts';

export interface VisitJobDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
}

/** Steps of the other side that people should hear of; the others only refresh what is on the screen. */
const told = new Set([
  'request',
  'counter_propose',
  'accept',
  'decline',
  'schedule',
  'hold',
  'close',
  'cancel',
  'file_shared',
]);

/** Those who manage visits, and the holders of the posts assigned to this one. */
async function readersOf(tx: TenantTx, visitId: string, today: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select p.id from people p where p.active and (
    exists (select from person_roles r where r.person_id = p.id and r.role = 'admin')
    or exists (select from assignments a join positions pos on pos.id = a.position_id
      where a.person_id = p.id and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)
        and (pos.kind in ('regent', 'secretary')
          or pos.id in (select v.position_id from visit_assignees v where v.visit_id = ${visitId}::uuid))))`);
  return rows.map((row) => row.id);
}

/** The same for each attempt of one job, so that doing it again adds nothing. */
function noticeId(workId: string, personId: string): string {
  const hex = createHash('sha256').update(`${workId}|${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const noticePayload = z.object({ visitId: z.uuid(), act: z.string() });
const filePayload = z.object({ fileId: z.uuid() });

/**
 * The other side did something: tells this regency's people, and calls the meeting off when the visit was cancelled.
 * Ordered by the database in this regency's name, with every step (migrations/platform/0006).
 */
const noticeJob = ({ tenancy, clock }: VisitJobDeps): Job<object> =>
  defineJob<typeof noticePayload, object>({
    kind: 'visit.notice',
    login: 'tenant',
    payload: noticePayload,
    async handle({ tenant, workId }, { visitId, act }) {
      if (!told.has(act)) return;
      await tenancy.withTenant(tenant, async (tx) => {
        const visit = await findVisit(tx, null, visitId);
        if (!visit) return;
        const [own, partner] = visit.party === 'guest' ? [visit.guest, visit.host] : [visit.host, visit.guest];
        const now = clock.now();
        const today = dateIn(own.timeZone, now);
        const { meetingId } = await findRecord(tx, visitId);
        if (act === 'cancel' && meetingId !== null) {
          const last = (await listEvents(tx, visitId)).findLast((each) => each.action === 'cancel');
          const reason = String(last?.detail.reason ?? 'Kunjungan dibatalkan');
          const actor = { personId: null, name: partner.name };
          await callOffMeeting(tx, meetingId, { reason, actor, from: partner.name }, { now, today });
        }
        const people = await readersOf(tx, visitId, today);
        const values = JSON.stringify({ title: visit.title, partner: partner.name });
        for (const personId of people) {
          await tx.execute(sql`insert into notices (id, person_id, kind, subject_kind, subject_id, text_key, text_values)
            values (${noticeId(workId, personId)}, ${personId}, 'visit', 'visit', ${visitId}, ${`visit.${act}`},
              ${values}::text::jsonb) on conflict (id) do nothing`);
        }
        if (people.length > 0) await events.publish(tx, { topic: 'notices', personIds: people });
      });
    },
  });

/**
 * Copies a file that the other side gave us, as ourselves: the row is read under our own login, so only what was given
 * to us is fetched, and the bytes must be what the row says. Again does no harm: files are stored by content.
 */
const fetchJob = ({ tenancy, storage }: VisitJobDeps): Job<object> =>
  defineJob<typeof filePayload, object>({
    kind: 'visit.fetch-file',
    login: 'tenant',
    payload: filePayload,
    // Half a day of trying, for stores that are away.
    attempts: 15,
    async handle({ tenant }, { fileId }) {
      type Row = {
        visitId: string;
        from: string;
        kind: string;
        name: string;
        mediaType: string;
        size: number;
        hash: string;
      };
      const [row] = await tenancy.readTenant(tenant, (read) =>
        read.execute<{ [K in keyof Row]: Row[K] }>(sql`select visit_id as "visitId", tenant_slug as "from", kind, name,
          media_type as "mediaType", size::int as size, sha256 as hash from platform.visit_files where id = ${fileId}::uuid`),
      );
      if (!row || row.from === tenant.slug) throw new JobCannotSucceed(`no file ${fileId} was given to ${tenant.slug}`);
      const bytes = await storage.get(row.from, row.hash);
      const name = cleanName(row.name);
      const isWhole = sha256Hex(bytes) === row.hash && bytes.byteLength === row.size;
      if (!isWhole || attachmentType({ bytes, name }) !== row.mediaType) {
        throw new JobCannotSucceed(`file ${fileId} is not what its row says`);
      }
      await storage.put(tenant.slug, bytes);
      return tenancy.withTenant(tenant, async (tx) => {
        const id = newId();
        // The visit's row of ours serialises two workers.
        await tx.execute(sql`insert into visit_records (visit_id) values (${row.visitId}::uuid)
          on conflict (visit_id) do nothing`);
        await tx.execute(sql`select from visit_records where visit_id = ${row.visitId}::uuid for update`);
        const [known] = await tx.execute(sql`select from visit_files where id = ${fileId}::uuid`);
        if (!known) {
          await tx.execute(sql`insert into files (id, sha256, size, media_type, name)
            values (${id}::uuid, ${row.hash}, ${row.size}, ${row.mediaType}, ${name})`);
          await tx.execute(sql`insert into visit_files (id, visit_id, kind, file_id, sha256, from_slug, shared_at)
            values (${fileId}::uuid, ${row.visitId}::uuid, ${row.kind}, ${id}::uuid, ${row.hash}, ${row.from}, now())`);
        }
        await tx.execute(sql`select platform.receive_visit_file(${fileId}::uuid)`);
        await events.publish(tx, { topic: 'visits', id: row.visitId });
        return { fetched: !known };
      });
    },
  });

/** Work of one side of a visit after the other side's steps. */
export const createVisitJobs = (deps: VisitJobDeps): Job<object>[] => [noticeJob(deps), fetchJob(deps)];
