import { Button, Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LikeRegency, Overview } from '../api/comparison.ts';
import { inTwoDecimals } from '../rules.ts';
import styles from './comparison.module.css';

const atFirst = 10;
const most = 8;

type LikeRegenciesProps = {
  overview: Overview;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Who is like us, and who shows figures: the choice of whom to stand beside. */
export function LikeRegencies({ overview, chosen, onChange }: LikeRegenciesProps) {
  const { t, i18n } = useTranslation('comparison');
  const [all, setAll] = useState(false);
  const isShown = ({ scores }: LikeRegency): boolean => scores.some((score) => score !== null);
  const shown = overview.items.filter(isShown);
  const others = overview.items.filter((regency) => !isShown(regency));
  const listed = [...shown, ...others].slice(0, all ? undefined : Math.max(atFirst, chosen.length));
  const toggle = (slug: string): void =>
    onChange(chosen.includes(slug) ? chosen.filter((each) => each !== slug) : [...chosen, slug]);
  return (
    <section className={styles.section} aria-labelledby="like-title">
      <h2 id="like-title">{t('like.title')}</h2>
      <p className={styles.lead}>{t('like.lead', { shown: shown.length, count: overview.items.length })}</p>
      <ul className={styles.list}>
        {listed.map((regency) => {
          const last = lastOf(overview, regency);
          const isChosen = chosen.includes(regency.slug);
          return (
            <li key={regency.slug} className={styles.row}>
              <Checkbox
                id={`like-${regency.slug}`}
                className={styles.pick ?? ''}
                label={regency.name}
                checked={isChosen}
                disabled={!last || (!isChosen && chosen.length >= most)}
                onChange={() => toggle(regency.slug)}
              />
              <span className={styles.words}>
                <span className={styles.hint}>{t('like.place', { province: regency.province })}</span>
                <span className={styles.hint}>{factsText(overview.us, regency, t, i18n.language)}</span>
              </span>
              <span className={last ? styles.score : styles.hint}>
                {last
                  ? t('like.score', { score: inTwoDecimals(last.score, i18n.language), year: last.year })
                  : t('like.nothing')}
              </span>
            </li>
          );
        })}
      </ul>
      {!all && overview.items.length > listed.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('like.all', { count: overview.items.length })}
        </Button>
      )}
      <Averages overview={overview} />
    </section>
  );
}

/** The newest score that a regency shows. */
function lastOf({ years }: Overview, { scores }: LikeRegency): { year: number; score: number } | undefined {
  const index = scores.findLastIndex((score) => score !== null);
  const [year, score] = [years[index], scores[index]];
  return year === undefined || score == null ? undefined : { year, score };
}

function factsText(us: Overview['us'], { facts }: LikeRegency, t: TFunction<'comparison'>, language: string): string {
  const known = (['population', 'area', 'districts'] as const).flatMap((fact) => {
    const value = facts[fact];
    return value === null ? [] : [t(`facts.${fact}`, { value: value.toLocaleString(language) })];
  });
  const compared = [
    'kind',
    'province',
    ...(['population', 'area', 'districts', 'budget'] as const).filter(
      (fact) => facts[fact] !== null && us.facts[fact] !== null,
    ),
  ];
  const by = t('like.by', { facts: compared.map((fact) => t(`compared.${fact}`)).join(', ') });
  return known.length === 0 ? `${t('facts.unknown')} ${by}` : `${known.join(' · ')}. ${by}`;
}

function Averages({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation('comparison');
  if (overview.averages.length === 0) return null;
  const told = overview.averages.flatMap(({ year, count, average }) =>
    average === null ? [] : [t('like.average', { year, count, value: inTwoDecimals(average, i18n.language) })],
  );
  return (
    <p className={styles.lead}>
      {told.length > 0 ? told.join(' ') : t('like.noAverage', { count: overview.minimumGroup })}
    </p>
  );
}
