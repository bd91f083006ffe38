import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { type Person, peopleOptions } from '../api/office.ts';
import { PersonSheet } from './person-sheet.tsx';
import styles from './settings.module.css';

/** Everyone of the office: what they hold, whether they have come in yet, and what one can do about them. */
export function PeopleList() {
  const { t } = useTranslation('settings');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const { data: people, error, refetch } = useQuery(peopleOptions(q));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = people?.find(({ id }) => id === chosenId);
  return (
    <>
      <TextInput
        className={styles.search ?? ''}
        type="search"
        label={t('people.search')}
        leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!people && !error && <SkeletonRows rows={6} />}
      {people?.length === 0 && <EmptyState drawing="none" title={t('people.none')} />}
      <ul>
        {(people ?? []).map((person) => (
          <PersonRow key={person.id} person={person} onManage={() => setChosenId(person.id)} />
        ))}
      </ul>
      {chosen && <PersonSheet person={chosen} onClose={() => setChosenId(null)} />}
    </>
  );
}

function PersonRow({ person, onManage }: { person: Person; onManage: () => void }) {
  const { t } = useTranslation('settings');
  const posts = person.positions.map(({ title }) => title).join(', ');
  const roles = person.roles.map((role) => t(`roles.${role}`)).join(', ');
  return (
    <li className={styles.row} data-person>
      <Avatar name={person.name} />
      <span className={styles.rowWords}>
        <span className={styles.rowName}>{person.name}</span>
        <span className="meta">
          {[person.username, posts || t('people.noPost'), roles].filter(Boolean).join(' · ')}
        </span>
      </span>
      {!person.active && <StatusChip status="masalah">{t('people.inactive')}</StatusChip>}
      {person.active && !person.activated && <StatusChip status="tunggu">{t('people.notYet')}</StatusChip>}
      <Button variant="default" size="sm" aria-label={t('people.manageOf', { name: person.name })} onClick={onManage}>
        {t('positions.manage')}
      </Button>
    </li>
  );
}
