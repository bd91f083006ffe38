import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { unitsOptions } from '../../../lib/calls/units.ts';
import { classificationsOptions } from '../../../lib/calls/writing.ts';
import { dayOf } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { type Dossier, openDossier } from '../api.ts';
import styles from './archive.module.css';

type DossierSheetProps = {
  /** Proposed from the letter that is to be filed. */
  classification?: string | undefined;
  onOpened: (dossier: Dossier) => void;
  onClose: () => void;
};

/** Opens a dossier: code, year, title, and the unit whose it is. */
export function DossierSheet({ classification = '', onOpened, onClose }: DossierSheetProps) {
  const { t } = useTranslation('archive');
  const queryClient = useQueryClient();
  const me = useMe();
  const { data: units = [] } = useQuery(unitsOptions);
  const [values, setValues] = useState({
    title: '',
    classification,
    year: Number(dayOf(new Date()).slice(0, 4)),
    unitId: '',
    description: '',
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const [code] = useDebouncedValue(values.classification.trim(), 200);
  const { data: found = [] } = useQuery({ ...classificationsOptions(code), enabled: code !== '' });
  const form = useSending((path) => `dossier-${path}`);
  const unitId = values.unitId || (me?.unitId ?? '');
  // A registrar or archivist opens dossiers for other units too; the server says which.
  const isWide = me?.permissions.includes('archive.manage') ?? false;

  async function submit(): Promise<void> {
    const missing = (['title', 'classification'] as const)
      .filter((field) => values[field].trim() === '')
      .map((field) => ({ fieldId: `dossier-${field}`, message: t(`new.missing.${field}`) }));
    if (form.refuse(missing)) return;
    await form.send(async () => {
      const dossier = await openDossier({
        title: values.title.trim(),
        classification: values.classification.trim(),
        year: values.year,
        description: values.description.trim() || null,
        ...(unitId === '' ? {} : { unitId }),
      });
      showToast(t('new.done', { code: dossier.code }));
      await queryClient.invalidateQueries({ queryKey: ['archive'] });
      onOpened(dossier);
    });
  }

  return (
    <Sheet opened onClose={onClose} title={t('new.title')} width={520} closable={!form.running}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <TextInput
          id="dossier-title"
          data-autofocus
          label={t('new.name')}
          value={values.title}
          maxLength={300}
          error={form.errorOf('dossier-title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <TextInput
            id="dossier-classification"
            label={t('new.classification')}
            description={found.find((one) => one.code === code)?.name ?? t('new.classificationHint')}
            value={values.classification}
            error={form.errorOf('dossier-classification')}
            onChange={(event) => set({ classification: event.currentTarget.value })}
          />
          <NumberInput
            id="dossier-year"
            label={t('new.year')}
            description=" "
            value={values.year}
            min={1900}
            max={2200}
            error={form.errorOf('dossier-year')}
            onChange={(year) => set({ year: Number(year) })}
          />
        </div>
        {isWide && (
          <NativeSelect
            id="dossier-unitId"
            label={t('new.unit')}
            value={unitId}
            error={form.errorOf('dossier-unitId')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set({ unitId: event.currentTarget.value })}
          />
        )}
        <Textarea
          id="dossier-description"
          label={t('new.description')}
          value={values.description}
          maxLength={2000}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <div className={styles.end}>
          <Button variant="default" onClick={onClose} disabled={form.running}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('new.act')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
