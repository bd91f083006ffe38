import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFolderPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { dossiersOptions, fileInto } from '../api.ts';
import styles from './archive.module.css';
import { DossierSheet } from './dossier-sheet.tsx';

/** Files letters and says what came of it; what was refused is told by name. */
export function useFiling(): (dossier: { id: string; code: string }, letterIds: string[]) => Promise<string | null> {
  const { t } = useTranslation('archive');
  const queryClient = useQueryClient();
  return async (dossier, letterIds) => {
    const answer = await fileInto(dossier.id, { letterIds, move: false });
    if (answer.filed.length > 0) showToast(t('file.done', { count: answer.filed.length, code: dossier.code }));
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['archive'] }),
      queryClient.invalidateQueries({ queryKey: ['letters'] }),
    ]);
    if (answer.refused.length === 0) return null;
    const reasons = [...new Set(answer.refused.map(({ message }) => message))].join(' ');
    return `${t('file.refused', { count: answer.refused.length })} ${reasons}`;
  };
}

type FileSheetProps = {
  letterIds: string[];
  /** The letters' code, for a dossier that is opened for them. */
  classification?: string | undefined;
  onDone: () => void;
  onClose: () => void;
};

/** Chooses an open dossier, or opens one, and files the letters into it. */
export function FileSheet({ letterIds, classification, onDone, onClose }: FileSheetProps) {
  const { t } = useTranslation('archive');
  const file = useFiling();
  const [text, setText] = useState(classification ?? '');
  const [q] = useDebouncedValue(text.trim(), 200);
  const [creating, setCreating] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const { data, error, refetch } = useInfiniteQuery(dossiersOptions({ q, state: 'open' }));
  const items = data?.pages.flatMap((page) => page.items) ?? [];

  async function into(dossier: { id: string; code: string }): Promise<void> {
    setRunning(dossier.id);
    setFault(null);
    try {
      const refused = await file(dossier, letterIds);
      if (refused === null) onDone();
      else setFault(refused);
    } catch (thrown) {
      setFault(problemMessage(thrown));
    } finally {
      setRunning(null);
    }
  }

  if (creating)
    return (
      <DossierSheet
        classification={classification}
        onClose={() => setCreating(false)}
        onOpened={(dossier) => {
          setCreating(false);
          void into(dossier);
        }}
      />
    );
  return (
    <Sheet opened onClose={onClose} title={t('file.title', { count: letterIds.length })} width={560}>
      <div className={styles.form}>
        <TextInput
          type="search"
          data-autofocus
          label={t('file.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {fault && <p role="alert">{fault}</p>}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={3} />}
        {data && items.length === 0 && <p className={styles.hint}>{t('file.none')}</p>}
        <ul>
          {items.map((item) => (
            <li key={item.id} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.name}>{item.title}</span>
                <span className={styles.hint}>
                  {item.code} · {item.unit.name}
                </span>
              </span>
              <Button
                variant="default"
                size="sm"
                loading={running === item.id}
                disabled={running !== null && running !== item.id}
                aria-label={t('unfiled.into', { code: `${item.code} ${item.title}` })}
                onClick={() => void into(item)}
              >
                {t('unfiled.file')}
              </Button>
            </li>
          ))}
        </ul>
        <div className={styles.end}>
          <Button
            variant="default"
            leftSection={<IconFolderPlus size={20} stroke={1.75} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {t('file.new')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
