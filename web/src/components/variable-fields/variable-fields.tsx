import { useTranslation } from 'react-i18next';
import { type Variable, type VariableValue, variableId } from '../editor/body.ts';
import { PersonField } from './person-field.tsx';
import { TableField } from './table-field.tsx';
import { ValueField } from './value-field.tsx';
import styles from './variable-fields.module.css';

type VariableFieldsProps = {
  variables: Variable[];
  errorOf: (fieldId: string) => string | null;
  onChange: (name: string, value: VariableValue | null) => void;
};

/** What a template leaves open, as a short form: each kind with its own control; short ones share a line. */
export function VariableFields({ variables, errorOf, onChange }: VariableFieldsProps) {
  return (
    <div className={styles.fields}>
      {variables.map((variable) => (
        <div key={variable.name} data-narrow={narrow.find((kind) => kind === variable.kind)}>
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

const narrow = ['date', 'time', 'money', 'number'] as const;

type FieldProps = { variable: Variable; error: string | null; onChange: (value: VariableValue | null) => void };

function VariableField({ variable, error, onChange }: FieldProps) {
  const { t } = useTranslation('fields');
  const { kind, value, required } = variable;
  const label = required ? variable.label : t('optional', { label: variable.label });
  const id = variableId(variable.name);
  if (kind === 'table') {
    return (
      <TableField
        id={id}
        label={label}
        error={error}
        columns={variable.columns ?? []}
        minRows={variable.minRows ?? 1}
        maxRows={variable.maxRows ?? 500}
        rows={Array.isArray(value) ? value : []}
        onChange={onChange}
      />
    );
  }
  if (kind === 'person') {
    const person = typeof value === 'string' ? { name: value, nip: '', rank: '', position: '', unit: '' } : value;
    return (
      <PersonField
        id={id}
        label={label}
        error={error}
        value={person === null || Array.isArray(person) ? null : person}
        onChange={onChange}
      />
    );
  }
  return (
    <ValueField
      id={id}
      label={label}
      error={error}
      kind={kind}
      options={variable.options ?? []}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}
