import { useTranslation } from 'react-i18next';
import { inTwoDecimals, type Series, yearsOf } from '../rules.ts';
import styles from './comparison.module.css';

const width = 640;
const height = 260;
const edge = { top: 12, right: 28, bottom: 28, left: 32 };
const scale = [1, 2, 3, 4, 5] as const;

const y = (value: number) => edge.top + ((5 - value) / 4) * (height - edge.top - edge.bottom);

/**
 * Values by year as lines; each ends in the number of its row in the table beside it, so that no colour is needed to tell
 * them apart, and the table says everything to ears.
 */
export function Chart({ series, label }: { series: readonly Series[]; label: string }) {
  const { i18n } = useTranslation();
  const years = yearsOf(series);
  const span = Math.max(1, years.length - 1);
  const x = (year: number) =>
    edge.left + ((year - (years[0] ?? year)) / span) * (width - edge.left - edge.right) + (years.length === 1 ? 40 : 0);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {scale.map((value) => (
        <g key={value}>
          <line x1={edge.left} x2={width - edge.right} y1={y(value)} y2={y(value)} className={styles.rule} />
          <text x={edge.left - 10} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text key={year} x={x(year)} y={height - 8} textAnchor="middle">
          {year}
        </text>
      ))}
      {series.map(({ name, isUs, points }, index) => {
        const last = points.at(-1);
        return (
          <g key={name} data-us={isUs || undefined} data-line={index % 5} className={styles.line}>
            <polyline points={points.map(({ year, value }) => `${x(year)},${y(value)}`).join(' ')} />
            {points.map(({ year, value }) => (
              <circle key={year} cx={x(year)} cy={y(value)} r={isUs ? 5 : 4}>
                <title>{`${name}, ${year}: ${inTwoDecimals(value, i18n.language)}`}</title>
              </circle>
            ))}
            {last && (
              <text x={x(last.year) + 10} y={y(last.value) + 4}>
                {index + 1}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
