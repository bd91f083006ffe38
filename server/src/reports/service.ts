import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, type PageQuery, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { insertJob } from '../jobs/index.ts';
import { reportProblems as problems } from './problems.ts';
import { findReportFile, insertReport, listReports, type StoredReport } from './repository.ts';
import type { CreateReport, ReportItem } from './schema.ts';

export type ReportService = ReturnType<typeof createReportService>;

/** Reports on letters: ordered here, made by the worker, fetched by whoever ordered them. */
export function createReportService({ tenancy, clock, storage }: { tenancy: Tenancy; clock: Clock; storage: Storage }) {
  return {
    list: (ctx: OfficeContext, { cursor = undefined, limit }: PageQuery): Promise<Page<ReportItem>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { personId } = ctx.actor;
        const rows = await listReports(read, { personId, cursor: cursor ?? null, limit: limit + 1 });
        const page = toPage(rows, limit);
        const items = page.items.map(({ fileId, ...row }) => ({
          ...row,
          fileUrl: fileId === null ? null : `/api/v1/files/${fileId}`,
          createdAt: new Date(row.createdAt).toISOString(),
        }));
        return { items, nextCursor: page.nextCursor };
      }),

    /** Job, report and order in one transaction: none without the others. @throws period_in_future */
    order: async (ctx: OfficeContext, input: CreateReport): Promise<{ jobId: string; id: string }> => {
      const now = clock.now();
      if (input.period > dateIn(ctx.tenant.timeZone, now).slice(0, 7)) {
        const message = 'Pilih bulan ini atau bulan yang sudah lewat.';
        throw problem(problems.periodInFuture, { detail: message, errors: [{ path: 'period', message }] });
      }
      const ordered = { jobId: newId(), id: newId() };
      const { personId, name } = ctx.actor;
      const { kind, period, format } = input;
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const workId = await outbox.add(tx, 'report.make', { jobId: ordered.jobId });
        const input = { kind, period, format };
        await insertJob(tx, { id: ordered.jobId, kind: 'report.make', personId, workId, input, createdAt: now });
        await insertReport(tx, { ...ordered, period, format, personId, createdAt: now });
        const subject = { kind: 'report', id: ordered.id };
        await audit(tx, { actor: { personId, name }, action: 'report.ordered', subject, detail: { period, format } });
      });
      outbox.poke();
      return ordered;
    },

    /**
     * The file of one's own report. Others with a right to reports order their own: subjects in it are those that the
     * orderer may read.
     * @throws file_not_found
     */
    file: async (ctx: OfficeContext, fileId: string): Promise<StoredReport & { bytes: Buffer }> => {
      const file = await tenancy.readTenant(ctx.tenant, (read) => findReportFile(read, fileId, ctx.actor.personId));
      if (!file) throw problem(problems.fileNotFound);
      return { ...file, bytes: await storage.get(ctx.tenant.slug, file.sha256) };
    },
  };
}
