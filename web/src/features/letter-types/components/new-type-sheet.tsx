import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { createType, type NewLetterType } from '../api/letter-types.ts';
import { groups, layouts, oneOf } from '../choices.ts';
import styles from './letter-types.module.css';

/** "Surat Imbauan" → `surat_imbauan`: the code is only ever seen by machines. */
const codeOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);

/** A type of the regency's own; the rest is set on its own page. */
export function NewTypeSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('letter-types');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [values, setValues] = useState<Pick<NewLetterType, 'name' | 'shortCode' | 'group' | 'layout'>>({
    name: '',
    shortCode: '',
    group: 'khusus',
    layout: 'judul',
  });
  const form = useSending((path) => (path === 'code' ? 'new-name' : `new-${path}`));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });

  async function submit(): Promise<void> {
    const faults = (['name', 'shortCode'] as const)
      .filter((field) => values[field].trim() === '')
      .map((field) => ({ fieldId: `new-${field}`, message: t(`missing.${field}`) }));
    if (form.refuse(faults)) return;
    const code = codeOf(values.name);
    const title = values.layout === 'korespondensi' ? null : values.name.trim().toUpperCase();
    const made = await form.send(async () => {
      await createType({ ...values, code, title, defaultClassification: '000.1' });
      await queryClient.invalidateQueries({ queryKey: ['letter-types'] });
    });
    if (made) await navigate({ to: '/pengaturan/jenis-naskah/$code', params: { code } });
  }

  return (
    <Sheet opened onClose={onClose} title={t('list.add')} width={520}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        {(['name', 'shortCode'] as const).map((field) => (
          <TextInput
            key={field}
            id={`new-${field}`}
            label={t(`fields.${field}`)}
            value={values[field]}
            error={form.errorOf(`new-${field}`)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        <NativeSelect
          label={t('fields.group')}
          value={values.group}
          data={groups.map((value) => ({ value, label: t(`groups.${value}`) }))}
          onChange={(event) => set({ group: oneOf(groups, event.currentTarget.value) ?? 'khusus' })}
        />
        <NativeSelect
          label={t('fields.layout')}
          value={values.layout}
          data={layouts.map((value) => ({ value, label: t(`layouts.${value}`) }))}
          onChange={(event) => set({ layout: oneOf(layouts, event.currentTarget.value) ?? 'judul' })}
        />
        <Button type="submit" loading={form.running} className={styles.submit ?? ''}>
          {t('list.submit')}
        </Button>
      </Form>
    </Sheet>
  );
}
