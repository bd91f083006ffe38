import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { unitsOptions } from '../../../lib/calls/units.ts';
import { letterTypesOptions } from '../../../lib/calls/writing.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { type Pattern, patternsOptions, removePattern } from '../api/numbering.ts';
import styles from './numbering.module.css';
import { PatternSheet } from './pattern-sheet.tsx';

/** The office's patterns: the general one, then those of types and units, which count before it. */
export function PatternList() {
  const { t } = useTranslation('numbering');
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(patternsOptions);
  const { data: types = [] } = useQuery(letterTypesOptions);
  const { data: units = [] } = useQuery(unitsOptions);
  const [editing, setEditing] = useState<Pattern | 'new' | null>(null);

  function remove(pattern: Pattern): void {
    removePattern(pattern.id)
      .then((patterns) => {
        queryClient.setQueryData(patternsOptions.queryKey, patterns);
        showToast(t('patterns.removed'));
      })
      .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'));
  }

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} />;
  const nameOf = ({ type, unit }: Pattern): string =>
    [type?.name ?? t('patterns.everyType'), unit?.name].filter(Boolean).join(' · ');
  return (
    <>
      <ul className={styles.list}>
        <li className={styles.row}>
          <div className={styles.words}>
            <p className={styles.name}>{t('patterns.general')}</p>
            <p className={styles.code}>{data.fallback.pattern}</p>
            <p className={styles.hint}>{t('patterns.sample', { number: data.fallback.sample })}</p>
          </div>
          <Link to="/pengaturan" hash="numberPattern">
            {t('patterns.changeGeneral')}
          </Link>
        </li>
        {data.items.map((pattern) => (
          <li key={pattern.id} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.name}>{nameOf(pattern)}</p>
              <p className={styles.code}>{pattern.pattern}</p>
              <p className={styles.hint}>
                {t('patterns.sample', { number: pattern.sample })}
                {pattern.series === 'own' && ` ${t(`patterns.ownSeries.${pattern.reset}`)}`}
              </p>
            </div>
            <Button
              variant="default"
              size="sm"
              aria-label={t('patterns.editOf', { name: nameOf(pattern) })}
              onClick={() => setEditing(pattern)}
            >
              {t('patterns.change')}
            </Button>
            <Button
              variant="default"
              size="sm"
              aria-label={t('patterns.removeOf', { name: nameOf(pattern) })}
              onClick={() => remove(pattern)}
            >
              {t('patterns.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button leftSection={<IconPlus size={20} stroke={1.75} aria-hidden />} onClick={() => setEditing('new')}>
        {t('patterns.add')}
      </Button>
      {editing !== null && (
        <PatternSheet
          pattern={editing === 'new' ? null : editing}
          types={types.map(({ code, name }) => ({ id: code, name }))}
          units={units.filter(({ kind }) => kind !== 'section').map(({ id, name }) => ({ id, name }))}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
