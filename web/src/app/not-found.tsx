import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/ui/empty-state.tsx';
import { ErrorState } from '../components/ui/error-state.tsx';
import { useDocumentTitle } from '../components/ui/page-title.tsx';
import { Problem } from '../lib/problem.ts';
import styles from './not-found.module.css';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('notFound.title'));
  return (
    <main id="main" className={styles.page}>
      <EmptyState
        headingLevel={1}
        drawing="desk"
        title={t('notFound.title')}
        action={<Link to="/">{t('notFound.home')}</Link>}
      >
        {t('notFound.text')}
      </EmptyState>
    </main>
  );
}

/** A screen that threw: a problem is told as one, anything else asks for a reload. */
export function CrashedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <main id="main" className={styles.page}>
      {error instanceof Problem || error instanceof TypeError ? (
        <ErrorState error={error} onRetry={reset} />
      ) : (
        <EmptyState
          headingLevel={1}
          drawing="desk"
          title={t('crashed.title')}
          action={
            <Button variant="default" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
          }
        >
          {t('crashed.text')}
        </EmptyState>
      )}
    </main>
  );
}
