/** A ProseMirror node as the API takes it; our own `variable`, `details` and `detailsRow` beside Tiptap's kit. */
export type BodyNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: BodyNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
};
export type Body = { type: 'doc'; content: BodyNode[] };

export const variableKinds = [
  'text',
  'paragraph',
  'date',
  'time',
  'money',
  'number',
  'person',
  'choice',
  'table',
] as const;
export type VariableKind = (typeof variableKinds)[number];

/** A person as a letter keeps them; `nip` and the others may be empty. */
export type Person = { name: string; nip: string; rank: string; position: string; unit: string };
export const columnKinds = ['text', 'number', 'money', 'date', 'person'] as const;
export type TableColumn = { label: string; kind: (typeof columnKinds)[number] };
export type Cell = string | Person | null;

/** Text in its stored form (2026-11-30, 09:00, 1250000), a person, or the rows of a table. */
export type VariableValue = string | Person | Cell[][];

/** A place in the text that is filled by a form. The server prints its value by its kind. */
export type Variable = {
  name: string;
  label: string;
  kind: VariableKind;
  value: VariableValue | null;
  required: boolean;
  options?: string[];
  columns?: TableColumn[];
  minRows?: number;
  maxRows?: number;
};

/** One question about one variable; `values` is empty for `filled` and `empty`. */
export type ConditionTest = {
  variable: string;
  test: 'filled' | 'empty' | 'equals' | 'differs' | 'one_of';
  values: string[];
};
/** When a part is printed. */
export type Condition = { match: 'all' | 'any'; tests: ConditionTest[] };

export const emptyBody: Body = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The id of the field for a variable. */
export const variableId = (name: string): string => `isian-${name}`;

const isPlace = (node: BodyNode): boolean => node.type === 'variable' || node.type === 'variableTable';

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null && 'name' in value && String(value.name).trim() !== '';
}

function asVariable(node: BodyNode): Variable {
  const { name, label, kind, value, required, options, columns, minRows, maxRows } = node.attrs ?? {};
  return {
    name: String(name ?? ''),
    label: String(label ?? name ?? ''),
    kind: node.type === 'variableTable' ? 'table' : (variableKinds.find((known) => known === kind) ?? 'text'),
    value: isFilled(value) ? (value as VariableValue) : null,
    required: required !== false,
    ...(Array.isArray(options) ? { options: options.map(String) } : {}),
    ...(Array.isArray(columns) ? { columns: columns as TableColumn[] } : {}),
    ...(typeof minRows === 'number' ? { minRows } : {}),
    ...(typeof maxRows === 'number' ? { maxRows } : {}),
  };
}

/** Visits nodes in reading order; `enter` says whether to go into one. */
function walk(nodes: readonly BodyNode[] | undefined, visit: (node: BodyNode) => boolean): void {
  for (const node of nodes ?? []) if (visit(node)) walk(node.content, visit);
}

function collect(body: Body, enter: (node: BodyNode) => boolean): Variable[] {
  const found = new Map<string, Variable>();
  walk(body.content, (node) => {
    if (isPlace(node)) {
      const variable = asVariable(node);
      const known = found.get(variable.name);
      if (!known) found.set(variable.name, variable);
      else if (known.value === null && variable.kind === known.kind) known.value = variable.value;
    }
    return enter(node);
  });
  return [...found.values()];
}

/** Every variable of a body in reading order, each name once. */
export const listVariables = (body: Body): Variable[] => collect(body, () => true);

/** The variables that matter now: those of parts that are not printed are left out. */
export function listAskedVariables(body: Body): Variable[] {
  const all = listVariables(body);
  const values = new Map(all.map((variable) => [variable.name, variable]));
  const asked = collect(
    body,
    (node) => node.type !== 'conditional' || isMet(node.attrs?.condition as Condition, values),
  );
  // The value may stand in a part that is not printed.
  return asked.map((variable) => values.get(variable.name) ?? variable);
}

/** Whether a variable still keeps the letter from going its way. */
export const isMissing = ({ kind, value, required, minRows = 1 }: Variable): boolean =>
  required && (value === null || (kind === 'table' && Array.isArray(value) && value.length < minRows));

/** As the server decides it: whole values, letter by letter; what is not there is empty. */
function isMet(condition: Condition | null | undefined, variables: ReadonlyMap<string, Variable>): boolean {
  const holds = ({ variable, test, values }: ConditionTest): boolean => {
    const value = variables.get(variable)?.value ?? null;
    if (test === 'filled') return value !== null;
    if (test === 'empty') return value === null;
    const own = typeof value === 'string' ? value.trim() : '';
    const isAmong = (values ?? []).some((each) => each.trim() === own);
    return test === 'differs' ? !isAmong : isAmong;
  };
  if (!condition || !Array.isArray(condition.tests)) return false;
  return condition.match === 'any' ? condition.tests.some(holds) : condition.tests.every(holds);
}

/** A copy of the body in which every place of that name holds the value; null empties it. */
export function setVariable(body: Body, name: string, value: VariableValue | null): Body {
  const visit = (node: BodyNode): BodyNode => {
    if (isPlace(node) && node.attrs?.name === name) return { ...node, attrs: { ...node.attrs, value } };
    return node.content ? { ...node, content: node.content.map(visit) } : node;
  };
  return { ...body, content: body.content.map(visit) };
}

/** Whether the body says nothing yet. */
export function isEmptyBody(body: Body): boolean {
  const says = (node: BodyNode): boolean =>
    isPlace(node) || (node.text ?? '').trim() !== '' || (node.content ?? []).some(says);
  return !body.content.some(says);
}

/** Paragraphs, rows and cells of a body as plain text, each a line; what is no body has none. */
export function bodyLines(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || !('content' in body) || !Array.isArray(body.content)) return [];
  const textOf = (node: BodyNode): string => {
    if (node.type === 'hardBreak') return ' ';
    if (node.type === 'variable') return String(node.attrs?.value ?? `[${String(node.attrs?.label ?? '')}]`);
    return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
  };
  const visit = (node: BodyNode): string[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return [textOf(node)];
    if (node.type === 'detailsRow') return [`${String(node.attrs?.label ?? '')}: ${textOf(node)}`];
    if (node.type === 'image') return [`[${String(node.attrs?.alt ?? '')}]`];
    return (node.content ?? []).flatMap(visit);
  };
  return (body.content as BodyNode[]).flatMap(visit).filter((line) => line.trim() !== '');
}
