import type { TFunction } from 'i18next';
import type { Condition } from './body.ts';

/** A condition as a sentence: "Dicetak bila Cara adalah Daring atau Tautan terisi." */
export function conditionSentence(
  condition: Condition | null | undefined,
  labelOf: (name: string) => string,
  t: TFunction<'editor'>,
  language: string,
): string {
  if (!condition || !Array.isArray(condition.tests) || condition.tests.length === 0) return t('condition.none');
  const any = new Intl.ListFormat(language, { type: 'disjunction' });
  const joined = new Intl.ListFormat(language, { type: condition.match === 'any' ? 'disjunction' : 'conjunction' });
  const parts = condition.tests.map(({ variable, test, values }) =>
    t(`condition.${test}`, { label: labelOf(variable), value: any.format(values ?? []) }),
  );
  return t('condition.when', { parts: joined.format(parts) });
}
