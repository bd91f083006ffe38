import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, IndexScheme } from '../api/comparison.ts';
import { inTwoDecimals, type Measure, seriesOf, yearsOf } from '../rules.ts';
import { Chart } from './chart.tsx';
import styles from './comparison.module.css';

/** The index or a part of it over the years: a chart, and the same as a table. */
export function SideBySide({ comparison, scheme }: { comparison: Comparison; scheme: IndexScheme }) {
  const { t, i18n } = useTranslation('comparison');
  const [chosen, setChosen] = useState('score');
  const options = measures(scheme, t);
  const option = options.find(({ value }) => value === chosen) ?? options[0];
  if (!option) return null;
  const series = seriesOf(comparison.regencies, option.measure);
  const years = yearsOf(series);
  return (
    <section className={styles.section} aria-labelledby="side-title">
      <h2 id="side-title">{t('side.title')}</h2>
      <div className={styles.bar}>
        <NativeSelect
          label={t('side.measure')}
          value={option.value}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: 'score', label: scheme.name },
            ...(['domain', 'aspect', 'indicator'] as const).flatMap((kind) => {
              const items = options.filter(({ measure }) => measure.kind === kind);
              return items.length === 0
                ? []
                : [{ group: t(`side.kinds.${kind}`), items: items.map(({ value, label }) => ({ value, label })) }];
            }),
          ]}
        />
      </div>
      {years.length === 0 ? (
        <p className={styles.lead}>{t('side.nothing')}</p>
      ) : (
        <div className={styles.both}>
          <Chart series={series} label={t('side.chart', { measure: option.label })} />
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption className="heard">{option.label}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('side.regency')}</th>
                  {years.map((year) => (
                    <th key={year} scope="col" className={styles.figure}>
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {series.map(({ name, isUs, points }, index) => (
                  <tr key={name}>
                    <th scope="row">{t(isUs ? 'side.us' : 'side.row', { number: index + 1, name })}</th>
                    {years.map((year) => {
                      const point = points.find((each) => each.year === year);
                      return (
                        <td key={year} className={styles.figure}>
                          {point ? inTwoDecimals(point.value, i18n.language) : '–'}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <p className={styles.hint}>{t('side.basis', { basis: scheme.basis })}</p>
    </section>
  );
}

function measures(
  scheme: IndexScheme,
  t: TFunction<'comparison'>,
): { value: string; label: string; measure: Measure }[] {
  const names = (kind: 'domain' | 'aspect') => [
    ...new Set(scheme.indicators.flatMap((indicator) => indicator[kind] ?? [])),
  ];
  return [
    { value: 'score', label: scheme.name, measure: { kind: 'score' } },
    ...(['domain', 'aspect'] as const).flatMap((kind) =>
      names(kind).map((name) => ({ value: `${kind}:${name}`, label: name, measure: { kind, name } })),
    ),
    ...scheme.indicators.map(({ no, name }, index) => ({
      value: `indicator:${no}`,
      label: t('side.indicator', { no, name }),
      measure: { kind: 'indicator' as const, index },
    })),
  ];
}
