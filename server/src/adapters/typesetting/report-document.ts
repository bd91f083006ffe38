import { z } from 'zod';
import { createdAtSchema, dateSchema, footerSchema, letterheadSchema, line, paperSchema } from './document-parts.ts';

/** A table of counts, e.g. by type, by unit, by direction. A line of totals is added. */
const reportSummarySchema = z.object({
  title: line(200),
  labelHeading: line(100),
  countHeadings: z.array(line(60)).min(1).max(6),
  rows: z.array(z.object({ label: line(300), counts: z.array(z.number().int().min(0)).max(6) })).max(500),
});

/** One letter of the period. A secret letter's `subject` is null and printed as "—". */
const reportRowSchema = z.object({
  number: line(120).nullable(),
  date: dateSchema.nullable(),
  type: line(100),
  unit: line(200),
  direction: line(40).default(''),
  subject: line(500).nullable(),
});

/** The monthly report of letters. */
export const reportDocumentSchema = z.object({
  createdAt: createdAtSchema,
  paper: paperSchema.prefault({ fontSizePt: 10 }),
  letterhead: letterheadSchema,
  /** "LAPORAN SURAT" */
  title: line(200),
  /** "November 2026" */
  period: line(100),
  intro: line(1000).default(''),
  summaries: z.array(reportSummarySchema).max(6).default([]),
  rowsTitle: line(100).default('Daftar surat'),
  /** Above number, date, type, unit and subject of the rows. */
  rowHeadings: z
    .tuple([line(60), line(60), line(60), line(60), line(60)])
    .default(['Nomor', 'Tanggal', 'Jenis', 'Unit', 'Hal']),
  emptyText: line(200).default('Tidak ada surat pada masa ini.'),
  /** Paragraphs after the rows, such as the closing of minutes. */
  closing: z.array(line(2000)).max(10).default([]),
  /** Room for signatures by hand, two in a row: of minutes that are signed on paper or attached to a signed letter. */
  signatures: z
    .array(z.object({ role: line(200), name: line(200).default('') }))
    .max(8)
    .default([]),
  rows: z.array(reportRowSchema).max(10_000),
  footer: footerSchema.prefault({}),
  author: line(300),
});

export type ReportDocument = z.input<typeof reportDocumentSchema>;
