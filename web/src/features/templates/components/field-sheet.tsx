import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnKinds, variableKinds } from '../../../components/editor/body.ts';
import { type FieldDraft, fieldFault, formats } from '../fields.ts';
import styles from './templates.module.css';

type FieldFormProps = {
  field: FieldDraft;
  /** What the button says. */
  act: string;
  /** A field that stands elsewhere too keeps its kind. */
  kindFixed: boolean;
  onDone: (field: FieldDraft) => void;
};

/** A field: what it is called, what it holds, how it prints here. */
export function FieldForm({ field: start, act, kindFixed, onDone }: FieldFormProps) {
  const { t } = useTranslation('templates');
  const [field, setField] = useState(start);
  const [fault, setFault] = useState<ReturnType<typeof fieldFault>>(null);
  const set = (change: Partial<FieldDraft>): void => setField((before) => ({ ...before, ...change }));
  const ways = formats[field.kind];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const found = fieldFault(field);
        setFault(found);
        if (!found) onDone(field);
      }}
    >
      <TextInput
        data-autofocus
        label={t('tools.label')}
        description={t('tools.labelHelp')}
        value={field.label}
        maxLength={120}
        error={fault === 'label' ? t('tools.faults.label') : null}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('tools.kind')}
        value={field.kind}
        disabled={kindFixed}
        data={variableKinds.map((value) => ({ value, label: t(`tools.kinds.${value}`) }))}
        onChange={(event) => {
          const kind = variableKinds.find((one) => one === event.currentTarget.value);
          if (kind) set({ kind, format: '' });
        }}
      />
      {field.kind === 'choice' && (
        <Textarea
          label={t('tools.choices')}
          description={t('tools.choicesHelp')}
          minRows={3}
          autosize
          value={field.options}
          error={fault === 'choices' ? t('tools.faults.choices') : null}
          onChange={(event) => set({ options: event.currentTarget.value })}
        />
      )}
      {ways && (
        <NativeSelect
          label={t('tools.format')}
          value={field.format || ways[0]}
          data={ways.map((value) => ({ value, label: t(`tools.formats.${field.kind}.${value}`) }))}
          onChange={(event) => set({ format: event.currentTarget.value })}
        />
      )}
      {field.kind === 'table' && <Columns field={field} fault={fault} onChange={set} />}
      <Checkbox
        label={t('tools.required')}
        checked={field.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
      {field.kind !== 'table' && (
        <Checkbox
          label={t('tools.hidden')}
          description={t('tools.hiddenHelp')}
          checked={field.hidden}
          onChange={(event) => set({ hidden: event.currentTarget.checked })}
        />
      )}
      <div className={styles.formActs}>
        <Button type="submit">{act}</Button>
      </div>
    </form>
  );
}

type ColumnsProps = {
  field: FieldDraft;
  fault: ReturnType<typeof fieldFault>;
  onChange: (change: Partial<FieldDraft>) => void;
};

function Columns({ field, fault, onChange }: ColumnsProps) {
  const { t } = useTranslation('templates');
  const { columns, minRows, maxRows, numbered, total } = field;
  const keys = columns.map((_, at) => `kolom-${at}`);
  const rows = (value: string | number): number => Math.min(500, Math.max(0, Math.round(Number(value) || 0)));
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{t('tools.columns')}</legend>
      {columns.map((column, at) => (
        <div key={keys[at]} className={styles.column}>
          <TextInput
            aria-label={t('tools.columnName', { number: at + 1 })}
            placeholder={t('tools.columnName', { number: at + 1 })}
            value={column.label}
            maxLength={120}
            onChange={(event) => {
              const label = event.currentTarget.value;
              onChange({ columns: columns.map((each, index) => (index === at ? { ...each, label } : each)) });
            }}
          />
          <NativeSelect
            aria-label={t('tools.columnKind', { number: at + 1 })}
            value={column.kind}
            data={columnKinds.map((value) => ({ value, label: t(`tools.kinds.${value}`) }))}
            onChange={(event) => {
              const kind = columnKinds.find((one) => one === event.currentTarget.value) ?? 'text';
              onChange({
                columns: columns.map((each, index) => (index === at ? { ...each, kind } : each)),
                ...(total === at && kind !== 'money' && kind !== 'number' ? { total: -1 } : {}),
              });
            }}
          />
          <button
            type="button"
            className={styles.iconAct}
            aria-label={t('tools.columnRemove', { number: at + 1 })}
            disabled={columns.length === 1}
            onClick={() => onChange({ columns: columns.filter((_, index) => index !== at), total: -1 })}
          >
            <IconTrash size={18} stroke={1.75} aria-hidden />
          </button>
        </div>
      ))}
      {fault === 'columns' && (
        <p role="alert" className={styles.error}>
          {t('tools.faults.columns')}
        </p>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
        disabled={columns.length >= 10}
        onClick={() => onChange({ columns: [...columns, { label: '', kind: 'text' }] })}
      >
        {t('tools.columnAdd')}
      </Button>
      <div className={styles.pair}>
        <NumberInput
          label={t('tools.minRows')}
          value={minRows}
          min={0}
          max={500}
          error={fault === 'rows' ? t('tools.faults.rows') : null}
          onChange={(value) => onChange({ minRows: rows(value) })}
        />
        <NumberInput
          label={t('tools.maxRows')}
          value={maxRows}
          min={1}
          max={500}
          onChange={(value) => onChange({ maxRows: Math.max(1, rows(value)) })}
        />
      </div>
      <NativeSelect
        label={t('tools.total')}
        value={String(total)}
        data={[
          { value: '-1', label: t('tools.noTotal') },
          ...columns.flatMap(({ label, kind }, at) =>
            kind === 'money' || kind === 'number'
              ? [{ value: String(at), label: label || t('tools.columnName', { number: at + 1 }) }]
              : [],
          ),
        ]}
        onChange={(event) => onChange({ total: Number(event.currentTarget.value) })}
      />
      <Checkbox
        label={t('tools.numbered')}
        checked={numbered}
        onChange={(event) => onChange({ numbered: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
