import { Button } from '@mantine/core';
import { IconAlertTriangle, IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, problemMessage } from '../../lib/problem.ts';
import { EmptyState } from './empty-state.tsx';
import styles from './error-state.module.css';

type ErrorStateProps = {
  /** Anything thrown; a `Problem` is told by its code and detail. */
  error: unknown;
  onRetry?: () => void;
  /** When what still stands below was read: "Daftar di bawah keadaan pukul 10.38." */
  keptSince?: string | undefined;
  /** For 403 and 404: what the screen says in its own words. */
  forbidden?: { title: string; text?: ReactNode; action?: ReactNode };
};

/** A failure: cause, next step, retry. 403 and 404 become the "not for you" page, which leaks no title. */
export function ErrorState({ error, onRetry, keptSince, forbidden }: ErrorStateProps) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  if (problem.status === 403 || problem.status === 404) {
    return (
      <EmptyState
        drawing="lock"
        title={forbidden?.title ?? t('failed.notForYou')}
        {...(forbidden?.action ? { action: forbidden.action } : {})}
      >
        {forbidden?.text ?? problemMessage(problem)}
      </EmptyState>
    );
  }
  const offline = problem.code === 'network';
  const Icon = offline ? IconWifiOff : IconAlertTriangle;
  return (
    <div className={styles.band} data-kind={offline ? 'tunggu' : 'masalah'} role="alert">
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{offline ? t('failed.offline') : t('failed.title')}</p>
        <p>
          {problemMessage(problem)} {keptSince}
        </p>
      </div>
      {onRetry && (
        <Button variant="default" size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
