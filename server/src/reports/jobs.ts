import { z } from 'zod';
import type { Typesetter } from '../adapters/typesetting/index.ts';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { defineJob, type Job, JobCannotSucceed } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import { advanceJob, completeJob, failJob } from '../jobs/index.ts';
import { findOfficePaper } from '../organization/index.ts';
import { makePdf, makeWorkbook, type ReportContent } from './documents.ts';
import * as repository from './repository.ts';
import { periodDays } from './rules.ts';

export type ReportJobDeps = { tenancy: Tenancy; clock: Clock; storage: Storage; typesetter: Typesetter };

const attempts = 4;
/** What one PDF holds; the report's own table ends there. */
const maxPdfRows = 10_000;
const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Makes the reports that people ordered. */
export function createReportJobs(deps: ReportJobDeps): Job<object>[] {
  const { tenancy, clock, storage, typesetter } = deps;

  const advance = (tenant: Tenant, jobId: string, percent: number) =>
    tenancy.withTenant(tenant, (tx) => advanceJob(tx, jobId, percent));

  function gather(tenant: Tenant, report: repository.ReportRow): Promise<ReportContent> {
    return tenancy.readTenant(tenant, async (read) => {
      const timeZone = await repository.findTimeZone(read);
      const now = clock.now();
      const today = dateIn(timeZone, now);
      const orderer = await repository.findOrderer(read, report.personId, { today, now });
      if (!orderer?.mayReport) throw new JobCannotSucceed('Anda tidak lagi berhak atas laporan surat.');
      const office = await findOfficePaper(read, orderer.unitId);
      const span = { ...periodDays(report.period), timeZone };
      const letters = await repository.listReportLetters(read, span, orderer, today);
      return { period: report.period, office, orderer, letters, createdAt: new Date(report.createdAt) };
    });
  }

  /** The last step alone counts: whichever attempt comes first gives the report its file and ends the job. */
  async function make(tenant: Tenant, report: repository.ReportRow): Promise<void> {
    const { jobId, format, period } = report;
    await advance(tenant, jobId, 5);
    const content = await gather(tenant, report);
    if (format === 'pdf' && content.letters.length > maxPdfRows) {
      throw new JobCannotSucceed(
        `Bulan ini memuat ${content.letters.length} surat, terlalu banyak untuk PDF. Pilih XLSX.`,
      );
    }
    await advance(tenant, jobId, 30);
    const bytes = format === 'pdf' ? await makePdf(typesetter, content) : await makeWorkbook(content);
    await advance(tenant, jobId, 85);
    const stored = await storage.put(tenant.slug, bytes);
    await tenancy.withTenant(tenant, async (tx) => {
      const fileId = newId();
      if (!(await completeJob(tx, jobId, { fileUrl: `/api/v1/files/${fileId}` }))) return;
      const name = `laporan-surat-${period}.${format}`;
      const createdBy = report.personId;
      await repository.attachFile(tx, report.id, {
        id: fileId,
        ...stored,
        name,
        mediaType: mediaTypes[format],
        createdBy,
      });
      await audit(tx, {
        actor: { personId: report.personId, name: content.orderer.name, positionTitle: content.orderer.title },
        action: 'report.made',
        subject: { kind: 'report', id: report.id },
        detail: { period, format, letters: content.letters.length },
      });
    });
  }

  return [
    defineJob({
      kind: 'report.make',
      login: 'tenant',
      payload: z.object({ jobId: z.uuid() }),
      attempts,
      async handle({ tenant, jobAttempt }, { jobId }) {
        const report = await tenancy.readTenant(tenant, (read) => repository.findReport(read, jobId));
        if (!report || report.status === 'completed' || report.status === 'failed') return;
        try {
          await make(tenant, report);
        } catch (error) {
          const isFinal = error instanceof JobCannotSucceed;
          if (isFinal || jobAttempt >= attempts) {
            const told = isFinal ? error.message : 'Laporan tidak dapat dibuat. Silakan pesan sekali lagi.';
            await tenancy.withTenant(tenant, (tx) => failJob(tx, jobId, told));
          }
          throw error;
        }
      },
    }),
  ];
}
