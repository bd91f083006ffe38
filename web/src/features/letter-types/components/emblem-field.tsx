import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../components/ui/toast.tsx';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { paperOptions, savePaper } from '../api/letter-types.ts';
import styles from './letter-types.module.css';

/** The state emblem above the letterhead of the regency's head, as a file that the office provides. */
export function EmblemField({ hasEmblem }: { hasEmblem: boolean }) {
  const { t } = useTranslation('letter-types');
  const queryClient = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);

  async function store(emblemSvg: string | null): Promise<void> {
    setFault(null);
    try {
      const answer = await savePaper({ emblemSvg });
      queryClient.setQueryData(paperOptions.queryKey, answer);
      await queryClient.invalidateQueries({ queryKey: ['letter-types', 'page'] });
      showToast(t(emblemSvg === null ? 'emblem.removed' : 'emblem.saved'));
    } catch (thrown) {
      const problem = asProblem(thrown);
      setFault(problem.errors[0]?.message ?? problemMessage(problem));
    }
  }

  return (
    <div className={styles.form}>
      <label htmlFor="emblem">{t('emblem.label')}</label>
      <p className={styles.note} id="emblem-hint">
        {t(hasEmblem ? 'emblem.there' : 'emblem.none')}
      </p>
      <input
        id="emblem"
        type="file"
        accept="image/svg+xml,.svg"
        aria-describedby="emblem-hint"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void file.text().then(store);
        }}
      />
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      {hasEmblem && (
        <Button variant="default" className={styles.submit ?? ''} onClick={() => void store(null)}>
          {t('emblem.remove')}
        </Button>
      )}
    </div>
  );
}
