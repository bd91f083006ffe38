import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableKind } from '../editor/body.ts';
import { chipWords, grouped, storedForm } from '../editor/printed.ts';

export type ValueFieldProps = {
  id: string;
  label: string;
  error: string | null;
  kind: Exclude<VariableKind, 'person' | 'table'>;
  options?: string[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** The label is heard, not shown: in a table, whose column says it. */
  quiet?: boolean;
};

/** The control for a value that is text in its stored form. */
export function ValueField(props: ValueFieldProps) {
  const { id, label, error, kind, options = [], value, onChange, quiet } = props;
  const { t } = useTranslation('fields');
  const shared = { id, error, ...(quiet ? { 'aria-label': label } : { label }) };
  if (kind === 'choice') {
    return (
      <NativeSelect
        {...shared}
        value={value ?? ''}
        data={[{ value: '', label: t('choose') }, ...options.map((option) => ({ value: option, label: option }))]}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  }
  if (kind === 'text' || kind === 'paragraph') {
    return (
      <Textarea
        {...shared}
        minRows={kind === 'paragraph' ? 4 : 1}
        maxLength={kind === 'paragraph' ? 20_000 : 10_000}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    );
  }
  return kind === 'money' || kind === 'number' ? <AmountField {...props} /> : <MomentField {...props} />;
}

/** Digits with points while one types; a number may have a comma. */
function AmountField({ id, label, error, kind, value, onChange, quiet }: ValueFieldProps) {
  const [text, setText] = useState(() => shownAmount(kind, value));
  // Another place, or an undo, has changed the value: what is typed then no longer says it.
  const shown = storedAmount(kind, text) === value ? text : shownAmount(kind, value);
  return (
    <TextInput
      id={id}
      {...(quiet ? { 'aria-label': label } : { label })}
      error={error}
      inputMode={kind === 'money' ? 'numeric' : 'decimal'}
      leftSection={kind === 'money' ? <span aria-hidden>Rp</span> : undefined}
      value={shown}
      onChange={(event) => {
        const next = tidyAmount(kind, event.currentTarget.value);
        setText(next);
        onChange(storedAmount(kind, next));
      }}
    />
  );
}

function tidyAmount(kind: string, typed: string): string {
  if (kind === 'money')
    return grouped(
      typed
        .replaceAll(/\D/g, '')
        .replace(/^0+(?=\d)/, '')
        .slice(0, 15),
    );
  const [whole = '', ...rest] = typed.replaceAll(/[^\d,-]/g, '').split(',');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = grouped(
    whole
      .replaceAll(/\D/g, '')
      .replace(/^0+(?=\d)/, '')
      .slice(0, 15),
  );
  return `${sign}${digits}${rest.length > 0 ? `,${rest.join('').replaceAll('-', '').slice(0, 6)}` : ''}`;
}

/** What is typed → what is stored; null for nothing, or a number that is not whole yet. */
function storedAmount(kind: string, text: string): string | null {
  const plain = text.replaceAll('.', '');
  if (kind === 'money') return plain === '' ? null : plain;
  const number = plain.replace(',', '.').replace(/\.$/, '');
  return /^-?\d+(\.\d+)?$/.test(number) ? number : null;
}

const shownAmount = (kind: string, value: string | null): string =>
  tidyAmount(kind, kind === 'number' ? (value ?? '').replace('.', ',') : storedForm(kind, value));

/** A date or a time of day. Words of another making, such as a range of days, stand below and can be replaced. */
function MomentField({ id, label, error, kind, value, onChange, quiet }: ValueFieldProps) {
  const { t } = useTranslation('fields');
  const stored = storedForm(kind, value);
  const printed = chipWords(kind, value, null);
  const note = kind === 'date' && printed !== null && !quiet ? t('printed', { value: printed }) : null;
  return (
    <TextInput
      id={id}
      {...(quiet ? { 'aria-label': label } : { label })}
      error={error}
      type={kind}
      value={stored}
      {...(note ? { description: note, inputWrapperOrder: ['label', 'input', 'description', 'error'] as const } : {})}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
