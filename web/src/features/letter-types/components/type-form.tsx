import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { allTypesOptions, type LetterType, saveType } from '../api/letter-types.ts';
import { datePlacements, fonts, groups, layouts, oneOf, papers, parts, signerKinds, toggled } from '../choices.ts';
import styles from './letter-types.module.css';

type TypeFormProps = { type: LetterType; values: LetterType; onChange: (values: LetterType) => void };

/** Everything that a regency may set of a type. */
export function TypeForm({ type, values, onChange }: TypeFormProps) {
  const { t } = useTranslation('letter-types');
  const queryClient = useQueryClient();
  const form = useSending((path) => path.split('.')[0] ?? path);
  const set = (change: Partial<LetterType>) => onChange({ ...values, ...change });

  async function submit(): Promise<void> {
    const { code, updatedAt, ...fields } = values;
    const saved = await form.send(async () => {
      await saveType(code, { ...fields, seen: updatedAt });
      await queryClient.invalidateQueries({ queryKey: ['letter-types'] });
      await queryClient.ensureQueryData(allTypesOptions);
    });
    if (saved) showToast(t('desk.saved', { name: type.name }));
  }

  /** A list to choose one of; `none` is how an empty choice reads. */
  const choose = <K extends 'group' | 'layout' | 'datePlacement' | 'fontFamily' | 'paper'>(
    field: K,
    list: readonly string[],
    words: string,
    none?: string,
  ) => (
    <NativeSelect
      id={field}
      label={t(`fields.${field}`)}
      value={values[field] ?? ''}
      error={form.errorOf(field)}
      data={[
        ...(none ? [{ value: '', label: none }] : []),
        ...list.map((value) => ({ value, label: t(`${words}.${value}`) })),
      ]}
      onChange={(event) => set({ [field]: oneOf(list, event.currentTarget.value) })}
    />
  );
  const boxes = <T extends string>(
    field: 'requiredParts' | 'signerKinds',
    list: readonly T[],
    words: string,
    chosen: readonly string[],
  ) => (
    <fieldset className={styles.boxes}>
      <legend id={field}>{t(`fields.${field}`)}</legend>
      {list.map((value) => (
        <Checkbox
          key={value}
          label={t(`${words}.${value}`)}
          checked={chosen.includes(value)}
          onChange={() => set({ [field]: toggled(list, chosen, value) })}
        />
      ))}
      {form.errorOf(field) && <p className={styles.fault}>{form.errorOf(field)}</p>}
    </fieldset>
  );
  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <div className={styles.pair}>
        <TextInput
          id="name"
          label={t('fields.name')}
          value={values.name}
          error={form.errorOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          id="shortCode"
          label={t('fields.shortCode')}
          value={values.shortCode}
          error={form.errorOf('shortCode')}
          onChange={(event) => set({ shortCode: event.currentTarget.value })}
        />
      </div>
      <div className={styles.pair}>
        {choose('group', groups, 'groups')}
        {choose('layout', layouts, 'layouts')}
      </div>
      <TextInput
        id="title"
        label={t('fields.title')}
        description={t('fields.titleHint')}
        value={values.title ?? ''}
        error={form.errorOf('title')}
        onChange={(event) => set({ title: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <div className={styles.pair}>
        {choose('datePlacement', datePlacements, 'datePlacements')}
        <TextInput
          id="defaultClassification"
          label={t('fields.defaultClassification')}
          value={values.defaultClassification}
          error={form.errorOf('defaultClassification')}
          onChange={(event) => set({ defaultClassification: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('fields.showsSubject')}
        checked={values.showsSubject}
        onChange={(event) => set({ showsSubject: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('fields.printsRank')}
        checked={values.printsRank}
        onChange={(event) => set({ printsRank: event.currentTarget.checked })}
      />
      {boxes('requiredParts', parts, 'parts', values.requiredParts)}
      {boxes('signerKinds', signerKinds, 'kinds', values.signerKinds)}
      <NumberInput
        id="maxSigners"
        label={t('fields.maxSigners')}
        min={1}
        max={10}
        allowDecimal={false}
        value={values.maxSigners}
        error={form.errorOf('maxSigners')}
        onChange={(value) => set({ maxSigners: Number(value) || 1 })}
      />
      {values.maxSigners > 1 && (
        <Textarea
          id="signerRoles"
          label={t('fields.signerRoles')}
          description={t('fields.signerRolesHint')}
          autosize
          minRows={2}
          value={values.signerRoles.join('\n')}
          error={form.errorOf('signerRoles')}
          onChange={(event) =>
            set({
              signerRoles: event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n').slice(0, 10),
            })
          }
        />
      )}
      <div className={styles.pair}>
        {choose('paper', papers, 'papers', t('fields.asOffice'))}
        {choose('fontFamily', fonts, 'fonts', t('fields.asOffice'))}
        <NumberInput
          id="fontSizePt"
          label={t('fields.fontSizePt')}
          placeholder={t('fields.asOffice')}
          min={9}
          max={14}
          step={0.5}
          decimalSeparator=","
          value={values.fontSizePt ?? ''}
          error={form.errorOf('fontSizePt')}
          onChange={(value) => set({ fontSizePt: value === '' ? null : Number(value) })}
        />
      </div>
      <Checkbox
        label={t('fields.active')}
        description={t('fields.activeHint')}
        checked={values.active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
      <Button type="submit" loading={form.running} className={styles.submit ?? ''}>
        {t('desk.submit')}
      </Button>
    </Form>
  );
}
