import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Gap } from '../api/comparison.ts';
import { inTwoDecimals } from '../rules.ts';
import styles from './comparison.module.css';

const atFirst = 10;

type GapListProps = {
  comparison: Comparison;
  /** Null for those who do not plan. */
  onPlan: ((gap: Gap) => void) | null;
};

/** Where the chosen stand higher, what would add most to the index first. */
export function GapList({ comparison, onPlan }: GapListProps) {
  const { t, i18n } = useTranslation('comparison');
  const [all, setAll] = useState(false);
  const { gaps, gapYear } = comparison;
  const level = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <section className={styles.section} aria-labelledby="gap-title">
      <h2 id="gap-title">{t('gaps.title')}</h2>
      <p className={styles.lead}>
        {gapYear === null
          ? t('gaps.noYear')
          : t(gaps.length === 0 ? 'gaps.none' : 'gaps.lead', { year: gapYear, count: gaps.length })}
      </p>
      <ol className={styles.list}>
        {gaps.slice(0, all ? undefined : atFirst).map((gap) => (
          <li key={gap.indicator} className={styles.row}>
            <span className={styles.words}>
              <span className={styles.name}>{t('side.indicator', { no: gap.indicator, name: gap.name })}</span>
              <span className={styles.hint}>
                {t('gaps.levels', { ours: level(gap.ours), best: level(gap.best), regency: gap.bestOf.name })}
              </span>
            </span>
            <span className={styles.score}>
              {t('gaps.points', { points: inTwoDecimals(gap.points, i18n.language) })}
            </span>
            {onPlan && (
              <Button
                variant="default"
                size="sm"
                aria-label={t('gaps.planOf', { no: gap.indicator })}
                onClick={() => onPlan(gap)}
              >
                {t('gaps.plan')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!all && gaps.length > atFirst && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('gaps.all', { count: gaps.length })}
        </Button>
      )}
    </section>
  );
}
