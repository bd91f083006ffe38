import { IconBookmark, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letterCountOptions } from '../api/list-letters.ts';
import { type SavedSearch, savedSearchesOptions } from '../api/saved-searches.ts';
import { isNarrowed, type LetterFilter, readFilter } from '../rules.ts';
import { toSearch } from '../search.ts';
import styles from './letter-table.module.css';

const SaveSearchSheet = lazy(() => import('./save-search-sheet.tsx'));

/** Searches kept under a name, one's own and the unit's, each with how many letters it finds now. */
export function SavedSearches({ filter }: { filter: LetterFilter }) {
  const { t } = useTranslation('search');
  const { data } = useQuery(savedSearchesOptions);
  const [saving, setSaving] = useState(false);
  const items = data?.items ?? [];
  const mayKeep = isNarrowed(filter) && !filter.list;
  if (items.length === 0 && !mayKeep) return null;
  return (
    <>
      {items.length > 0 && (
        <nav aria-label={t('saved.title')}>
          <ul className={styles.savedList}>
            {items.map((saved) => (
              <SavedItem key={saved.id} saved={saved} />
            ))}
          </ul>
        </nav>
      )}
      {mayKeep && (
        <button type="button" className={styles.add} onClick={() => setSaving(true)}>
          <IconBookmark size={16} stroke={1.75} aria-hidden />
          {t('saved.keep')}
        </button>
      )}
      {saving && (
        <Suspense fallback={null}>
          <SaveSearchSheet filter={filter} items={items} onClose={() => setSaving(false)} />
        </Suspense>
      )}
    </>
  );
}

const filterOf = (saved: SavedSearch): LetterFilter =>
  readFilter(toSearch({ box: 'all', ...saved.query } as Partial<LetterFilter>));

function SavedItem({ saved }: { saved: SavedSearch }) {
  const { t } = useTranslation('search');
  const filter = filterOf(saved);
  const { data: found } = useQuery(letterCountOptions(filter));
  const Icon = saved.isMine ? IconBookmark : IconUsers;
  return (
    <li>
      <Link to="/surat" search={toSearch(filter)} className={styles.savedLink ?? ''}>
        <Icon size={16} stroke={1.75} aria-hidden />
        {saved.name}
        {!saved.isMine && <span className="heard">{t('saved.sharedBy', { name: saved.owner })}</span>}
        {found && (
          <span className={styles.savedCount}>{t(found.more ? 'countMore' : 'count', { count: found.count })}</span>
        )}
      </Link>
    </li>
  );
}
