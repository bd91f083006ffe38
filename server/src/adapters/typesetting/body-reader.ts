import { conditionLimits, isMet, readCondition } from './body-condition.ts';
import {
  type BlockData,
  type BodyReading,
  type InlineData,
  isObject,
  type Node,
  type Path,
  plain,
  soften,
} from './body-data.ts';
import { readImage } from './body-image.ts';
import { readMarks } from './body-marks.ts';
import { columnShares, placeCells, type RawCell } from './body-table.ts';
import { isIncomplete, readTableSpec, rowFaults, tableBlock } from './body-variable-table.ts';
import {
  type BodyVariable,
  collectVariables,
  pieces,
  placeLabel,
  printedValue,
  variableFaults,
  variableLimits,
} from './body-variables.ts';
import type { TypesettingIssue } from './errors.ts';

/** Limits of one body. A letter of 50 pages fits; what is larger belongs in an attachment. */
const bodyLimits = {
  depth: 14,
  nodes: 20_000,
  characters: 300_000,
  columns: 16,
  cells: 6000,
  issues: 20,
};

const alignments = new Set(['left', 'center', 'right', 'justify']);
const listStyles = new Set(['1', 'a', 'A', 'i', 'I']);
/** Reads a ProseMirror document into what the letter layouts draw. Never throws; faults are in `issues`. */
export function readBody(body: unknown): BodyReading {
  const reader = new BodyReader();
  const blocks = reader.document(body);
  return { blocks, issues: reader.issues, missing: reader.missing, inlines: reader.inlines };
}

class BodyReader {
  readonly issues: TypesettingIssue[] = [];
  readonly missing: string[] = [];
  readonly inlines: InlineData[] = [];
  private nodes = 0;
  private characters = 0;
  private parts = 0;
  private partDepth = 0;
  private variables: Map<string, BodyVariable> = new Map();

  document(body: unknown): BlockData[] {
    if (!isObject(body) || body.type !== 'doc') {
      this.fault([], 'Isi surat harus berupa dokumen (type "doc").');
      return [];
    }
    this.variables = collectVariables(body, bodyLimits.nodes);
    if (this.variables.size > variableLimits.variables)
      this.fault([], `Isian terlalu banyak (paling banyak ${variableLimits.variables}).`);
    for (const variable of this.variables.values())
      for (const { path, message } of variableFaults(variable)) this.fault(path, message);
    return this.blocks(body, [], 0);
  }

  private fault(path: Path, message: string): void {
    if (this.issues.length < bodyLimits.issues) this.issues.push({ path, message });
  }

  /** Children of a node with their paths; counts them against the limits. */
  private children(node: Node, path: Path, depth: number): { node: Node; type: string; path: Path }[] {
    if (node.content === undefined) return [];
    if (!Array.isArray(node.content)) {
      this.fault([...path, 'content'], 'Harus berupa daftar.');
      return [];
    }
    if (depth > bodyLimits.depth) {
      this.fault(path, `Susunan terlalu dalam (paling banyak ${bodyLimits.depth} tingkat).`);
      return [];
    }
    const found: { node: Node; type: string; path: Path }[] = [];
    for (const [index, child] of node.content.entries()) {
      const at = [...path, 'content', index];
      this.nodes += 1;
      if (this.nodes > bodyLimits.nodes) {
        if (this.nodes === bodyLimits.nodes + 1)
          this.fault(at, `Isi terlalu besar (paling banyak ${bodyLimits.nodes} bagian).`);
        return found;
      }
      if (isObject(child) && typeof child.type === 'string') found.push({ node: child, type: child.type, path: at });
      else this.fault(at, 'Bagian isi tanpa "type".');
    }
    return found;
  }

