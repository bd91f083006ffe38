import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import type { Unit } from '../../../lib/calls/units.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { createUnit, updateUnit } from '../api/office.ts';
import styles from './settings.module.css';

const kinds = [
  'secretariat',
  'council_secretariat',
  'inspectorate',
  'dinas',
  'badan',
  'satpol_pp',
  'kecamatan',
  'section',
  'upt',
  'blud',
  'kelurahan',
  'desa',
  'council',
  'other',
] as const;

type UnitSheetProps = { units: Unit[]; unit: Unit | null; parent: Unit | null; onClose: () => void };

/** A new unit below another one, or a change to one that is there. */
export function UnitSheet({ units, unit, parent, onClose }: UnitSheetProps) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [values, setValues] = useState({
    name: unit?.name ?? '',
    shortName: unit?.shortName ?? '',
    code: unit?.code ?? '',
    kind: unit?.kind ?? ('section' as const),
    parentId: unit?.parentId ?? parent?.id ?? '',
  });
  const form = useSending((path) => `unit-${path}`);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });

  async function submit(): Promise<void> {
    const faults = (['name', 'shortName', 'code'] as const)
      .filter((field) => values[field].trim() === '')
      .map((field) => ({ fieldId: `unit-${field}`, message: t(`units.missing.${field}`) }));
    if (form.refuse(faults)) return;
    const done = await form.send(() => {
      const { parentId, kind, ...words } = values;
      if (unit)
        return updateUnit(unit.id, {
          ...words,
          ...(kind === unit.kind ? {} : { kind }),
          ...(parentId && parentId !== unit.parentId ? { parentId } : {}),
        });
      return createUnit({ ...words, parentId, kind: kinds.find((one) => one === kind) ?? 'section' });
    });
    if (!done) return;
    await queryClient.invalidateQueries({ queryKey: ['organization'] });
    showToast(t('units.saved', { name: values.name }));
    onClose();
  }

  const field = (name: 'name' | 'shortName' | 'code') => (
    <TextInput
      id={`unit-${name}`}
      label={t(`units.fields.${name}`)}
      value={values[name]}
      error={form.errorOf(`unit-${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={unit ? t('units.edit', { name: unit.name }) : t('units.addBelow', { name: parent?.name ?? '' })}
      width={520}
    >
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {field('name')}
        <div className={styles.pair}>
          {field('shortName')}
          {field('code')}
        </div>
        {unit?.kind !== 'regent' && (
          <NativeSelect
            label={t('units.fields.kind')}
            value={values.kind}
            data={kinds.map((value) => ({ value, label: t(`units.kinds.${value}`) }))}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.currentTarget.value);
              if (kind) set({ kind });
            }}
          />
        )}
        {unit?.parentId && (
          <NativeSelect
            id="unit-parentId"
            label={t('units.fields.parent')}
            value={values.parentId}
            error={form.errorOf('unit-parentId')}
            data={units.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set({ parentId: event.currentTarget.value })}
          />
        )}
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {unit ? t('units.save') : t('units.add')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
