import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './skeleton.module.css';

/** True once `delayMs` have passed: what loads faster shows no skeleton at all. */
function useDelayed(delayMs = 300): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return passed;
}

/** Rows in the shape of what comes. Nothing for 300 ms, then still, without shimmer. */
export function SkeletonRows({ rows = 6, withTitle = false }: { rows?: number; withTitle?: boolean }) {
  const { t } = useTranslation();
  const shown = useDelayed();
  return (
    <div role="status" className={styles.skeleton} data-shown={shown || undefined}>
      <span className="heard">{shown ? t('loading') : ''}</span>
      {withTitle && <span className={styles.title} />}
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key, row) => (
        <div key={key} className={styles.row} aria-hidden="true">
          <span className={styles.icon} />
          <span className={styles.words}>
            <span className={styles.bar} style={{ width: `${[64, 52, 72, 48][row % 4]}%` }} />
            <span className={styles.bar} data-low style={{ width: `${[44, 34, 52, 28][row % 4]}%` }} />
          </span>
          <span className={styles.bar} style={{ width: 72 }} />
          <span className={styles.button} />
        </div>
      ))}
    </div>
  );
}

/** A block of a given height that keeps its place while something loads. */
export function SkeletonBlock({ height, width }: { height: number | string; width?: number | string }) {
  const shown = useDelayed();
  return <div className={styles.block} style={{ height, width }} data-shown={shown || undefined} aria-hidden="true" />;
}