  private blocks(parent: Node, path: Path, depth: number): BlockData[] {
    const found: BlockData[] = [];
    for (const child of this.children(parent, path, depth)) {
      if (child.type === 'conditional') {
        found.push(...this.conditional(child.node, child.path, depth + 1));
        continue;
      }
      const block = this.block(child.node, child.type, child.path, depth + 1);
      if (block !== null) found.push(block);
    }
    return found;
  }

  /** A part that prints only when its condition is met. What is not printed is checked all the same, and lacks nothing. */
  private conditional(node: Node, path: Path, depth: number): BlockData[] {
    this.parts += 1;
    if (this.parts > conditionLimits.parts || this.partDepth >= conditionLimits.depth) {
      this.fault(
        path,
        this.partDepth >= conditionLimits.depth
          ? `Bagian bersyarat paling banyak ${conditionLimits.depth} tingkat.`
          : `Bagian bersyarat paling banyak ${conditionLimits.parts}.`,
      );
      return [];
    }
    const { condition, issues } = readCondition(isObject(node.attrs) ? node.attrs.condition : undefined);
    for (const issue of issues) this.fault([...path, 'attrs', 'condition', ...issue.path], issue.message);
    const missing = this.missing.length;
    const inlines = this.inlines.length;
    this.partDepth += 1;
    const blocks = this.blocks(node, path, depth);
    this.partDepth -= 1;
    if (issues.length === 0 && isMet(condition, this.variables)) return blocks;
    this.missing.length = missing;
    this.inlines.length = inlines;
    return [];
  }

  private block(node: Node, type: string, path: Path, depth: number): BlockData | null {
    const attrs = isObject(node.attrs) ? node.attrs : {};
    const align = typeof attrs.textAlign === 'string' && alignments.has(attrs.textAlign) ? attrs.textAlign : '';
    switch (type) {
      case 'paragraph':
        return { k: 'p', align, c: this.inline(node, path, depth) };
      case 'heading':
        return {
          k: 'h',
          level: this.integer(attrs.level, [...path, 'attrs', 'level'], 1, 6, 1),
          align,
          c: this.inline(node, path, depth),
        };
      case 'bulletList':
        return { k: 'ul', items: this.items(node, path, depth) };
      case 'orderedList':
        return {
          k: 'ol',
          start: this.integer(attrs.start, [...path, 'attrs', 'start'], 0, 100_000, 1),
          style: typeof attrs.type === 'string' && listStyles.has(attrs.type) ? attrs.type : '',
          items: this.items(node, path, depth),
        };
      case 'blockquote':
        return { k: 'quote', c: this.blocks(node, path, depth) };
      case 'codeBlock':
        return { k: 'code', t: this.codeText(node, path, depth) };
      case 'horizontalRule':
        return { k: 'hr' };
      case 'details':
        return { k: 'details', rows: this.detailsRows(node, path, depth) };
      case 'image': {
        const { block, issues } = readImage(attrs, path);
        for (const issue of issues) this.fault(issue.path, issue.message);
        return block;
      }
      case 'table':
        return this.table(node, path, depth);
      case 'variableTable':
        return this.variableTable(node, path);
      default:
        this.fault(path, `Bagian "${type.slice(0, 60)}" tidak dikenal dalam isi surat.`);
        return null;
    }
  }

  private items(list: Node, path: Path, depth: number): BlockData[][] {
    const found: BlockData[][] = [];
    for (const child of this.children(list, path, depth)) {
      if (child.type === 'listItem') found.push(this.blocks(child.node, child.path, depth + 1));
      else this.fault(child.path, `Bagian "${child.type.slice(0, 60)}" tidak boleh langsung di dalam daftar.`);
    }
    return found;
  }

