import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskPaper } from '../../../components/ui/desk-paper.tsx';
import { problemMessage } from '../../../lib/problem.ts';
import { type PageInput, pageOptions } from '../api/letter-types.ts';
import styles from './letter-types.module.css';

/** Rest after the last stroke before the page is drawn again. */
const restMs = 350;

/** The page as it would be printed with what the form says now. */
export function TypePage({ input, name }: { input: PageInput; name: string }) {
  const { t } = useTranslation('letter-types');
  const [settled] = useDebouncedValue(input, restMs);
  const { data, error, isFetching } = useQuery(pageOptions(settled));
  const pages = useMemo(
    () =>
      data?.pages.map(({ svg }, index) => ({
        kind: 'image' as const,
        src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
        alt: t('page.alt', { number: index + 1, name }),
      })) ?? null,
    [data, name, t],
  );
  return (
    <section className={styles.page} aria-busy={isFetching} aria-labelledby="type-page">
      <h2 id="type-page" className={styles.pageHead}>
        {t('page.title')}
      </h2>
      <p className="meta">{t('page.hint')}</p>
      {error && (
        <p className={styles.fault} role="alert">
          {t('page.failed')} {problemMessage(error)}
        </p>
      )}
      <DeskPaper variant="bare" pages={error && !pages ? [] : pages} />
    </section>
  );
}
