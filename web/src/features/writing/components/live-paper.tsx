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

type LivePaperProps = { letterId: string; type: string; draft: Draft; signers: readonly string[] };

/** The letter as it will be signed, taking shape while one writes. */
export function LivePaper({ letterId, type, draft, signers }: LivePaperProps) {
  const { t } = useTranslation('writing');
  const order = signers.join();
  const body = useMemo(() => {
    const line = order === '' ? [] : order.split(',');
    const signer = line.at(-1);
    const signed = signer === undefined ? {} : { signer, cosigners: line.slice(0, -1) };
    return { letterId, type, ...changeOf(draft), subject: draft.subject.trim() || '…', ...signed };
  }, [letterId, type, draft, order]);
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