  private detailsRows(node: Node, path: Path, depth: number): { label: string; c: InlineData[]; b: BlockData[] }[] {
    const rows: { label: string; c: InlineData[]; b: BlockData[] }[] = [];
    for (const child of this.children(node, path, depth)) {
      if (child.type !== 'detailsRow') {
        this.fault(child.path, `Bagian "${child.type.slice(0, 60)}" tidak boleh langsung di dalam rincian.`);
        continue;
      }
      const label = isObject(child.node.attrs) ? child.node.attrs.label : undefined;
      if (typeof label !== 'string' || label.length > 200)
        this.fault([...child.path, 'attrs', 'label'], 'Harus berupa teks paling banyak 200 huruf.');
      const first = Array.isArray(child.node.content) ? child.node.content[0] : undefined;
      const isInline = !isObject(first) || ['text', 'hardBreak', 'variable'].includes(String(first.type));
      rows.push({
        label: typeof label === 'string' ? plain(label) : '',
        c: isInline ? this.inline(child.node, child.path, depth + 1) : [],
        b: isInline ? [] : this.blocks(child.node, child.path, depth + 1),
      });
    }
    return rows;
  }

  private table(node: Node, path: Path, depth: number): BlockData | null {
    const raw: RawCell[][] = [];
    const contents: BlockData[][][] = [];
    let count = 0;
    for (const row of this.children(node, path, depth)) {
      if (row.type !== 'tableRow') {
        this.fault(row.path, `Bagian "${row.type.slice(0, 60)}" tidak boleh langsung di dalam tabel.`);
        continue;
      }
      const cells: RawCell[] = [];
      const blocks: BlockData[][] = [];
      for (const cell of this.children(row.node, row.path, depth + 1)) {
        if (cell.type !== 'tableCell' && cell.type !== 'tableHeader') {
          this.fault(cell.path, `Bagian "${cell.type.slice(0, 60)}" tidak boleh langsung di dalam baris tabel.`);
          continue;
        }
        const attrs = isObject(cell.node.attrs) ? cell.node.attrs : {};
        const colspan = this.integer(attrs.colspan, [...cell.path, 'attrs', 'colspan'], 1, bodyLimits.columns, 1);
        const rowspan = this.integer(attrs.rowspan, [...cell.path, 'attrs', 'rowspan'], 1, 1000, 1);
        const widths = Array.isArray(attrs.colwidth)
          ? attrs.colwidth.map((w) => (typeof w === 'number' && w > 0 && w < 5000 ? w : null))
          : [];
        count += colspan * rowspan;
        cells.push({ colspan, rowspan, widths, isHeader: cell.type === 'tableHeader' });
        blocks.push(this.blocks(cell.node, cell.path, depth + 2));
      }
      raw.push(cells);
      contents.push(blocks);
    }
    if (count > bodyLimits.cells) {
      this.fault(path, `Tabel terlalu besar (paling banyak ${bodyLimits.cells} sel).`);
      return null;
    }
    const grid = placeCells(raw);
    if (grid === null || grid.columns > bodyLimits.columns) {
      this.fault(
        path,
        grid === null ? 'Sel tabel saling tumpang tindih.' : `Tabel paling banyak ${bodyLimits.columns} kolom.`,
      );
      return null;
    }
    if (grid.columns === 0) return null;
    const contentOf = (cell: { row: number; cell: number }): BlockData[] => contents[cell.row]?.[cell.cell] ?? [];
    return {
      k: 'table',
      shares: columnShares(grid, (cell) => contentOf(cell).map(shallowText).join(' ')),
      headerRows: grid.headerRows,
      cells: grid.cells.map((cell) => ({
        x: cell.x,
        y: cell.y,
        w: cell.w,
        h: cell.h,
        head: raw[cell.row]?.[cell.cell]?.isHeader ?? false,
        c: contentOf(cell),
      })),
    };
  }

  private inline(parent: Node, path: Path, depth: number): InlineData[] {
    const found: InlineData[] = [];
    for (const { node, type, path: at } of this.children(parent, path, depth)) {
      const { marks, href } = readMarks(node, at, (where, message) => this.fault(where, message));
      if (type === 'text') found.push({ k: 't', t: plain(this.text(node.text, [...at, 'text'])), m: marks, href });
      else if (type === 'hardBreak') found.push({ k: 'br' });
      else if (type === 'variable') found.push(...this.variable(node, at, marks));
      else this.fault(at, `Bagian "${type.slice(0, 60)}" tidak dikenal di dalam kalimat.`);
    }
    this.inlines.push(...found);
    return found;
  }

