import type { z } from 'zod';
import type { ParsedAgreement } from './agreement-document.ts';
import { agreementDocumentSchema } from './agreement-document.ts';
import type { BlockData } from './body-data.ts';
import { readBody } from './body-reader.ts';
import { fontNames, formatDate, paperSizes } from './document-parts.ts';
import { formatPath, TypesettingError, type TypesettingIssue } from './errors.ts';
import type { letterDocumentSchema } from './letter-document.ts';
import { qrSvg } from './qr.ts';
import { reportDocumentSchema } from './report-document.ts';

/** What a thread needs for one document: the layout's name, its data as JSON, and the PDF's time of creation in seconds. */
export type TypesettingInput = { layout: 'letter' | 'agreement' | 'report'; json: string; createdAtSeconds: number };

type Mode = 'draft' | 'final';
type SignatureMark =
  | { kind: 'placeholder' }
  | { kind: 'blank' }
  | { kind: 'electronic'; verifyUrl: string; label: string };

export function parse<S extends z.ZodType>(schema: S, doc: unknown): z.output<S> {
  const result = schema.safeParse(doc);
  if (result.success) return result.data;
  const issues: TypesettingIssue[] = result.error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
    message: issue.message,
  }));
  const first = issues[0];
  const inBody = issues.every((issue) => issue.path.includes('body') || issue.path[0] === 'preamble');
  const where = first === undefined ? '' : ` ${formatPath(first.path)}: ${first.message}`;
  throw inBody
    ? new TypesettingError('unsupported_body', `Isi tidak dapat dicetak.${where}`, { issues })
    : new TypesettingError('invalid_document', `Naskah tidak dapat dicetak.${where}`, { issues });
}

/** Reads a body that passed its schema; a final document may have no empty variable. */
export function body(value: unknown, path: (string | number)[], mode: Mode): BlockData[] {
  const reading = readBody(value);
  if (mode === 'final' && reading.missing.length > 0) {
    throw new TypesettingError('missing_value', `Isian belum lengkap: ${[...new Set(reading.missing)].join(', ')}.`, {
      issues: reading.missing.map((label) => ({ path, message: `Isian "${label}" belum diisi.` })),
    });
  }
  return reading.blocks;
}

export const sheet = (paper: z.output<typeof letterDocumentSchema>['paper']) => {
  const [width, height] = paperSizes[paper.size];
  return { width, height, ...paper.margins, size: paper.fontSizePt, font: fontNames[paper.font] };
};

export const signatureData = (mark: SignatureMark) =>
  mark.kind === 'electronic'
    ? { kind: mark.kind, qr: qrSvg(mark.verifyUrl), url: mark.verifyUrl, label: mark.label }
    : { kind: mark.kind, qr: '', url: '', label: '' };

export const footerData = (footer: { note: string; verifyCode: string | null }) => ({
  note: footer.note,
  code: footer.verifyCode ?? '',
});

export function input(layout: TypesettingInput['layout'], createdAt: string, data: object): TypesettingInput {
  return { layout, json: JSON.stringify(data), createdAtSeconds: Math.floor(Date.parse(createdAt) / 1000) };
}

const ordinals = ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM', 'KETUJUH', 'KEDELAPAN'];

function clauseData(doc: ParsedAgreement): { title: string; body: BlockData[] }[] {
  const clauses = doc.clauses.map((clause, i) => ({
    title: clause.title,
    body: body(clause.body, ['clauses', i, 'body'], doc.mode),
  }));
  if (doc.duration === null) return clauses;
  const from = formatDate(doc.duration.startsOn);
  const until = formatDate(doc.duration.endsOn);
  const text = `${doc.heading.toLowerCase().startsWith('kesepakatan') ? 'Kesepakatan' : 'Perjanjian'} ini berlaku sejak tanggal ${from} sampai dengan tanggal ${until}.`;
  const inline = { k: 't' as const, t: text, m: [], href: '' };
  return [...clauses, { title: 'Jangka Waktu', body: [{ k: 'p', align: '', c: [inline] }] }];
}

/** Validates an agreement and turns it into what its layout reads. @throws TypesettingError */
export function prepareAgreement(doc: unknown): TypesettingInput {
  const agreement = parse(agreementDocumentSchema, doc);
  return input('agreement', agreement.createdAt, {
    draft: agreement.mode === 'draft',
    sheet: sheet(agreement.paper),
    secrecy: 'biasa',
    heading: agreement.heading,
    subject: agreement.title,
    opening: agreement.opening,
    parties: agreement.parties.map((party, i) => {
      const label = party.label ?? `PIHAK ${ordinals[i] ?? i + 1}`;
      const { representative: person } = party;
      return {
        name: party.name,
        label,
        mark: party.mark,
        number: party.number,
        person: person.name,
        position: person.position,
        capacity: person.capacity ?? `dalam hal ini bertindak untuk dan atas nama ${titleCase(party.name)}`,
        rank: person.rank ?? '',
        nip: person.nip ?? '',
        signature: signatureData(party.signature),
      };
    }),
    preamble: agreement.preamble === null ? [] : body(agreement.preamble, ['preamble'], agreement.mode),
    legalBasis: agreement.legalBasis,
    clauses: clauseData(agreement),
    closing: agreement.closing,
    footer: footerData(agreement.footer),
    author: agreement.author,
    accent: agreement.accent,
  });
}

/** "PEMERINTAH KABUPATEN LEBAK" → "Pemerintah Kabupaten Lebak"; names written in mixed case stay as they are. */
const titleCase = (name: string): string =>
  name === name.toUpperCase() ? name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase()) : name;

/** Validates a report and turns it into what its layout reads. @throws TypesettingError */
export function prepareReport(doc: unknown): TypesettingInput {
  const report = parse(reportDocumentSchema, doc);
  return input('report', report.createdAt, {
    draft: false,
    sheet: sheet(report.paper),
    letterhead: report.letterhead,
    secrecy: 'biasa',
    title: report.title,
    subject: `${report.title} ${report.period}`,
    period: report.period,
    intro: report.intro,
    summaries: report.summaries.map((summary) => ({
      ...summary,
      rows: summary.rows.map((row) => ({
        label: row.label,
        counts: summary.countHeadings.map((_, i) => String(row.counts[i] ?? 0)),
      })),
      totals: summary.countHeadings.map((_, i) =>
        String(summary.rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0)),
      ),
    })),
    rowsTitle: report.rowsTitle,
    rowHeadings: report.rowHeadings,
    emptyText: report.emptyText,
    closing: report.closing,
    signatures: report.signatures,
    rows: report.rows.map((row) => ({
      number: row.number ?? '—',
      date: row.date === null ? '—' : shortDate(row.date),
      type: row.type,
      unit: row.unit,
      direction: row.direction,
      subject: row.subject ?? '—',
    })),
    footer: footerData(report.footer),
    author: report.author,
    accent: '#0B5D5A',
  });
}

const shortDate = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}-${month}-${year}`;
};
