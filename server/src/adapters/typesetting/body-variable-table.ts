import { type BlockData, type CellData, type InlineData, isObject } from './body-data.ts';
import { columnShares, placeCells, type RawCell } from './body-table.ts';
import { asDate, asMoney, asNumber, readPerson } from './body-values.ts';
import { type BodyVariable, variableLimits } from './body-variables.ts';
import { printedNumber, rupiah } from './body-words.ts';
import { formatDate } from './document-parts.ts';
import type { TypesettingIssue } from './errors.ts';

/** What a column of a table variable can hold. */
export const columnKinds = ['text', 'number', 'money', 'date', 'person'] as const;
export type TableColumn = { label: string; kind: (typeof columnKinds)[number] };

/** A table that the drafter fills: its columns, how many rows it takes, and what is added up. */
export type TableSpec = {
  columns: TableColumn[];
  minRows: number;
  maxRows: number;
  /** Prints a first column "No.". */
  numbered: boolean;
  /** The column of numbers or money whose sum stands in a last row; null for none. */
  total: number | null;
};

type Rows = unknown[][];
type Soften = (text: string) => string;

const whole = (value: unknown, min: number, max: number, fallback: number): number | null =>
  value === undefined || value === null
    ? fallback
    : typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : null;

/** Reads what a table variable says of itself; faults have paths below its attributes. */
export function readTableSpec(attrs: Record<string, unknown>): { spec: TableSpec; issues: TypesettingIssue[] } {
  const issues: TypesettingIssue[] = [];
  const columns: TableColumn[] = [];
  const raw = Array.isArray(attrs.columns) ? attrs.columns : [];
  if (raw.length === 0 || raw.length > variableLimits.columns)
    issues.push({ path: ['columns'], message: `Tabel isian berkolom 1 sampai ${variableLimits.columns}.` });
  for (const [index, column] of raw.slice(0, variableLimits.columns).entries()) {
    const kind = isObject(column) ? columnKinds.find((known) => known === column.kind) : undefined;
    const label = isObject(column) ? column.label : undefined;
    if (kind === undefined || typeof label !== 'string' || label.length > variableLimits.label) {
      issues.push({ path: ['columns', index], message: 'Kolom harus bernama dan berjenis.' });
    } else columns.push({ label, kind });
  }
  const minRows = whole(attrs.minRows, 0, variableLimits.rows, 1);
  const maxRows = whole(attrs.maxRows, 1, variableLimits.rows, variableLimits.rows);
  if (minRows === null || maxRows === null || minRows > maxRows)
    issues.push({ path: ['maxRows'], message: `Banyaknya baris 1 sampai ${variableLimits.rows}, terkecil dahulu.` });
  const total = typeof attrs.total === 'number' ? attrs.total : null;
  const isSummed = total !== null && ['money', 'number'].includes(columns[total]?.kind ?? '');
  if (total !== null && !isSummed)
    issues.push({ path: ['total'], message: 'Yang dapat dijumlahkan hanya kolom uang atau bilangan.' });
  return {
    spec: {
      columns,
      minRows: minRows ?? 1,
      maxRows: maxRows ?? variableLimits.rows,
      numbered: attrs.numbered === true,
      total: isSummed ? total : null,
    },
    issues,
  };
}

const asRows = (value: unknown): Rows => (Array.isArray(value) ? value.filter((row) => Array.isArray(row)) : []);

/** Faults of the rows; at most a few, with paths below the value. */
export function rowFaults(spec: TableSpec, value: unknown): TypesettingIssue[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [{ path: [], message: 'Harus berupa daftar baris.' }];
  if (value.length > spec.maxRows) return [{ path: [], message: `Paling banyak ${spec.maxRows} baris.` }];
  const issues: TypesettingIssue[] = [];
  for (const [index, row] of value.entries()) {
    if (!Array.isArray(row) || row.length > spec.columns.length) {
      issues.push({ path: [index], message: 'Banyaknya sel tidak sesuai dengan kolom tabel.' });
      continue;
    }
    for (const [column, { kind }] of spec.columns.entries()) {
      const message = cellFault(kind, row[column]);
      if (message !== null) issues.push({ path: [index, column], message });
      if (issues.length >= 5) return issues;
    }
  }
  return issues;
}

const isEmpty = (cell: unknown): boolean => cell === undefined || cell === null || cell === '';

function cellFault(kind: TableColumn['kind'], cell: unknown): string | null {
  if (isEmpty(cell)) return null;
  if (kind === 'person') return readPerson(cell) === null ? 'Pilih pegawai dari daftar, atau tulis namanya.' : null;
  if (typeof cell !== 'string' || cell.length > variableLimits.cell)
    return `Harus berupa teks paling banyak ${variableLimits.cell} huruf.`;
  if (kind === 'money' && asMoney(cell) === null) return 'Uang ditulis dalam rupiah bulat, seperti 1250000.';
  if (kind === 'number' && asNumber(cell) === null) return 'Tulis bilangan seperti 12 atau 12.5.';
  if (kind === 'date' && asDate(cell) === null) return 'Tanggal ditulis seperti 2026-11-30.';
  return null;
}

