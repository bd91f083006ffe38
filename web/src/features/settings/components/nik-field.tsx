import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../components/ui/toast.tsx';
import { useSending } from '../../../lib/use-sending.ts';
import { nikOptions, saveNik } from '../api/nik.ts';
import styles from './settings.module.css';

/** By what number BSrE knows a person; asked for only when a person's sheet is open. */
export function NikField({ personId, name }: { personId: string; name: string }) {
  const { data } = useQuery(nikOptions(personId));
  return data ? <Field key={data.nik} personId={personId} name={name} stored={data.nik ?? ''} /> : null;
}

function Field({ personId, name, stored }: { personId: string; name: string; stored: string }) {
  const { t } = useTranslation('providers');
  const queryClient = useQueryClient();
  const form = useSending();
  const [nik, setNik] = useState(stored);
  async function submit(): Promise<void> {
    const saved = await form.send(async () => {
      const answer = await saveNik(personId, nik === '' ? null : nik);
      queryClient.setQueryData(nikOptions(personId).queryKey, answer);
    });
    if (saved) showToast(t('nik.saved', { name }));
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        id="nik"
        label={t('nik.label')}
        description={t('nik.hint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        value={nik}
        error={form.errorOf('nik') ?? form.errors[0]?.message}
        onChange={(event) => setNik(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
      <Button
        type="submit"
        variant="default"
        loading={form.running}
        disabled={nik === stored}
        className={styles.submit ?? ''}
      >
        {t('nik.save')}
      </Button>
    </form>
  );
}
