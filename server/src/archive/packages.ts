import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { defineJob, type Job, JobCannotSucceed, outbox } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';
import { advanceJob, completeJob, failJob, insertJob } from '../jobs/index.ts';
import { findReadingReasons, mayDownload, momentOf, recordReading, type Secrecy } from '../letters/index.ts';
import { BagContentChanged, writeBag } from './bag.ts';
import { requireState } from './dossiers.ts';
import { findDossier } from './dossiers-repository.ts';
import { planPackage, withBytes } from './package-manifest.ts';
import { archiveProblems } from './problems.ts';
import { readableBy } from './scope.ts';

/** A dossier whose destruction is being carried out, or is done, is packed no more. Waits for a step that is being taken. */
async function isBeingDestroyed(tx: TenantTx, dossierId: string): Promise<boolean> {
  const [row] = await tx.execute<{
    gone: boolean;
  }>(sql`select d.state = 'destroyed' or exists (select from disposal_items i
      join disposals s on s.id = i.disposal_id where i.dossier_id = d.id and i.open and s.state = 'executing') as gone
    from dossiers d where d.id = ${dossierId}::uuid for share of d`);
  return row?.gone ?? true;
}

type Deps = { tenancy: Tenancy; clock: Clock; storage: Storage };

/** Archive packages of dossiers: ordered here, made by the worker, fetched by whoever ordered them. */
export function createPackageService({ tenancy, clock, storage }: Deps) {
  return {
    /**
     * What the orderer may take away now is what the package will hold; each secret letter in it counts as read.
     * @throws not_found, dossier_state
     */
    order: async (ctx: OfficeContext, dossierId: string): Promise<{ id: string; jobId: string }> => {
      const { now, today } = momentOf(ctx, clock);
      const ordered = { id: newId(), jobId: newId() };
      const { personId } = ctx.actor;
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        requireState(await findDossier(tx, ctx, dossierId, today), 'open', 'closed', 'inactive', 'handed_over');
        if (await isBeingDestroyed(tx, dossierId)) {
          throw problem(archiveProblems.dossierState, { detail: 'Pemusnahan berkas ini sedang dijalankan.' });
        }
        const letters = await tx.execute<{
          id: string;
          secrecy: Secrecy;
        }>(sql`select l.id, l.secrecy from dossier_items i
          join letters l on l.id = i.letter_id where i.dossier_id = ${dossierId}::uuid and l.id in ${readableBy(ctx, today)}
          order by l.id`);
        const taken: string[] = [];
        for (const letter of letters) {
          const mayTake =
            letter.secrecy !== 'sangat_rahasia' ||
            mayDownload(letter.secrecy, await findReadingReasons(tx, ctx, letter.id, today));
          if (!mayTake) continue;
          await recordReading(tx, ctx, letter, 'export');
          taken.push(letter.id);
        }
        const workId = await outbox.add(tx, 'archive.package', { jobId: ordered.jobId });
        await insertJob(tx, {
          id: ordered.jobId,
          kind: 'archive.package',
          personId,
          workId,
          input: { dossierId },
          createdAt: now,
        });
        await tx.execute(sql`insert into archive_packages (id, job_id, dossier_id, person_id, letter_ids, created_at)
          values (${ordered.id}::uuid, ${ordered.jobId}::uuid, ${dossierId}::uuid, ${personId}::uuid,
            ${sql.param(taken)}::uuid[], ${now.toISOString()}::timestamptz)`);
      });
      outbox.poke();
      return ordered;
    },

    /** One's own package; each time it is fetched counts as a reading of the secret letters in it. @throws not_found, also after the dossier was destroyed */
    file: async (ctx: OfficeContext, id: string) => {
      type Row = { sha256: string; name: string; mediaType: string; size: number };
      const file = await tenancy.readTenant(ctx.tenant, async (read) => {
        const [row] =
          await read.execute<Row>(sql`select f.sha256, f.name, f.media_type as "mediaType", f.size::float8 as size
          from archive_packages a join files f on f.id = a.file_id
          where a.id = ${id}::uuid and a.person_id = ${ctx.actor.personId}::uuid and f.destroyed_at is null`);
        if (!row) return null;
        const secret = await read.execute<{ id: string; secrecy: Secrecy }>(sql`select l.id, l.secrecy
          from archive_packages a join letters l on l.id = any(a.letter_ids)
          where a.id = ${id}::uuid and l.secrecy in ('rahasia', 'sangat_rahasia') order by l.id`);
        for (const letter of secret) await recordReading(read, ctx, letter, 'export', id);
        return row;
      });
      if (!file)
        throw problem(commonProblems.notFound, {
          detail: 'Paket ini tidak ada, belum selesai, atau bukan pesanan Anda.',
        });
      return { file, stream: await storage.stream(ctx.tenant.slug, file.sha256) };
    },
  };
}

