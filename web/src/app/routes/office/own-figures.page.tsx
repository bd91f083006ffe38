import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { ownFiguresOptions, schemesOptions } from '../../../features/comparison/api/comparison.ts';
import styles from '../../../features/comparison/components/comparison.module.css';
import { OwnFigures } from '../../../features/comparison/components/own-figures.tsx';
import { ShowFigures } from '../../../features/comparison/components/show-figures.tsx';
import { inTwoDecimals } from '../../../features/comparison/rules.ts';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/kolaborasi/perbandingan/nilai');

/** The office's own levels of a year, and who may see them. */
export function OwnFiguresPage() {
  const { t, i18n } = useTranslation('comparison');
  const me = useMe();
  const navigate = route.useNavigate();
  const { indeks = 'spbe-2020', tahun } = route.useSearch();
  const allowed = me?.permissions.includes('indices.manage') === true;
  const { data: schemes } = useQuery(schemesOptions);
  const { data: years, error, refetch } = useQuery({ ...ownFiguresOptions(indeks), enabled: allowed });
  const scheme = schemes?.find(({ code }) => code === indeks);
  const choices = scheme ? yearsOf(scheme) : [];
  const year = tahun !== undefined && choices.includes(tahun) ? tahun : choices[0];
  const figures = years?.find((each) => each.year === year);
  if (!me) return <Page>{null}</Page>;
  return (
    <>
      <PageBar back={{ to: '/kolaborasi/perbandingan', label: t('title') }} acts={null} />
      <Page>
        <PageTitle
          {...(figures?.result
            ? {
                lead: t('own.result', {
                  score: inTwoDecimals(figures.result.score, i18n.language),
                  category: figures.result.category ?? '',
                }),
              }
            : {})}
        >
          {t('own.title')}
        </PageTitle>
        {!allowed && (
          <EmptyState drawing="lock" title={t('own.forbidden.title')}>
            {t('own.forbidden.text')}
          </EmptyState>
        )}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {allowed && !years && !error && <SkeletonRows rows={6} />}
        {scheme && years && year !== undefined && (
          <>
            <p className={styles.sentence}>
              {t('own.of')}{' '}
              <FilterWord
                label={t('instrument')}
                value={indeks}
                options={(schemes ?? []).map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(value) => void navigate({ search: { indeks: value } })}
              />{' '}
              {t('own.year')}{' '}
              <FilterWord
                label={t('own.year')}
                value={String(year)}
                options={choices.map((each) => ({ value: String(each), label: String(each) }))}
                onChange={(value) => void navigate({ search: { indeks, tahun: Number(value) } })}
              />
            </p>
            <p className={styles.lead}>{t('own.lead', { basis: scheme.basis })}</p>
            {figures && <ShowFigures scheme={indeks} figures={figures} />}
            <OwnFigures key={`${indeks}-${year}`} scheme={scheme} year={year} figures={figures} />
          </>
        )}
      </Page>
    </>
  );
}

/** Years that an instrument covers so far, newest first. */
function yearsOf({ firstYear, lastYear }: { firstYear: number; lastYear: number | null }): number[] {
  const last = lastYear ?? Math.max(firstYear, new Date().getFullYear());
  return Array.from({ length: last - firstYear + 1 }, (_, index) => last - index);
}
