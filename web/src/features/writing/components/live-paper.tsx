import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskPaper } from '../../../components/ui/desk-paper.tsx';
import { previewOptions } from '../../../lib/calls/writing.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { changeOf, type Draft } from '../rules.ts';
import styles from './writing.module.css';

/** Rest after the last stroke before the paper is drawn again. */
const restMs = 350;

/** The letter as it will be signed, taking shape while one writes. */
export function LivePaper({ type, draft, signer }: { type: string; draft: Draft; signer: string | undefined }) {
  const { t } = useTranslation('writing');
  const body = useMemo(
    () => ({ type, ...changeOf(draft), subject: draft.subject.trim() || '…', ...(signer ? { signer } : {}) }),
    [type, draft, signer],
  );
  const [settled] = useDebouncedValue(body, restMs);
  const { dueOn, ...printed } = settled;
  const { data, error, isFetching } = useQuery(
    previewOptions({ ...printed, recipients: printed.recipients ?? [], copies: printed.copies ?? [] }),
  );
  const pages = useMemo(
    () =>
      data?.pages.map(({ svg }, index) => ({
        kind: 'image' as const,
        src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
        alt: t('paper.page', { number: index + 1, subject: draft.subject }),
      })) ?? null,
    [data, draft.subject, t],
  );
  return (
    <div className={styles.paper} aria-busy={isFetching}>
      <p className={styles.paperHead}>
        <span>{t('paper.title')}</span>
        <span>{pages && t('common:paper.pages', { count: pages.length })}</span>
      </p>
      {error && (
        <p className={styles.paperError} role="alert">
          {t('paper.failed')} {problemMessage(error)}
        </p>
      )}
      {data && data.undrawable.length > 0 && (
        <p className={styles.paperError} role="alert">
          {t('paper.undrawable', { characters: data.undrawable.join(' ') })}
        </p>
      )}
      <DeskPaper variant="bare" pages={error && !pages ? [] : pages} secrecy={draft.secrecy} />
    </div>
  );
}
