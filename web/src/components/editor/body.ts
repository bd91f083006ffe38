/** A ProseMirror node as the API takes it; our own `variable`, `details` and `detailsRow` beside Tiptap's kit. */
export type BodyNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: BodyNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
};
export type Body = { type: 'doc'; content: BodyNode[] };

export const variableKinds = ['text', 'date', 'time', 'money', 'choice'] as const;
export type VariableKind = (typeof variableKinds)[number];

/** A place in the text that is filled by a form; `value` holds the very words that are printed. */
export type Variable = {
  name: string;
  label: string;
  kind: VariableKind;
  value: string | null;
  required: boolean;
  options?: string[];
};

export const emptyBody: Body = { type: 'doc', content: [{ type: 'paragraph' }] };

function asVariable(node: BodyNode): Variable {
  const { name, label, kind, value, required, options } = node.attrs ?? {};
  return {
    name: String(name ?? ''),
    label: String(label ?? name ?? ''),
    kind: variableKinds.find((known) => known === kind) ?? 'text',
    value: typeof value === 'string' && value !== '' ? value : null,
    required: required !== false,
    ...(Array.isArray(options) ? { options: options.map(String) } : {}),
  };
}

/** Every variable of a body in reading order, each name once. */
export function listVariables(body: Body): Variable[] {
  const found = new Map<string, Variable>();
  const visit = (nodes: readonly BodyNode[] = []): void => {
    for (const node of nodes) {
      if (node.type === 'variable') {
        const variable = asVariable(node);
        if (!found.has(variable.name)) found.set(variable.name, variable);
      }
      visit(node.content);
    }
  };
  visit(body.content);
  return [...found.values()];
}

/** A copy of the body in which every variable of that name holds the value; null empties it. */
export function setVariable(body: Body, name: string, value: string | null): Body {
  const visit = (node: BodyNode): BodyNode => {
    if (node.type === 'variable' && node.attrs?.name === name) return { ...node, attrs: { ...node.attrs, value } };
    return node.content ? { ...node, content: node.content.map(visit) } : node;
  };
  return { ...body, content: body.content.map(visit) };
}

/** Whether the body says nothing yet. */
export function isEmptyBody(body: Body): boolean {
  const says = (node: BodyNode): boolean =>
    node.type === 'variable' || (node.text ?? '').trim() !== '' || (node.content ?? []).some(says);
  return !body.content.some(says);
}