/** Lines that a cell prints; none for an empty one. */
function cellLines(kind: TableColumn['kind'], cell: unknown): string[] {
  if (isEmpty(cell)) return [];
  if (kind === 'person') {
    const person = readPerson(cell);
    if (person === null) return [];
    return [person.name, person.nip && `NIP ${person.nip}`, person.rank, person.position].filter((part) => part !== '');
  }
  if (typeof cell !== 'string') return [];
  const amount = kind === 'money' ? asMoney(cell) : null;
  if (amount !== null) return [rupiah(amount)];
  const number = kind === 'number' ? asNumber(cell) : null;
  if (number !== null) return [printedNumber(number)];
  const iso = kind === 'date' ? asDate(cell)?.iso : undefined;
  return [iso === undefined ? cell : formatDate(iso)];
}

/** The sum as printed. Exact: numbers are added as millionths, since a letter may not be a hundredth off. */
function printedTotal(spec: TableSpec, rows: Rows, total: number): string {
  const cells = rows.map((row) => row[total]).filter((cell) => typeof cell === 'string');
  if (spec.columns[total]?.kind === 'money')
    return rupiah(cells.reduce((sum, cell) => sum + (asMoney(cell) ?? 0n), 0n));
  const millionths = cells.reduce((sum, cell) => sum + asMillionths(asNumber(cell) ?? '0'), 0n);
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return printedNumber(`${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`);
}

function asMillionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const magnitude = BigInt(whole + fraction.padEnd(6, '0'));
  return decimal.startsWith('-') ? -magnitude : magnitude;
}

/** Whether rows are still missing. */
export const isIncomplete = (spec: TableSpec, value: unknown): boolean => asRows(value).length < spec.minRows;

/** The table as it prints: headed columns, the rows, the sum; one amber row where rows are still missing. */
export function tableBlock(variable: BodyVariable, spec: TableSpec, soften: Soften): BlockData {
  const rows = asRows(variable.value).slice(0, spec.maxRows);
  const columns: { label: string; align: string }[] = [
    ...(spec.numbered ? [{ label: 'No.', align: 'center' }] : []),
    ...spec.columns.map(({ label, kind }) => ({
      label,
      align: kind === 'money' || kind === 'number' ? 'right' : 'left',
    })),
  ];
  const filled = (value: string): InlineData => ({
    k: 'var',
    label: variable.label,
    value: soften(value),
    m: [],
    missing: false,
  });
  const words = (value: string, m: string[] = []): InlineData => ({ k: 't', t: soften(value), m, href: '' });
  const cells: CellData[] = [];
  const put = (x: number, y: number, w: number, align: string, c: InlineData[], head = false): void => {
    cells.push({ x, y, w, h: 1, head, c: [{ k: 'p', align, c }] });
  };
  for (const [x, { label }] of columns.entries()) put(x, 0, 1, 'center', [words(label)], true);
  const first = spec.numbered ? 1 : 0;
  for (const [index, row] of rows.entries()) {
    if (spec.numbered) put(0, index + 1, 1, 'center', [words(`${index + 1}.`)]);
    for (const [column, { kind }] of spec.columns.entries()) {
      const lines = cellLines(kind, row[column]);
      const c = lines.flatMap((line, at): InlineData[] => [...(at > 0 ? [{ k: 'br' as const }] : []), filled(line)]);
      put(column + first, index + 1, 1, columns[column + first]?.align ?? 'left', c);
    }
  }
  let y = rows.length + 1;
  if (isIncomplete(spec, variable.value)) {
    put(0, y, columns.length, 'left', [{ k: 'var', label: soften(variable.label), value: '', m: [], missing: true }]);
    y += 1;
  }
  if (spec.total !== null && rows.length > 0) putTotal(spec, rows, y, first, put, words);
  return { k: 'table', shares: sharesOf(columns, cells), headerRows: 1, cells };
}

function putTotal(
  spec: TableSpec,
  rows: Rows,
  y: number,
  first: number,
  put: (x: number, y: number, w: number, align: string, c: InlineData[]) => void,
  words: (value: string, m?: string[]) => InlineData,
): void {
  const at = (spec.total ?? 0) + first;
  const after = spec.columns.length + first - at - 1;
  const sum = printedTotal(spec, rows, spec.total ?? 0);
  if (at > 0) put(0, y, at, 'right', [words('Jumlah', ['b'])]);
  put(at, y, 1, 'right', [words(at > 0 ? sum : `Jumlah ${sum}`, ['b'])]);
  if (after > 0) put(at + 1, y, after, 'left', []);
}

function sharesOf(columns: { label: string }[], cells: CellData[]): number[] {
  const textAt = new Map<string, string>();
  const raw: RawCell[][] = [];
  for (const cell of cells.filter(({ w }) => w === 1)) {
    const [block] = cell.c;
    const longest =
      block?.k === 'p' ? block.c.map((item) => (item.k === 't' ? item.t : item.k === 'var' ? item.value : ' ')) : [];
    textAt.set(
      `${cell.x}:${cell.y}`,
      longest.reduce((one, other) => (other.length > one.length ? other : one), ''),
    );
  }
  const rowCount = 1 + Math.max(0, ...cells.map(({ y }) => y));
  for (let y = 0; y < rowCount; y++)
    raw.push(columns.map(() => ({ colspan: 1, rowspan: 1, isHeader: y === 0, widths: [] })));
  const grid = placeCells(raw);
  return grid === null ? columns.map(() => 1) : columnShares(grid, ({ x, y }) => textAt.get(`${x}:${y}`) ?? '');
}
