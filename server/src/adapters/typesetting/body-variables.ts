import { type InlineData, isObject, type Node, type Path } from './body-data.ts';
import { asDate, asMoney, asNumber, asTime, type PersonValue, personFields, readPerson } from './body-values.ts';
import { dateInWords, dateWithDay, numberInWords, printedNumber, rupiah, rupiahInWords } from './body-words.ts';
import { formatDate } from './document-parts.ts';
import type { TypesettingIssue } from './errors.ts';

/** What a place in the text can hold. `table` is a block of its own, `variableTable`; the rest stands within sentences. */
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

/** Limits of the variables of one body. */
export const variableLimits = {
  variables: 200,
  name: 120,
  label: 300,
  text: 10_000,
  paragraph: 20_000,
  options: 50,
  columns: 10,
  rows: 500,
  cell: 2000,
};

/** How an occurrence prints; the first of each kind is what it does when nothing is said. */
export const variableFormats = {
  date: ['weekday', 'long', 'words'],
  money: ['amount', 'words', 'amount_words'],
  number: ['amount', 'words', 'amount_words'],
  person: personFields,
} as const satisfies Partial<Record<VariableKind, readonly string[]>>;

/** One variable of a body: all places of that name share it. */
export type BodyVariable = {
  name: string;
  label: string;
  kind: VariableKind;
  required: boolean;
  options: string[];
  /** Attributes of the first place that names it. */
  attrs: Node;
  /** The first value found in reading order; null when nothing is filled in. */
  value: unknown;
  /** The first place that names it, and where the value stands; for faults. */
  place: Path;
  path: Path;
};

/** Whether a raw value says anything. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value)
    ? typeof value.name === 'string' && value.name.trim() !== ''
    : value !== null && value !== undefined;
}

const kindOf = (node: Node, attrs: Node): VariableKind =>
  node.type === 'variableTable'
    ? 'table'
    : (variableKinds.find((kind) => kind === attrs.kind && kind !== 'table') ?? 'text');

/**
 * The variables of a raw body in reading order. The first place of a name says what it is; the first value counts for
 * all its places, so that one name never prints two things. Walks without recursion and gives up past `budget` nodes.
 */
export function collectVariables(body: unknown, budget: number): Map<string, BodyVariable> {
  const found = new Map<string, BodyVariable>();
  const waiting: { node: unknown; path: Path; depth: number }[] = [{ node: body, path: [], depth: 0 }];
  for (let seen = 0; seen <= budget; seen++) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { node, path, depth } = next;
    if (!isObject(node)) continue;
    if ((node.type === 'variable' || node.type === 'variableTable') && isObject(node.attrs)) {
      note(found, node, node.attrs, path);
    }
    // Far deeper than the reader goes: what it refuses needs no variables.
    if (!Array.isArray(node.content) || depth > 60) continue;
    const room = Math.max(0, budget - seen - waiting.length);
    for (let index = Math.min(node.content.length, room) - 1; index >= 0; index--) {
      waiting.push({ node: node.content[index], path: [...path, 'content', index], depth: depth + 1 });
    }
  }
  return found;
}

function note(found: Map<string, BodyVariable>, node: Node, attrs: Node, path: Path): void {
  const name = String(typeof attrs.name === 'string' ? attrs.name : (attrs.label ?? ''));
  const known = found.get(name);
  if (known) {
    if (known.value === null && isFilled(attrs.value) && kindOf(node, attrs) === known.kind) {
      known.value = attrs.value;
      known.path = [...path, 'attrs', 'value'];
    }
    return;
  }
  found.set(name, {
    name,
    label: typeof attrs.label === 'string' && attrs.label !== '' ? attrs.label : name,
    kind: kindOf(node, attrs),
    required: attrs.required !== false,
    options: Array.isArray(attrs.options) ? attrs.options.filter((each) => typeof each === 'string') : [],
    attrs,
    value: isFilled(attrs.value) ? attrs.value : null,
    place: path,
    path: [...path, 'attrs', 'value'],
  });
}

/** Faults of what a variable says of itself and of its value; at most one of each. */
export function variableFaults(variable: BodyVariable): TypesettingIssue[] {
  const fault = (part: string, message: string): TypesettingIssue => ({
    path: [...variable.place, 'attrs', part],
    message,
  });
  const issues: TypesettingIssue[] = [];
  if (variable.name.length > variableLimits.name)
    issues.push(fault('name', `Nama isian paling banyak ${variableLimits.name} huruf.`));
  if (variable.label.length > variableLimits.label)
    issues.push(fault('label', `Label isian paling banyak ${variableLimits.label} huruf.`));
  if (variable.options.length > variableLimits.options)
    issues.push(fault('options', `Pilihan paling banyak ${variableLimits.options}.`));
  const message = variable.kind === 'table' || variable.value === null ? null : valueFault(variable);
  if (message !== null) issues.push({ path: variable.path, message });
  return issues;
}

