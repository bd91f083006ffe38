import { isObject } from './body-data.ts';
import { asDate, asMoney, asNumber } from './body-values.ts';
import { type BodyVariable, comparable, isFilled } from './body-variables.ts';

/** What can be asked of one variable. */
export const conditionTests = ['filled', 'empty', 'equals', 'differs', 'one_of'] as const;

/** One question. `values` is empty for `filled` and `empty`, one for `equals` and `differs`, some for `one_of`. */
export type ConditionTest = { variable: string; test: (typeof conditionTests)[number]; values: string[] };

/** When a part is printed: all, or any, of up to four questions. There is nothing else: no code, no nesting, no loops. */
export type Condition = { match: 'all' | 'any'; tests: ConditionTest[] };

export const conditionLimits = { tests: 4, values: 20, value: 200, depth: 3, parts: 100 };

type Issue = { path: (string | number)[]; message: string };

/** Reads a condition; all faults with their paths below it. */
export function readCondition(raw: unknown): { condition: Condition; issues: Issue[] } {
  const condition: Condition = { match: 'all', tests: [] };
  if (!isObject(raw)) return { condition, issues: [{ path: [], message: 'Bagian bersyarat harus bersyarat.' }] };
  const issues: Issue[] = [];
  if (raw.match === 'any') condition.match = 'any';
  else if (raw.match !== 'all') issues.push({ path: ['match'], message: 'Harus "all" atau "any".' });
  if (!Array.isArray(raw.tests) || raw.tests.length === 0 || raw.tests.length > conditionLimits.tests) {
    issues.push({ path: ['tests'], message: `Harus 1 sampai ${conditionLimits.tests} syarat.` });
    return { condition, issues };
  }
  for (const [index, each] of raw.tests.entries()) {
    const test = readTest(each);
    if (typeof test === 'string') issues.push({ path: ['tests', index], message: test });
    else condition.tests.push(test);
  }
  return { condition, issues };
}

function readTest(raw: unknown): ConditionTest | string {
  if (!isObject(raw) || typeof raw.variable !== 'string' || raw.variable === '' || raw.variable.length > 120)
    return 'Syarat harus menyebut nama isian.';
  const test = conditionTests.find((known) => known === raw.test);
  if (test === undefined) return 'Syarat harus berupa "filled", "empty", "equals", "differs", atau "one_of".';
  const values = raw.values === undefined || raw.values === null ? [] : raw.values;
  if (
    !Array.isArray(values) ||
    !values.every((value) => typeof value === 'string' && value.length <= conditionLimits.value)
  )
    return `Nilai syarat harus berupa teks paling banyak ${conditionLimits.value} huruf.`;
  if (test === 'filled' || test === 'empty') return { variable: raw.variable, test, values: [] };
  if (test !== 'one_of' && values.length !== 1) return 'Syarat ini harus menyebut tepat satu nilai.';
  if (values.length === 0 || values.length > conditionLimits.values)
    return `Syarat ini harus menyebut 1 sampai ${conditionLimits.values} nilai.`;
  return { variable: raw.variable, test, values };
}

/** A value of a condition in the form that the variable's own value is compared in. */
function canonical(value: string, kind: BodyVariable['kind'] | undefined): string {
  const found =
    kind === 'date'
      ? asDate(value)?.iso
      : kind === 'money'
        ? asMoney(value)?.toString()
        : kind === 'number'
          ? asNumber(value)
          : null;
  return found ?? value.trim();
}

/** Whether the part is printed. A variable that is not in the body is empty; equality is of whole values, letter by letter. */
export function isMet(condition: Condition, variables: ReadonlyMap<string, BodyVariable>): boolean {
  const holds = ({ variable, test, values }: ConditionTest): boolean => {
    const found = variables.get(variable);
    if (test === 'filled') return isFilled(found?.value);
    if (test === 'empty') return !isFilled(found?.value);
    const own = found ? comparable(found) : '';
    const isAmong = values.some((value) => canonical(value, found?.kind) === own);
    return test === 'differs' ? !isAmong : isAmong;
  };
  return condition.match === 'any' ? condition.tests.some(holds) : condition.tests.every(holds);
}
