import mammoth from 'mammoth';
import { DocxError } from './limits.ts';
import { type Findings, type Inline, type Words, withVariables } from './placeholders.ts';
import { type Part, readDocxParts, writeZip } from './zip.ts';

type Node = Record<string, unknown>;

/** An element as mammoth hands it to its transformation; only what is looked at. */
type Element = {
  type: string;
  children?: Element[];
  value?: string;
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string | number } | null;
  alignment?: string | null;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderline?: boolean;
  isStrikethrough?: boolean;
  isHeader?: boolean;
  colSpan?: number;
  rowSpan?: number;
  checked?: boolean;
};

/** What came out of a document. `notices`: what could not be carried over, in Indonesian, each once. */
export type DocxImport = { body: { type: 'doc'; content: Node[] }; notices: string[] };

const notices = {
  image: 'Gambar tidak dibawa. Tambahkan lagi sesudah templat jadi.',
  head: 'Kepala dan kaki halaman tidak dibawa: kop, nomor halaman, dan kaki surat dipasang Madangan.',
  note: 'Catatan kaki tidak dibawa.',
  comment: 'Komentar tidak dibawa.',
  macro: 'Makro tidak dibawa.',
  embedded: 'Objek yang disematkan tidak dibawa.',
  wide: 'Tabel yang lebih dari 16 kolom tidak dibawa.',
  nested: 'Tabel di dalam tabel menjadi alinea biasa.',
};

const alignments: Record<string, string> = { center: 'center', right: 'right', end: 'right', both: 'justify' };

/** Reads a .docx into a body for templates. Synchronous work in the main; call it in a thread. @throws DocxError */
export async function convertDocx(bytes: Uint8Array): Promise<DocxImport> {
  const { parts, names } = readDocxParts(bytes);
  const findings: Findings = { notices: new Set(), names: new Map() };
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/(header|footer)\d*\.xml$/)) findings.notices.add(notices.head);
  if (has(/vbaProject/i)) findings.notices.add(notices.macro);
  if (has(/^word\/embeddings\//)) findings.notices.add(notices.embedded);
  const document = await readDocument(parts);
  const content = convert(document, findings);
  const says = (node: Node): boolean =>
    node.type === 'variable' ||
    (typeof node.text === 'string' && node.text.trim() !== '') ||
    (Array.isArray(node.content) && node.content.some(says));
  if (!content.some(says)) throw new DocxError('Dokumen ini tidak berisi teks yang dapat dijadikan templat.');
  return { body: { type: 'doc', content }, notices: [...findings.notices] };
}

function convert(document: Element, findings: Findings): Node[] {
  try {
    return new Converter(findings).blocks(document.children ?? []);
  } catch (cause) {
    // Nested deeper than the stack reaches.
    if (cause instanceof RangeError) throw new DocxError('Susunan dokumen ini terlalu dalam.', { cause });
    throw cause;
  }
}

/** The document's tree, as mammoth reads it; its own output is thrown away. */
async function readDocument(parts: readonly Part[]): Promise<Element> {
  let document: Element | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: writeZip(parts) },
      {
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        transformDocument: (element: Element & { children: Element[] }) => {
          document = element;
          return { ...element, children: [] };
        },
      },
    );
  } catch (cause) {
    throw new DocxError('Berkas ini bukan dokumen Word (.docx) yang utuh.', { cause });
  }
  if (!document) throw new DocxError('Berkas ini bukan dokumen Word (.docx) yang utuh.');
  return document;
}

type ListLevel = { node: Node & { content: Node[] }; level: number; isOrdered: boolean };

class Converter {
  private readonly findings: Findings;
  constructor(findings: Findings) {
    this.findings = findings;
  }

  /** Paragraphs and tables; numbered paragraphs in a row become lists, nested by their level. */
  blocks(elements: readonly Element[], inTable = false): Node[] {
    const found: Node[] = [];
    let open: ListLevel[] = [];
    for (const element of elements) {
      if (element.type === 'table') {
        open = [];
        found.push(...this.table(element, inTable));
      } else if (element.type === 'paragraph') {
        const paragraph = this.paragraph(element);
        if (element.numbering && paragraph.type === 'paragraph') {
          open = addToList(found, open, paragraph, element.numbering);
        } else {
          open = [];
          found.push(paragraph);
        }
      } else this.leftOut(element.type);
    }
    // Empty paragraphs at the ends are a typist's spacing.
    while (found.length > 0 && isBlank(found[0])) found.shift();
    while (found.length > 0 && isBlank(found.at(-1))) found.pop();
    return found;
  }

