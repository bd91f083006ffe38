import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variable } from '../../../components/editor/body.ts';
import { inputValue, printedValue, variableId } from '../rules.ts';
import styles from './writing.module.css';

type VariableFieldsProps = {
  variables: Variable[];
  errorOf: (fieldId: string) => string | null;
  onChange: (name: string, value: string | null) => void;
};

/** What a template leaves open, as a short form; dates and times share a line. */
export function VariableFields({ variables, errorOf, onChange }: VariableFieldsProps) {
  return (
    <div className={styles.variables}>
      {variables.map((variable) => (
        <div
          key={variable.name}
          data-narrow={variable.kind === 'time' || variable.kind === 'date' ? variable.kind : undefined}
        >
          <VariableField
            variable={variable}
            error={errorOf(variableId(variable.name))}
            onChange={(value) => onChange(variable.name, value)}
          />
        </div>
      ))}
    </div>
  );
}

type FieldProps = { variable: Variable; error: string | null; onChange: (value: string | null) => void };

function VariableField({ variable, error, onChange }: FieldProps) {
  const { t } = useTranslation('writing');
  const { kind, label, value, options } = variable;
  const shared = { id: variableId(variable.name), label, error };
  if (kind === 'choice') {
    return (
      <NativeSelect
        {...shared}
        value={value ?? ''}
        data={[
          { value: '', label: t('choose') },
          ...(options ?? []).map((option) => ({ value: option, label: option })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  }
  if (kind === 'text') {
    return (
      <Textarea
        {...shared}
        minRows={1}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  }
  return <TypedField {...shared} variable={variable} onChange={onChange} />;
}

/** A control whose value is not the printed words; the words stand below it, so that one sees what is printed. */
function TypedField({ variable, onChange, ...shared }: FieldProps & { id: string; label: string }) {
  const { t } = useTranslation('writing');
  const { kind, value } = variable;
  const typed = inputValue(kind, value);
  // While a date is half typed the control holds nothing that could be printed.
  const [raw, setRaw] = useState(typed);
  const shown = printedValue(kind, raw) === value ? raw : typed;
  const note = kind === 'time' ? null : value && value !== shown ? t('printed', { value }) : null;
  return (
    <TextInput
      {...shared}
      type={kind === 'money' ? 'text' : kind}
      inputMode={kind === 'money' ? 'numeric' : undefined}
      value={shown}
      {...(note ? { description: note, inputWrapperOrder: ['label', 'input', 'description', 'error'] as const } : {})}
      onChange={(event) => {
        const next = kind === 'money' ? event.currentTarget.value.replaceAll(/\D/g, '') : event.currentTarget.value;
        setRaw(next);
        onChange(printedValue(kind, next));
      }}
    />
  );
}
