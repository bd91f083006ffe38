import type { LetterBody } from './body.ts';
import { readCondition } from './body-condition.ts';
import { isObject, type Node, type Path } from './body-data.ts';
import { readTableSpec } from './body-variable-table.ts';
import { type BodyVariable, collectVariables, type VariableKind, variableFormats } from './body-variables.ts';
import type { TypesettingIssue } from './errors.ts';

/** Nodes that are looked at; a body with more is refused by its schema before. */
const budget = 20_000;

/** The variables of a body in reading order, each name once. */
export const bodyVariables = (body: unknown): BodyVariable[] => [...collectVariables(body, budget).values()];

/** Every object node with its path, in no particular order. The body has passed its schema, so it is neither deep nor huge. */
function* nodesOf(body: LetterBody): Generator<{ node: Node; attrs: Node; path: Path }> {
  const waiting: { node: unknown; path: Path }[] = [{ node: body, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path } = next;
    if (!isObject(node)) continue;
    yield { node, attrs: isObject(node.attrs) ? node.attrs : {}, path };
    if (Array.isArray(node.content))
      for (const [index, child] of node.content.entries())
        waiting.push({ node: child, path: [...path, 'content', index] });
  }
}

/**
 * What a template may not have though a letter may: names no form can keep, one name for two kinds, and conditions on
 * what is not asked for. Drafters move and delete places freely, so a letter is not held to this.
 */
export function checkTemplateBody(body: LetterBody): TypesettingIssue[] {
  const issues: TypesettingIssue[] = [];
  const variables = collectVariables(body, budget);
  for (const { node, attrs, path } of nodesOf(body)) {
    const at = [...path, 'attrs'];
    if (node.type === 'variable' || node.type === 'variableTable') {
      const variable = variables.get(String(attrs.name));
      issues.push(...placeFaults(node, attrs, variable).map((issue) => ({ ...issue, path: [...at, ...issue.path] })));
    } else if (node.type === 'conditional') {
      const { condition } = readCondition(attrs.condition);
      for (const [index, { variable: name, test }] of condition.tests.entries()) {
        const message = testFault(variables.get(name), name, test);
        if (message !== null) issues.push({ path: [...at, 'condition', 'tests', index], message });
      }
    }
    if (issues.length >= 20) break;
  }
  return issues;
}

function placeFaults(node: Node, attrs: Node, variable: BodyVariable | undefined): TypesettingIssue[] {
  if (typeof attrs.name !== 'string' || !/^[a-z][a-z0-9_]{0,59}$/.test(attrs.name))
    return [{ path: ['name'], message: 'Nama isian berupa huruf kecil, angka, dan garis bawah; berawal huruf.' }];
  if (typeof attrs.label !== 'string' || attrs.label.trim() === '')
    return [{ path: ['label'], message: 'Beri nama isian yang dibaca penulis surat.' }];
  const kind = node.type === 'variableTable' ? 'table' : attrs.kind;
  if (variable && variable.kind !== kind)
    return [{ path: ['kind'], message: `Isian "${attrs.label}" dipakai dengan dua jenis. Beri nama lain.` }];
  if (kind === 'choice' && new Set(variable?.options).size < 2)
    return [{ path: ['options'], message: 'Tulis paling sedikit dua pilihan yang berbeda.' }];
  const formats: Partial<Record<VariableKind, readonly string[]>> = variableFormats;
  const known = variable ? formats[variable.kind] : undefined;
  if (attrs.format !== undefined && attrs.format !== null && !known?.includes(String(attrs.format)))
    return [{ path: ['format'], message: 'Cara cetak ini tidak dikenal untuk jenis isian ini.' }];
  return [];
}

function testFault(variable: BodyVariable | undefined, name: string, test: string): string | null {
  if (!variable) return `Isian "${name}" tidak ada dalam templat ini.`;
  // Names of people and rows of tables do not belong into a condition, which goes to other regencies with the template.
  const isWhole = variable.kind === 'person' || variable.kind === 'table';
  return isWhole && test !== 'filled' && test !== 'empty'
    ? `Syarat atas "${variable.label}" hanya dapat terisi atau kosong.`
    : null;
}

const mapNodes = (body: LetterBody, change: (node: Node) => Node[]): LetterBody => {
  const visit = (nodes: readonly unknown[]): Node[] =>
    nodes.flatMap((node) => {
      if (!isObject(node)) return [];
      const inner = Array.isArray(node.content) ? { ...node, content: visit(node.content) } : node;
      return change(inner);
    });
  return { type: 'doc', content: visit(body.content) };
};

const isPlace = (node: Node): node is Node & { attrs: Node } =>
  (node.type === 'variable' || node.type === 'variableTable') && isObject(node.attrs);

/** A copy with values put in, by name; names that are not there are passed over. */
export const fillVariables = (body: LetterBody, values: ReadonlyMap<string, unknown>): LetterBody =>
  mapNodes(body, (node) => {
    const name = isPlace(node) ? String(node.attrs.name) : null;
    return [
      name !== null && values.has(name)
        ? { ...node, attrs: { ...(node.attrs as Node), value: values.get(name) } }
        : node,
    ];
  });

/** A copy that prints every part, whatever its condition says. */
export const printAllParts = (body: LetterBody): LetterBody =>
  mapNodes(body, (node) => (node.type === 'conditional' ? ((node.content as Node[] | undefined) ?? []) : [node]));

/** A copy for other regencies: no person of ours stays in it. */
export function withoutPeople(body: LetterBody): LetterBody {
  const people = new Set(
    bodyVariables(body)
      .filter(({ kind, attrs }) => kind === 'person' || hasPeople(kind, attrs))
      .map(({ name }) => name),
  );
  return fillVariables(body, new Map([...people].map((name) => [name, null])));
}

const hasPeople = (kind: VariableKind, attrs: Node): boolean =>
  kind === 'table' && readTableSpec(attrs).spec.columns.some((column) => column.kind === 'person');

const samplePerson = {
  name: 'Dra. Siti Aminah, M.Si.',
  nip: '19700101 199503 2 001',
  rank: 'Pembina (IV/a)',
  position: 'Kepala Bidang Contoh',
  unit: 'Dinas Contoh',
};

/**
 * Something plausible for a variable, to look at a template with. People and amounts are made up.
 * @param today `YYYY-MM-DD`
 */
export function sampleValue({ kind, label, options, attrs }: BodyVariable, today: string): unknown {
  switch (kind) {
    case 'date':
      return today;
    case 'time':
      return '09:00';
    case 'money':
      return '1250000';
    case 'number':
      return '25';
    case 'person':
      return samplePerson;
    case 'choice':
      return options[0] ?? `Contoh ${label}`;
    case 'paragraph':
      return `Contoh ${label} yang lebih panjang, seperti yang ditulis orang: beberapa kalimat dalam satu alinea.\nDan satu alinea lagi.`;
    case 'table': {
      const { spec } = readTableSpec(attrs);
      const rows = Math.min(Math.max(spec.minRows, 2), spec.maxRows);
      const cells = { text: '', number: '2', money: '750000', date: today, person: samplePerson };
      return Array.from({ length: rows }, (_, row) =>
        spec.columns.map((column) => (column.kind === 'text' ? `${column.label} ${row + 1}` : cells[column.kind])),
      );
    }
    default:
      return `Contoh ${label}`;
  }
}
