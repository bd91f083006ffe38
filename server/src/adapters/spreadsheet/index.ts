import { writeXlsx } from 'hucre/xlsx';

/** `date` cells are ISO dates, or null. */
type Cell = string | number | null;
export type Column = { title: string; kind: 'text' | 'number' | 'date' /** In characters. */; width: number };
export type Sheet = { name: string; columns: Column[]; rows: Cell[][] };

/** XML 1.0 has no place for control characters and halves of pairs; a file with one of them does not open. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;
/** What one cell holds at most, in characters (the format's own limit). */
const maxText = 32_767;

function toCell(cell: Cell | undefined, kind: Column['kind']) {
  if (cell === null || cell === undefined) return null;
  if (kind === 'date') return new Date(`${cell}T00:00:00Z`);
  return typeof cell === 'number' ? cell : cell.replaceAll(unprintable, '').slice(0, maxText);
}

/**
 * Makes an XLSX file. Text stays text: a subject that begins with `=` is shown, never calculated.
 * @param sheets each with a bold first row that stays in view and can be filtered by
 */
export async function writeWorkbook(sheets: Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ kind, width }) => ({ width, ...(kind === 'date' ? { numFmt: 'dd-mm-yyyy' } : {}) })),
      rows: [
        columns.map((column) => column.title),
        ...rows.map((row) => columns.map((column, index) => toCell(row[index], column.kind))),
      ],
      cells: new Map(
        columns.map((column, index) => [`0,${index}`, { value: column.title, style: { font: { bold: true } } }]),
      ),
      freezePane: { rows: 1 },
    })),
  });
}