const attempts = 4;

export function createPackageJobs({ tenancy, clock, storage }: Deps): Job<object>[] {
  type Row = {
    id: string;
    dossierId: string;
    personId: string;
    name: string;
    letterIds: string[];
    createdAt: string;
    timeZone: string;
    status: string;
  };
  const find = (tenant: Tenant, jobId: string) =>
    tenancy.readTenant(tenant, async (read) => {
      const [row] =
        await read.execute<Row>(sql`select a.id, a.dossier_id as "dossierId", a.person_id as "personId", p.name,
          to_jsonb(a.letter_ids) as "letterIds", a.created_at as "createdAt", s.time_zone as "timeZone", j.status
        from archive_packages a join jobs j on j.id = a.job_id join people p on p.id = a.person_id cross join settings s
        where a.job_id = ${jobId}::uuid`);
      return row;
    });

  async function make(tenant: Tenant, jobId: string, row: Row): Promise<void> {
    await tenancy.withTenant(tenant, (tx) => advanceJob(tx, jobId, 5));
    const createdAt = new Date(row.createdAt);
    const today = dateIn(row.timeZone, createdAt);
    const letterIds = typeof row.letterIds === 'string' ? (JSON.parse(row.letterIds) as string[]) : row.letterIds;
    const plan = await tenancy.readTenant(tenant, (read) =>
      planPackage(read, { dossierId: row.dossierId, letterIds, today, timeZone: row.timeZone }),
    );
    const bag = writeBag({
      name: plan.name,
      info: [
        ['Source-Organization', plan.unit],
        ['External-Description', plan.title],
        ['External-Identifier', row.dossierId],
        ['Bagging-Date', today],
        ['Bag-Software-Agent', 'Madangan, madangan-archive-package/1'],
      ],
      files: withBytes(plan.files, (sha256) => storage.stream(tenant.slug, sha256)),
      // The day it was ordered, so that making it again gives the same bytes.
      modifiedAt: new Date(`${today}T00:00:00Z`),
    });
    const stored = await storage.putStream(tenant.slug, bag);
    const isKept = await tenancy.withTenant(tenant, async (tx) => {
      if (await isBeingDestroyed(tx, row.dossierId)) {
        await failJob(tx, jobId, 'Paket tidak dibuat: berkas ini dimusnahkan.');
        return false;
      }
      if (
        !(await completeJob(tx, jobId, { fileUrl: `/api/v1/archive-packages/${row.id}/file`, withheld: plan.withheld }))
      )
        return true;
      const fileId = newId();
      await tx.execute(sql`insert into files (id, sha256, size, media_type, name, created_by, created_at) values
        (${fileId}::uuid, ${stored.sha256}, ${stored.size}, 'application/x-tar', ${`${plan.name}.tar`}, ${row.personId}::uuid,
          ${clock.now().toISOString()}::timestamptz)`);
      await tx.execute(sql`update archive_packages set file_id = ${fileId}::uuid where id = ${row.id}::uuid`);
      await audit(tx, {
        actor: { personId: row.personId, name: row.name },
        action: 'dossier.exported',
        subject: { kind: 'dossier', id: row.dossierId },
        detail: { packageId: row.id, sha256: stored.sha256, letters: plan.letters, withheld: plan.withheld },
      });
      return true;
    });
    if (!isKept) await storage.remove(tenant.slug, stored.sha256, 0);
  }

  return [
    defineJob({
      kind: 'archive.package',
      login: 'tenant',
      payload: z.object({ jobId: z.uuid() }),
      attempts,
      async handle({ tenant, jobAttempt }, { jobId }) {
        const row = await find(tenant, jobId);
        if (!row || row.status === 'completed' || row.status === 'failed') return;
        try {
          await make(tenant, jobId, row);
        } catch (error) {
          const isChanged = error instanceof BagContentChanged;
          if (isChanged || jobAttempt >= attempts) {
            const told = isChanged
              ? 'Paket tidak dibuat: ada berkas yang isinya tidak sama lagi dengan saat disimpan. Hubungi administrator.'
              : 'Paket tidak dapat dibuat. Silakan pesan sekali lagi.';
            await tenancy.withTenant(tenant, (tx) => failJob(tx, jobId, told));
          }
          if (isChanged) throw new JobCannotSucceed(error.message);
          throw error;
        }
      },
    }),
  ];
}
