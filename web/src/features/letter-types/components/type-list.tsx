import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { allTypesOptions, type LetterType } from '../api/letter-types.ts';
import { groups } from '../choices.ts';
import styles from './letter-types.module.css';

/** All types by group, with how they are laid out; one opens to be set. */
export function TypeList({ onNew }: { onNew: () => void }) {
  const { data, error, refetch } = useQuery(allTypesOptions);
  const { t } = useTranslation('letter-types');
  const [words, setWords] = useState('');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  const wanted = words.trim().toLowerCase();
  const found = data.filter(({ name, shortCode }) => `${name} ${shortCode}`.toLowerCase().includes(wanted));
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          className={styles.search ?? ''}
          label={t('list.search')}
          type="search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button variant="default" onClick={onNew}>
          {t('list.add')}
        </Button>
      </div>
      {found.length === 0 && (
        <p className={styles.note} role="status">
          {t('list.none', { words: words.trim() })}
        </p>
      )}
      {groups.map((group) => {
        const types = found.filter((type) => type.group === group);
        if (types.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className={styles.group}>
              {t(`groups.${group}`)}
            </h2>
            <ul className={styles.list}>
              {types.map((type) => (
                <TypeRow key={type.code} type={type} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function TypeRow({ type }: { type: LetterType }) {
  const { t } = useTranslation('letter-types');
  return (
    <li className={styles.row}>
      <span className={styles.rowWords}>
        <Link className={styles.rowName ?? ''} to="/pengaturan/jenis-naskah/$code" params={{ code: type.code }}>
          {type.name}
        </Link>
        <span className="meta">
          {[type.shortCode, t(`layouts.${type.layout}`), ...(type.active ? [] : [t('list.inactive')])].join(' · ')}
        </span>
      </span>
    </li>
  );
}
