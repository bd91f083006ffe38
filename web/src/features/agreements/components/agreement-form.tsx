import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import type { FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import type { AgreementKind } from '../../../lib/calls/agreements.ts';
import { officesOptions } from '../../../lib/calls/get-offices.ts';
import { useOffice } from '../../../lib/office.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { type AgreementAnswers, faultsOf, scopes } from '../rules.ts';
import styles from './agreements.module.css';
import { type Foundation, FoundationFields } from './foundation-fields.tsx';

export type FormValues = AgreementAnswers &
  Foundation & {
    kind: AgreementKind;
    noticeDays: number | null;
    copiesAfterEnd: 'keep' | 'stop_new_use';
  };

type AgreementFormProps = {
  initial: FormValues;
  /** Partners and kind are chosen once; a draft that exists changes the rest. */
  isNew: boolean;
  /** A change of an agreement rests on that and nothing else. */
  isChange?: boolean;
  submit: string;
  onSubmit: (values: FormValues) => Promise<unknown>;
  onCancel: () => void;
  /** What must be decided before anything else. */
  before?: ReactNode;
  /** The articles, where they can be changed. */
  children?: ReactNode;
};

const notices = ['langsung', '30', '60', '90'] as const;

/** With whom, about what, from when to when. */
export function AgreementForm({
  initial,
  isNew,
  isChange = false,
  submit,
  onSubmit,
  onCancel,
  before,
  children,
}: AgreementFormProps) {
  const { t } = useTranslation('agreements');
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const set = (change: Partial<FormValues>): void => setValues((before) => ({ ...before, ...change }));
  const errorOf = (field: string): string | null => errors.find(({ fieldId }) => fieldId === field)?.message ?? null;

  async function send(): Promise<void> {
    const found = faultsOf(values, isNew, isChange).map(({ field, key }) => ({ fieldId: field, message: t(key) }));
    setErrors(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) return;
    setRunning(true);
    try {
      await onSubmit({ ...values, title: values.title.trim() });
    } catch (thrown) {
      const problem = asProblem(thrown);
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({
              fieldId: path.split('.')[0],
              message: `${t(`fields.${path.split('.')[0]}`, { defaultValue: '' })}: ${message}`,
            }))
          : [{ message: problemMessage(problem) }],
      );
      setAttempt((before) => before + 1);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Form className={styles.form} errors={errors} attempt={attempt} onSubmit={send}>
      {before}
      {isNew && (
        <Partners value={values.partners} error={errorOf('partners')} onChange={(partners) => set({ partners })} />
      )}
      <TextInput
        id="title"
        label={t('fields.title')}
        placeholder={t('fields.titleExample')}
        value={values.title}
        maxLength={300}
        error={errorOf('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {isNew && (
        <Choice
          label={t('fields.kind')}
          value={values.kind}
          options={(['letter_of_intent', 'kb', 'pks'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(kind) => set({ kind, parentId: null, parentReason: null })}
        />
      )}
      {!isChange && (
        <FoundationFields
          kind={values.kind}
          value={values}
          partners={isNew ? values.partners : null}
          error={errorOf('parentId')}
          onChange={set}
        />
      )}
      <ScopeField value={values.scope} error={errorOf('scope')} onChange={(scope) => set({ scope })} />
      {values.scope.includes('templates') && (
        <Choice
          label={t('fields.copiesAfterEnd')}
          value={values.copiesAfterEnd}
          options={(['keep', 'stop_new_use'] as const).map((value) => ({ value, label: t(`copies.${value}`) }))}
          onChange={(copiesAfterEnd) => set({ copiesAfterEnd })}
        />
      )}
      <div className={styles.pair}>
        <TextInput
          id="startsOn"
          type="date"
          label={t('fields.startsOn')}
          value={values.startsOn}
          error={errorOf('startsOn')}
          onChange={(event) => set({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          id="endsOn"
          type="date"
          label={t('fields.endsOn')}
          value={values.endsOn}
          error={errorOf('endsOn')}
          onChange={(event) => set({ endsOn: event.currentTarget.value })}
        />
      </div>
      <Choice
        label={t('fields.noticeDays')}
        value={values.noticeDays === null ? 'langsung' : String(values.noticeDays)}
        options={[
          ...notices,
          // What was agreed otherwise stays choosable.
          ...(values.noticeDays !== null && !notices.some((one) => one === String(values.noticeDays))
            ? [String(values.noticeDays)]
            : []),
        ].map((value) => ({
          value: value as string,
          label: value === 'langsung' ? t('fields.immediately') : t('fields.days', { count: Number(value) }),
        }))}
        onChange={(value) => set({ noticeDays: value === 'langsung' ? null : Number(value) })}
      />
      {children}
      <div className={styles.formActs}>
        <Button type="submit" loading={running}>
          {submit}
        </Button>
        <Button variant="subtle" onClick={onCancel} disabled={running}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
}

type FieldProps<T> = { value: T; error: string | null; onChange: (value: T) => void };

function Partners({ value, error, onChange }: FieldProps<string[]>) {
  const { t } = useTranslation('agreements');
  const office = useOffice();
  const { data: offices = [] } = useQuery(officesOptions);
  return (
    <MultiSelect
      id="partners"
      size="md"
      label={t('fields.partners')}
      description={t('fields.partnersHelp')}
      {...(value.length === 0 ? { placeholder: t('fields.partnersExample') } : {})}
      data={offices.filter(({ slug }) => slug !== office?.slug).map(({ slug, name }) => ({ value: slug, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      hidePickedOptions
      maxValues={7}
      nothingFoundMessage={t('fields.partnersNone')}
    />
  );
}

function ScopeField({ value, error, onChange }: FieldProps<FormValues['scope']>) {
  const { t } = useTranslation('agreements');
  return (
    <fieldset className={styles.scopes} aria-describedby={error ? 'scope-error' : undefined}>
      <legend className={styles.legend}>{t('fields.scope')}</legend>
      {scopes.map((scope, index) => (
        <label key={scope} className={styles.scope}>
          <input
            type="checkbox"
            id={index === 0 ? 'scope' : undefined}
            checked={value.includes(scope)}
            onChange={(event) =>
              onChange(scopes.filter((one) => (one === scope ? event.currentTarget.checked : value.includes(one))))
            }
          />
          <span>
            <strong>{t(`scopes.${scope}.name`)}</strong>
            <span className={styles.meta}>{t(`scopes.${scope}.about`)}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id="scope-error" className={styles.fieldError}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
