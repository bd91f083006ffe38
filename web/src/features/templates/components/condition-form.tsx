import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition, ConditionTest, Variable } from '../../../components/editor/body.ts';
import { Choice } from '../../../components/ui/choice.tsx';
import { ValueField } from '../../../components/variable-fields/value-field.tsx';
import { conditionFault } from '../fields.ts';
import styles from './templates.module.css';

const tests: ConditionTest['test'][] = ['filled', 'empty', 'equals', 'differs', 'one_of'];
const mostTests = 4;

type ConditionFormProps = {
  condition: Condition;
  variables: Variable[];
  act: string;
  onDone: (condition: Condition) => void;
};

/** When a part is printed: up to four questions about fields, joined by all or any. */
export function ConditionForm({ condition: start, variables, act, onDone }: ConditionFormProps) {
  const { t } = useTranslation('templates');
  const [condition, setCondition] = useState(start);
  const [fault, setFault] = useState<ReturnType<typeof conditionFault>>(null);
  const setTest = (at: number, change: Partial<ConditionTest>): void =>
    setCondition((before) => ({
      ...before,
      tests: before.tests.map((test, index) => (index === at ? { ...test, ...change } : test)),
    }));
  const keys = condition.tests.map((_, at) => `syarat-${at}`);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const found = conditionFault(condition);
        setFault(found);
        if (!found) onDone(condition);
      }}
    >
      <p className={styles.note}>{t('condition.about')}</p>
      {condition.tests.map((test, at) => (
        <fieldset key={keys[at]} className={styles.test}>
          <legend className={styles.legend}>{t('condition.one', { number: at + 1 })}</legend>
          <NativeSelect
            label={t('condition.field')}
            value={test.variable}
            data={[
              { value: '', label: t('condition.choose') },
              ...variables.map(({ name, label }) => ({ value: name, label })),
            ]}
            onChange={(event) => setTest(at, { variable: event.currentTarget.value, test: 'filled', values: [] })}
          />
          <NativeSelect
            label={t('condition.test')}
            value={test.test}
            data={testsFor(variables.find(({ name }) => name === test.variable)).map((value) => ({
              value,
              label: t(`condition.tests.${value}`),
            }))}
            onChange={(event) => {
              const next = tests.find((one) => one === event.currentTarget.value) ?? 'filled';
              setTest(at, {
                test: next,
                values: next === 'filled' || next === 'empty' ? [] : test.values.slice(0, next === 'one_of' ? 20 : 1),
              });
            }}
          />
          <Values
            at={at}
            test={test}
            variable={variables.find(({ name }) => name === test.variable)}
            onChange={(values) => setTest(at, { values })}
          />
          {condition.tests.length > 1 && (
            <button
              type="button"
              className={styles.iconAct}
              aria-label={t('condition.remove', { number: at + 1 })}
              onClick={() =>
                setCondition((before) => ({ ...before, tests: before.tests.filter((_, index) => index !== at) }))
              }
            >
              <IconTrash size={18} stroke={1.75} aria-hidden />
            </button>
          )}
        </fieldset>
      ))}
      {fault && (
        <p role="alert" className={styles.error}>
          {t(`condition.faults.${fault}`)}
        </p>
      )}
      {condition.tests.length < mostTests && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
            onClick={() =>
              setCondition((before) => ({
                ...before,
                tests: [...before.tests, { variable: '', test: 'filled', values: [] }],
              }))
            }
          >
            {t('condition.add')}
          </Button>
        </div>
      )}
      {condition.tests.length > 1 && (
        <Choice
          label={t('condition.match')}
          value={condition.match}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`condition.matches.${value}`) }))}
          onChange={(match) => setCondition((before) => ({ ...before, match }))}
        />
      )}
      <div className={styles.formActs}>
        <Button type="submit">{act}</Button>
      </div>
    </form>
  );
}

const testsFor = (variable: Variable | undefined): ConditionTest['test'][] =>
  variable?.kind === 'person' || variable?.kind === 'table' ? ['filled', 'empty'] : tests;

type ValuesProps = {
  at: number;
  test: ConditionTest;
  variable: Variable | undefined;
  onChange: (values: string[]) => void;
};

function Values({ at, test, variable, onChange }: ValuesProps) {
  const { t } = useTranslation('templates');
  if (
    !variable ||
    test.test === 'filled' ||
    test.test === 'empty' ||
    variable.kind === 'person' ||
    variable.kind === 'table'
  )
    return null;
  if (test.test === 'one_of') {
    return (
      <Textarea
        label={t('condition.values')}
        description={t('tools.choicesHelp')}
        minRows={2}
        autosize
        value={test.values.join('\n')}
        onChange={(event) => onChange(event.currentTarget.value.split('\n').slice(0, 20))}
      />
    );
  }
  return (
    <ValueField
      id={`syarat-nilai-${at}`}
      label={t('condition.value')}
      error={null}
      kind={variable.kind}
      options={variable.options ?? []}
      value={test.values[0] ?? null}
      onChange={(value) => onChange(value === null ? [] : [value])}
    />
  );
}
