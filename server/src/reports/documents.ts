import { writeWorkbook } from '../adapters/spreadsheet/index.ts';
import { type ReportDocument, type Typesetter, TypesettingError } from '../adapters/typesetting/index.ts';
import type { OfficePaper } from '../organization/index.ts';
import type { Orderer } from './repository.ts';
import { type CountRow, countBy, directionLabels, periodLabel, type ReportLetter } from './rules.ts';

/** What a report says, whatever its format. */
export interface ReportContent {
  period: string;
  office: OfficePaper;
  orderer: Pick<Orderer, 'name' | 'title'>;
  letters: ReportLetter[];
  /** When it was ordered; goes into the file, so that making it again gives the same bytes. */
  createdAt: Date;
}

const typeOf = (letter: ReportLetter): string => letter.type;
const unitOf = (letter: ReportLetter): string => letter.unit;
const directionOf = (letter: ReportLetter): string =>
  `${directionLabels[letter.direction]}${letter.isCancelled ? ' (batal)' : ''}`;

/** A table of the summary holds no more rows; what is less frequent is added up. */
const maxSummaryRows = 500;

function limited(rows: CountRow[]): CountRow[] {
  if (rows.length <= maxSummaryRows) return rows;
  const shown = rows.slice(0, maxSummaryRows - 1);
  const rest = rows.slice(maxSummaryRows - 1);
  const sum = (pick: (row: CountRow) => number) => rest.reduce((total, row) => total + pick(row), 0);
  return [...shown, { label: 'Lainnya', outgoing: sum((row) => row.outgoing), incoming: sum((row) => row.incoming) }];
}

function summary(title: string, labelHeading: string, rows: CountRow[]) {
  return {
    title,
    labelHeading,
    countHeadings: ['Keluar', 'Masuk', 'Jumlah'],
    rows: limited(rows).map((row) => ({
      label: row.label.slice(0, 300),
      counts: [row.outgoing, row.incoming, row.outgoing + row.incoming],
    })),
  };
}

function toDocument({ period, office, orderer, letters, createdAt }: ReportContent): ReportDocument {
  const by = orderer.title === null ? orderer.name : `${orderer.name}, ${orderer.title}`;
  const cancelled = letters.filter((letter) => letter.isCancelled).length;
  return {
    createdAt: createdAt.toISOString(),
    paper: { size: office.size, fontSizePt: 10 },
    letterhead: office.letterhead,
    title: 'LAPORAN SURAT',
    period: periodLabel(period),
    intro:
      `Pada ${periodLabel(period)} tercatat ${letters.length} surat di ${office.name}` +
      `${cancelled > 0 ? `, termasuk ${cancelled} nomor yang dibatalkan` : ''}. ` +
      'Hal surat hanya ditampilkan bila pemesan laporan berhak membacanya.',
    summaries: [
      summary('Menurut jenis naskah', 'Jenis naskah', countBy(letters, typeOf)),
      summary('Menurut unit kerja', 'Unit kerja', countBy(letters, unitOf)),
    ],
    rows: letters.map((letter) => ({
      number: letter.number?.slice(0, 120) ?? null,
      date: letter.date,
      type: letter.type.slice(0, 100),
      unit: letter.unit.slice(0, 200),
      direction: directionOf(letter),
      subject: letter.subject,
    })),
    footer: { note: `Dibuat dengan Madangan untuk ${by}.`.slice(0, 500) },
    author: by.slice(0, 300),
  };
}

/** A report must not fail for one letter's rare character: what the font lacks is printed as a question mark. */
function withoutCharacters(document: ReportDocument, characters: readonly string[]): ReportDocument {
  const lacking = new Set(characters);
  const clean = (text: string): string => [...text].map((each) => (lacking.has(each) ? '?' : each)).join('');
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'mark' ? each : walk(each)]));
  };
  return walk(document) as ReportDocument;
}

/** @throws TypesettingError */
export async function makePdf(typesetter: Typesetter, content: ReportContent): Promise<Uint8Array> {
  const document = toDocument(content);
  try {
    return await typesetter.report(document);
  } catch (error) {
    if (!(error instanceof TypesettingError) || error.code !== 'missing_glyph') throw error;
    return typesetter.report(withoutCharacters(document, error.characters));
  }
}

const countSheet = (name: string, title: string, rows: CountRow[]) => ({
  name,
  columns: [
    { title, kind: 'text' as const, width: 48 },
    { title: 'Keluar', kind: 'number' as const, width: 10 },
    { title: 'Masuk', kind: 'number' as const, width: 10 },
    { title: 'Jumlah', kind: 'number' as const, width: 10 },
  ],
  rows: rows.map((row) => [row.label, row.outgoing, row.incoming, row.outgoing + row.incoming]),
});

export function makeWorkbook({ letters }: ReportContent): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: 'Daftar surat',
      columns: [
        { title: 'Nomor', kind: 'text', width: 28 },
        { title: 'Tanggal', kind: 'date', width: 12 },
        { title: 'Arah', kind: 'text', width: 14 },
        { title: 'Jenis naskah', kind: 'text', width: 26 },
        { title: 'Unit kerja', kind: 'text', width: 40 },
        { title: 'Hal', kind: 'text', width: 70 },
      ],
      rows: letters.map((letter) => [
        letter.number,
        letter.date,
        directionOf(letter),
        letter.type,
        letter.unit,
        letter.subject ?? '—',
      ]),
    },
    countSheet('Menurut jenis', 'Jenis naskah', countBy(letters, typeOf)),
    countSheet('Menurut unit', 'Unit kerja', countBy(letters, unitOf)),
    countSheet('Menurut arah', 'Arah', countBy(letters, directionOf)),
  ]);
}