  /** One place of a variable: its value's words, several pieces for a long text, none for what is not printed. */
  private variable(node: Node, path: Path, marks: string[]): InlineData[] {
    const attrs = isObject(node.attrs) ? node.attrs : {};
    const name = this.text(attrs.name ?? attrs.label, [...path, 'attrs', 'name']);
    const variable = this.variables.get(name);
    if (variable === undefined) return [];
    const label = plain(placeLabel(variable, attrs));
    const value = printedValue(variable, attrs);
    const isMissing = value === null && variable.required;
    if (isMissing) this.missing.push(variable.label);
    if (attrs.hidden === true) return [];
    // An optional place prints nothing; its words count each time they are printed.
    if (value === null) return isMissing ? [{ k: 'var', label, value: '', m: marks, missing: true }] : [];
    return pieces(label, this.text(value, path), variable.kind === 'paragraph', marks, plain);
  }

  private variableTable(node: Node, path: Path): BlockData | null {
    const attrs = isObject(node.attrs) ? node.attrs : {};
    const variable = this.variables.get(this.text(attrs.name ?? attrs.label, [...path, 'attrs', 'name']));
    if (variable === undefined || variable.kind !== 'table') return null;
    const { spec, issues } = readTableSpec(variable.attrs);
    for (const issue of issues) this.fault([...variable.place, 'attrs', ...issue.path], issue.message);
    const faults = rowFaults(spec, variable.value);
    for (const issue of faults) this.fault([...variable.path, ...issue.path], issue.message);
    if (issues.length + faults.length > 0) return null;
    const block = tableBlock(variable, spec, plain);
    if (isIncomplete(spec, variable.value)) {
      if (!variable.required && variable.value === null) return null;
      this.missing.push(variable.label);
    }
    if (block.k !== 'table') return null;
    this.nodes += block.cells.length;
    const length = block.cells.reduce((sum, cell) => sum + cell.c.map(shallowText).join('').length, 0);
    return this.fits(length, path) ? block : null;
  }

  private text(value: unknown, path: Path): string {
    if (typeof value !== 'string') {
      this.fault(path, 'Harus berupa teks.');
      return '';
    }
    return this.fits(value.length, path) ? value : '';
  }

  /** Counts characters against the limit of the whole body. */
  private fits(length: number, path: Path): boolean {
    const before = this.characters;
    this.characters += length;
    if (this.characters <= bodyLimits.characters) return true;
    if (before <= bodyLimits.characters)
      this.fault(path, `Isi terlalu panjang (paling banyak ${bodyLimits.characters} huruf).`);
    return false;
  }

  private codeText(node: Node, path: Path, depth: number): string {
    let text = '';
    for (const child of this.children(node, path, depth)) {
      if (child.type === 'text') text += this.text(child.node.text, [...child.path, 'text']);
      else if (child.type === 'hardBreak') text += '\n';
      else this.fault(child.path, `Bagian "${child.type.slice(0, 60)}" tidak boleh di dalam blok kode.`);
    }
    return soften(text.replace(/\r\n?/g, '\n').replace(/\t/g, '  '));
  }

  private integer(value: unknown, path: Path, min: number, max: number, fallback: number): number {
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.fault(path, `Harus bilangan bulat ${min} sampai ${max}.`);
    return fallback;
  }
}

const shallowText = (block: BlockData): string =>
  block.k === 'p' || block.k === 'h'
    ? block.c.map((item) => (item.k === 't' ? item.t : item.k === 'var' ? item.value || item.label : ' ')).join('')
    : '';
