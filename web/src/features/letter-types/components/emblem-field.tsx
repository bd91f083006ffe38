import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../components/ui/toast.tsx';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { paperOptions, savePaper } from '../api/letter-types.ts';
import styles from './letter-types.module.css';

/** The state emblem above the letterhead of the regency's head, as a file that the office provides. */
export function EmblemField({ hasEmblem }: { hasEmblem: boolean }) {
  const { t } = useTranslation('letter-types');
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
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
    <section className={styles.form} aria-labelledby="emblem">
      <h3 id="emblem">{t('emblem.label')}</h3>
      <p className={styles.note}>{t(hasEmblem ? 'emblem.there' : 'emblem.none')}</p>
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<IconUpload size={20} stroke={1.75} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t(hasEmblem ? 'emblem.replace' : 'emblem.choose')}
        </Button>
        {hasEmblem && (
          <Button variant="subtle" onClick={() => void store(null)}>
            {t('emblem.remove')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/svg+xml,.svg"
        aria-label={t('emblem.label')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file again is a change, too.
          event.currentTarget.value = '';
          if (file) void file.text().then(store);
        }}
      />
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
