import { z } from 'zod';

/** What a placeholder holds: decides the field in the form and how the value is printed. */
const variableKinds = ['text', 'paragraph', 'date', 'time', 'money', 'number', 'person', 'choice'] as const;

const variableAttrs = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_]*$/),
    label: z.string().min(1),
    kind: z.enum(variableKinds),
    value: z.string().nullable(),
    required: z.boolean(),
    options: z.array(z.string().min(1)).min(1).optional(),
    /** How this place prints the value: a date in words, a person's rank. */
    format: z
      .enum(['weekday', 'long', 'words', 'amount', 'amount_words', 'name', 'nip', 'rank', 'position', 'unit'])
      .optional(),
  })
  .refine((attrs) => (attrs.kind === 'choice') === (attrs.options !== undefined), 'options belong to a choice')
  .refine((attrs) => attrs.value === null || (attrs.options?.includes(attrs.value) ?? true), 'value is not an option');

/** A placeholder's attributes: `value` null until filled, then exactly the words that the letter prints. */
export type VariableAttrs = z.infer<typeof variableAttrs>;

const mark = z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'strike']) });
const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() });
const hardBreak = z.strictObject({ type: z.literal('hardBreak') });
const variable = z.strictObject({ type: z.literal('variable'), attrs: variableAttrs });
const inline = z.array(z.discriminatedUnion('type', [text, hardBreak, variable]));

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline.optional() });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(1).max(3) }),
  content: inline.optional(),
});
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') });
/** "hari, tanggal : …": one label and what stands after its colon. */
const detailsRow = z.strictObject({
  type: z.literal('detailsRow'),
  attrs: z.strictObject({ label: z.string().min(1) }),
  content: inline,
});
const details = z.strictObject({ type: z.literal('details'), content: z.array(detailsRow).min(1) });
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.union([paragraph, bulletList, orderedList])).min(1);
  },
});
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int() }).optional(),
  content: z.array(listItem).min(1),
});
const tableCell = z.strictObject({ type: z.enum(['tableCell', 'tableHeader']), content: z.array(paragraph).min(1) });
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCell).min(1) });
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1) });
/** A table that the drafter fills, one row after another. */
const variableTable = z.strictObject({
  type: z.literal('variableTable'),
  attrs: z.strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_]*$/),
    label: z.string().min(1),
    columns: z
      .array(z.strictObject({ label: z.string().min(1), kind: z.enum(['text', 'number', 'money', 'date', 'person']) }))
      .min(1),
    minRows: z.int().min(0),
    maxRows: z.int().min(1),
    numbered: z.boolean(),
    total: z.int().nullable(),
    value: z.tuple([]),
    required: z.boolean(),
  }),
});

/** The part of a letter's document that the shipped templates use; no node outside this list, never raw HTML. */
export const templateBodySchema = z.strictObject({
  type: z.literal('doc'),
  content: z
    .array(
      z.discriminatedUnion('type', [
        paragraph,
        heading,
        horizontalRule,
        details,
        bulletList,
        orderedList,
        table,
        variableTable,
      ]),
    )
    .min(1),
});
export type TemplateBody = z.infer<typeof templateBodySchema>;

type AnyNode = { type: string; attrs?: unknown; content?: AnyNode[] | undefined };

/** Every placeholder of a body in reading order; one name may occur several times. */
export function listVariables(body: TemplateBody): VariableAttrs[] {
  const found: VariableAttrs[] = [];
  const visit = (node: AnyNode): void => {
    if (node.type === 'variable') found.push(variableAttrs.parse(node.attrs));
    node.content?.forEach(visit);
  };
  visit(body);
  return found;
}

/**
 * A copy of the body with the named placeholders filled; names that the body does not have are ignored.
 * ISO dates, times (HH:MM) and whole rupiah are turned into the words printed; anything else is printed as given.
 */
export function fillVariables(body: TemplateBody, values: Readonly<Record<string, string>>): TemplateBody {
  const filled = structuredClone(body);
  const visit = (node: AnyNode): void => {
    if (node.type === 'variable') {
      const attrs = variableAttrs.parse(node.attrs);
      const value = values[attrs.name];
      if (value !== undefined) node.attrs = { ...attrs, value: printedValue(attrs.kind, value) };
    }
    node.content?.forEach(visit);
  };
  visit(filled);
  return filled;
}

const printedDate = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const printedNumber = new Intl.NumberFormat('id-ID');

/** "2026-11-30" → "Senin, 30 November 2026"; "09:00" → "09.00"; "12500000" → "Rp12.500.000,00". */
export function printedValue(kind: VariableAttrs['kind'], value: string): string {
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return printedDate.format(new Date(`${value}T00:00:00Z`));
  if (kind === 'time' && /^\d{2}:\d{2}$/.test(value)) return value.replace(':', '.');
  if (kind === 'money' && /^\d+$/.test(value)) return `Rp${printedNumber.format(BigInt(value))},00`;
  return value;
}