function valueFault({ kind, value, options }: BodyVariable): string | null {
  if (kind === 'person') return readPerson(value) === null ? 'Pilih pegawai dari daftar, atau tulis namanya.' : null;
  if (typeof value !== 'string') return 'Harus berupa teks.';
  const most = kind === 'paragraph' ? variableLimits.paragraph : variableLimits.text;
  if (value.length > most) return `Isian ini paling banyak ${most} huruf.`;
  switch (kind) {
    case 'date':
      return asDate(value) === null ? 'Tanggal ditulis seperti 2026-11-30.' : null;
    case 'time':
      return asTime(value) === null ? 'Waktu ditulis seperti 09:00.' : null;
    case 'money':
      return asMoney(value) === null ? 'Uang ditulis dalam rupiah bulat, seperti 1250000.' : null;
    case 'number':
      return asNumber(value) === null ? 'Tulis bilangan seperti 12 atau 12.5.' : null;
    case 'choice':
      return options.length === 0 || options.includes(value) ? null : 'Pilih salah satu dari pilihan yang ada.';
    default:
      return null;
  }
}

/** The value as conditions compare it: canonical where the kind has such a form, `''` when nothing is filled in. */
export function comparable({ kind, value }: BodyVariable): string {
  if (kind === 'person') return readPerson(value)?.name.trim() ?? '';
  if (typeof value !== 'string') return '';
  const canonical =
    kind === 'date'
      ? asDate(value)?.iso
      : kind === 'money'
        ? asMoney(value)?.toString()
        : kind === 'number'
          ? asNumber(value)
          : null;
  return canonical ?? value.trim();
}

const pick = (format: unknown, amount: string, words: () => string): string =>
  format === 'words' ? words() : format === 'amount_words' ? `${amount} (${words()})` : amount;

/** The words that one place prints; null when nothing is filled in. Faulty values print as they stand. */
export function printedValue(variable: BodyVariable, attrs: Node): string | null {
  const { kind, value } = variable;
  if (value === null) return null;
  if (kind === 'person') {
    const person = readPerson(value);
    return person === null ? null : personField(person, attrs.format);
  }
  if (typeof value !== 'string') return null;
  if (kind === 'date') {
    const date = asDate(value);
    if (date?.iso === undefined) return value;
    if (attrs.format === 'words') return dateInWords(date.iso);
    return attrs.format === 'long' ? formatDate(date.iso) : dateWithDay(date.iso);
  }
  if (kind === 'time') return asTime(value) ?? value;
  if (kind === 'money') {
    const amount = asMoney(value);
    return amount === null ? value : pick(attrs.format, rupiah(amount), () => rupiahInWords(amount));
  }
  if (kind === 'number') {
    const number = asNumber(value);
    return number === null ? value : pick(attrs.format, printedNumber(number), () => numberInWords(number));
  }
  return value;
}

function personField(person: PersonValue, format: unknown): string {
  const field = personFields.find((each) => each === format) ?? 'name';
  // Somebody without an NIP or rank is no gap in the letter.
  return person[field].trim() || '-';
}

/** A label for one place: "Pegawai (NIP)" where a person's part is printed. */
export function placeLabel(variable: BodyVariable, attrs: Node): string {
  const parts: Record<string, string> = { nip: 'NIP', rank: 'pangkat', position: 'jabatan', unit: 'unit kerja' };
  const part = variable.kind === 'person' && typeof attrs.format === 'string' && Object.hasOwn(parts, attrs.format);
  return part ? `${variable.label} (${parts[String(attrs.format)]})` : variable.label;
}

/** Lines of a value as inline pieces; more than one only for a `paragraph`. */
export function pieces(
  label: string,
  value: string,
  isLong: boolean,
  marks: string[],
  soften: (text: string) => string,
): InlineData[] {
  const lines = isLong ? value.trim().split(/\r\n?|\n/) : [value];
  return lines.flatMap((line, index): InlineData[] => [
    ...(index > 0 ? [{ k: 'br' as const }] : []),
    ...(line === '' && index > 0 ? [] : [{ k: 'var' as const, label, value: soften(line), m: marks, missing: false }]),
  ]);
}
