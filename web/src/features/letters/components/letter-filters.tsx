import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconLayoutList, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { setPreferences, usePreferences } from '../../../lib/preferences.ts';
import { type LetterFilter, letterBoxes, statesOfBox } from '../rules.ts';
import { toSearch } from '../search.ts';
import { FilterParts } from './filter-parts.tsx';
import styles from './letter-table.module.css';
import { SavedSearches } from './saved-searches.tsx';

type LetterFiltersProps = { filter: LetterFilter; onChange: (filter: LetterFilter) => void };

/** Boxes as tabs, the rest as a sentence, words to search for, and the density of the rows. */
export function LetterFilters({ filter, onChange }: LetterFiltersProps) {
  const { t } = useTranslation(['letters', 'search']);
  const { density } = usePreferences();
  const [words, setWords] = useState(filter.q ?? '');
  const search = useDebouncedCallback((q: string) => onChange({ ...filter, q: q.trim() || undefined }), 180);
  const asked = filter.q ?? '';
  useEffect(() => {
    // The way back in the browser changes the address, so the field follows.
    setWords((own) => (own.trim() === asked ? own : asked));
  }, [asked]);
  const states = [
    { value: 'any', label: t('list.anyState') },
    ...statesOfBox[filter.box].map((state) => ({ value: state, label: t(`list.stateWord.${state}`) })),
  ];
  return (
    <>
      <Tabs
        label={t('list.boxes')}
        tabs={letterBoxes.map((box) => ({
          to: '/surat',
          search: toSearch({ box }),
          label: t(`list.box.${box}`),
          current: box === filter.box,
        }))}
      />
      <div className={styles.filters}>
        <p className={styles.sentence}>
          {t('list.show')} <strong>{t(`list.boxWord.${filter.box}`)}</strong> {t('list.which')}{' '}
          <select
            className={styles.word}
            aria-label={t('list.stateLabel')}
            value={filter.state ?? 'any'}
            onChange={(event) => {
              const state = statesOfBox[filter.box].find((one) => one === event.currentTarget.value);
              onChange({ ...filter, state });
            }}
          >
            {states.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <FilterParts filter={filter} onChange={onChange} />
        </p>
        <TextInput
          type="search"
          className={styles.search ?? ''}
          aria-label={filter.box === 'all' ? t('search:everywhere') : t('list.search')}
          placeholder={t('list.searchPlaceholder')}
          leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <button
          type="button"
          className={styles.dense}
          aria-pressed={density === 'padat'}
          onClick={() => setPreferences({ density: density === 'padat' ? 'nyaman' : 'padat' })}
        >
          <IconLayoutList size={18} stroke={1.75} aria-hidden />
          {t('list.dense')}
        </button>
      </div>
      <div className={styles.saved}>
        {filter.q && (
          <>
            {filter.box !== 'all' && (
              <Link
                to="/surat"
                search={toSearch({ ...filter, box: 'all', state: undefined })}
                className={styles.savedLink ?? ''}
              >
                {t('search:everywhere')}
              </Link>
            )}
            <label className={styles.savedLink}>
              {t('search:order')}{' '}
              <select
                className={styles.word}
                value={filter.order ?? 'newest'}
                onChange={(event) =>
                  onChange({ ...filter, order: event.currentTarget.value === 'relevance' ? 'relevance' : undefined })
                }
              >
                <option value="newest">{t('search:newest')}</option>
                <option value="relevance">{t('search:relevance')}</option>
              </select>
            </label>
          </>
        )}
        <SavedSearches filter={filter} />
      </div>
    </>
  );
}
