import {
  type Body,
  type BodyNode,
  type Condition,
  listVariables,
  type TableColumn,
  type VariableKind,
} from '../../components/editor/body.ts';
import { fieldName } from './draft.ts';

/** A field as its form has it; the same shape makes a place in a sentence and a table. */
export type FieldDraft = {
  label: string;
  kind: VariableKind;
  required: boolean;
  /** Asked for, and printed nowhere by this place. */
  hidden: boolean;
  /** How this place prints; empty for the usual way. */
  format: string;
  /** One a line. */
  options: string;
  columns: TableColumn[];
  minRows: number;
  maxRows: number;
  numbered: boolean;
  /** The column that is added up; -1 for none. */
  total: number;
};

export const newField: FieldDraft = {
  label: '',
  kind: 'text',
  required: true,
  hidden: false,
  format: '',
  options: '',
  columns: [{ label: '', kind: 'text' }],
  minRows: 1,
  maxRows: 50,
  numbered: true,
  total: -1,
};

/** How a place of each kind may print; the first is the usual way. */
export const formats: Partial<Record<VariableKind, readonly string[]>> = {
  date: ['weekday', 'long', 'words'],
  money: ['amount', 'words', 'amount_words'],
  number: ['amount', 'words', 'amount_words'],
  person: ['name', 'nip', 'rank', 'position', 'unit'],
};

export const optionsOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** What is wrong with a field, as a key of `tools.faults`; null when it can be inserted. */
export function fieldFault(field: FieldDraft): 'label' | 'choices' | 'columns' | 'rows' | null {
  if (!/^[a-z]/.test(fieldName(field.label))) return 'label';
  if (field.kind === 'choice' && optionsOf(field.options).length < 2) return 'choices';
  if (field.kind !== 'table') return null;
  if (field.columns.length === 0 || field.columns.some(({ label }) => label.trim() === '')) return 'columns';
  return field.minRows > field.maxRows ? 'rows' : null;
}

/** The name that a new label is kept under: its own, or with a number where another field has it. */
export function freeName(label: string, body: Body): string {
  const taken = new Map(listVariables(body).map((variable) => [variable.name, variable.label]));
  const base = fieldName(label);
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`.slice(0, 60);
  return name;
}

/** The node for a field. */
export function fieldNode(field: FieldDraft, name: string): BodyNode {
  const shared = { name, label: field.label.trim(), required: field.required, value: null };
  if (field.kind === 'table') {
    const { minRows, maxRows, numbered, total } = field;
    const columns = field.columns.map(({ label, kind }) => ({ label: label.trim(), kind }));
    return {
      type: 'variableTable',
      attrs: { ...shared, columns, minRows, maxRows, numbered, total: total < 0 ? null : total },
    };
  }
  return {
    type: 'variable',
    attrs: {
      ...shared,
      kind: field.kind,
      hidden: field.hidden,
      format: field.format === '' || field.format === formats[field.kind]?.[0] ? null : field.format,
      options: field.kind === 'choice' ? optionsOf(field.options) : null,
    },
  };
}

/** The form's shape of a node that stands in the text. */
export function draftOfNode(type: string, attrs: Record<string, unknown>): FieldDraft {
  const [kind] = listVariables({ type: 'doc', content: [{ type, attrs }] });
  return {
    ...newField,
    label: String(attrs.label ?? ''),
    kind: kind?.kind ?? 'text',
    required: attrs.required !== false,
    hidden: attrs.hidden === true,
    format: typeof attrs.format === 'string' ? attrs.format : '',
    options: Array.isArray(attrs.options) ? attrs.options.join('\n') : '',
    columns: kind?.columns ?? newField.columns,
    minRows: kind?.minRows ?? newField.minRows,
    maxRows: kind?.maxRows ?? newField.maxRows,
    numbered: attrs.numbered === true,
    total: typeof attrs.total === 'number' ? attrs.total : -1,
  };
}

/** What is wrong with a condition, as a key of `condition.faults`. */
export function conditionFault(condition: Condition): 'field' | 'value' | null {
  if (condition.tests.some(({ variable }) => variable === '')) return 'field';
  const asksValue = (test: string): boolean => test !== 'filled' && test !== 'empty';
  return condition.tests.some(
    ({ test, values }) => asksValue(test) && values.filter((value) => value.trim() !== '').length === 0,
  )
    ? 'value'
    : null;
}

/** Paragraphs, rows and cells as plain text with fields in brackets and conditions spelled, for comparing versions. */
export function wordingOf(body: Body, sentence: (condition: Condition) => string): string[] {
  const lines: string[] = [];
  const inline = (node: BodyNode): string =>
    node.type === 'variable'
      ? `[${String(node.attrs?.label ?? node.attrs?.name)}]`
      : (node.text ?? '') + (node.content ?? []).map(inline).join('');
  const visit = (node: BodyNode): void => {
    if (node.type === 'paragraph' || node.type === 'heading') lines.push(inline(node));
    else if (node.type === 'detailsRow') lines.push(`${String(node.attrs?.label ?? '')}: ${inline(node)}`);
    else if (node.type === 'variableTable') {
      const columns = (node.attrs?.columns as TableColumn[] | null) ?? [];
      lines.push(`[${String(node.attrs?.label)}: ${columns.map(({ label }) => label).join(', ')}]`);
    } else {
      if (node.type === 'conditional') lines.push(sentence(node.attrs?.condition as Condition));
      (node.content ?? []).forEach(visit);
    }
  };
  body.content.forEach(visit);
  return lines.filter((line) => line.trim() !== '');
}