  private paragraph(element: Element): Node {
    const content = this.inline(element.children ?? []);
    const level = /^(?:heading|judul) ([1-6])$/i.exec(element.styleName ?? '')?.[1];
    const textAlign = alignments[element.alignment ?? ''];
    const attrs = { ...(level ? { level: Math.min(Number(level), 3) } : {}), ...(textAlign ? { textAlign } : {}) };
    return {
      type: level ? 'heading' : 'paragraph',
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    };
  }

  private inline(elements: readonly Element[]): Inline[] {
    const found: Inline[] = [];
    let words: Words[] = [];
    const flush = (): void => {
      found.push(...withVariables(words, this.findings));
      words = [];
    };
    const visit = (element: Element, marks: string[]): void => {
      switch (element.type) {
        case 'text':
          words.push({ text: element.value ?? '', marks });
          return;
        case 'tab':
          words.push({ text: ' ', marks });
          return;
        case 'checkbox':
          words.push({ text: element.checked ? '[x]' : '[ ]', marks });
          return;
        case 'break':
          flush();
          found.push({ type: 'hardBreak' });
          return;
        case 'run': {
          const own = [
            ...(element.isBold ? ['bold'] : []),
            ...(element.isItalic ? ['italic'] : []),
            ...(element.isUnderline ? ['underline'] : []),
            ...(element.isStrikethrough ? ['strike'] : []),
          ];
          for (const child of element.children ?? []) visit(child, own);
          return;
        }
        case 'hyperlink':
          for (const child of element.children ?? []) visit(child, marks);
          return;
        default:
          this.leftOut(element.type);
      }
    };
    for (const element of elements) visit(element, []);
    flush();
    while (found.at(-1)?.type === 'hardBreak') found.pop();
    return found;
  }

  private table(element: Element, inTable: boolean): Node[] {
    const rows = (element.children ?? []).filter(({ type }) => type === 'tableRow');
    if (inTable) {
      this.findings.notices.add(notices.nested);
      return rows.flatMap((row) => (row.children ?? []).flatMap((cell) => this.blocks(cell.children ?? [], true)));
    }
    const width = Math.max(
      0,
      ...rows.map((row) => (row.children ?? []).reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)),
    );
    if (width > 16) {
      this.findings.notices.add(notices.wide);
      return [];
    }
    const content = rows.map((row) => ({
      type: 'tableRow',
      content: (row.children ?? []).map((cell) => {
        const inner = this.blocks(cell.children ?? [], true);
        return {
          type: row.isHeader ? 'tableHeader' : 'tableCell',
          attrs: { colspan: cell.colSpan ?? 1, rowspan: cell.rowSpan ?? 1, colwidth: null },
          content: inner.length > 0 ? inner : [{ type: 'paragraph' }],
        };
      }),
    }));
    return content.length === 0 ? [] : [{ type: 'table', content }];
  }

  private leftOut(type: string): void {
    if (type === 'image') this.findings.notices.add(notices.image);
    if (type === 'noteReference') this.findings.notices.add(notices.note);
    if (type === 'commentReference') this.findings.notices.add(notices.comment);
  }
}

const isBlank = (node: Node | undefined): boolean => node?.type === 'paragraph' && node.content === undefined;

/** Adds a numbered paragraph to the list it continues, or begins one. @returns the lists that are open then */
function addToList(
  found: Node[],
  open: readonly ListLevel[],
  paragraph: Node,
  { isOrdered, level: raw }: NonNullable<Element['numbering']>,
): ListLevel[] {
  const level = Math.min(Math.max(Number(raw) || 0, 0), 5);
  const still = open.filter((list) => list.level < level || (list.level === level && list.isOrdered === isOrdered));
  const item = { type: 'listItem', content: [paragraph] };
  const last = still.at(-1);
  if (last && last.level === level) {
    last.node.content.push(item);
    return still;
  }
  const node = { type: isOrdered ? 'orderedList' : 'bulletList', content: [item] as Node[] };
  const parent = last?.node.content.at(-1);
  if (parent && Array.isArray(parent.content)) parent.content.push(node);
  else found.push(node);
  return [...still, { node, level, isOrdered }];
}
