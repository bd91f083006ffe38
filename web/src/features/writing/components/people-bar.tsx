import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { announce } from '../../../lib/announce.ts';
import { letterOptions } from '../../../lib/calls/get-letter.ts';
import { directoryOptions } from '../../../lib/calls/writing.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.ts';
import { inviteAuthor, presentOptions, removeAuthor } from '../api/together.ts';
import type { Letter } from '../rules.ts';
import styles from './people.module.css';

/** Who writes along and who is here now; the drafter asks others in. */
export function PeopleBar({ letter }: { letter: Letter }) {
  const { t } = useTranslation('writing');
  const [open, setOpen] = useState(false);
  const name = useSession()?.user.name;
  const { data: present } = useQuery(presentOptions(letter.id));
  const here = [...new Map((present?.items ?? []).map(({ person }) => [person.id, person])).values()].filter(
    (person) => person.name !== name,
  );
  const isDrafter = letter.drafter?.name === name;
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.here}>
        {here.map((person) => (
          <Avatar key={person.id} name={person.name} size={28} />
        ))}
        {here.length > 0 && <span>{t('together.here', { names: here.map((person) => person.name).join(', ') })}</span>}
        {here.length === 0 && letter.authors.length > 0 && <span>{t('together.alone')}</span>}
      </p>
      <Button
        variant="subtle"
        leftSection={<IconUserPlus size={20} stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t(isDrafter ? 'together.invite' : 'together.who')}
      </Button>
      {!isDrafter && letter.drafter && (
        <p className={styles.note}>{t('together.author', { name: letter.drafter.name })}</p>
      )}
      {open && <PeopleSheet letter={letter} isDrafter={isDrafter} onClose={() => setOpen(false)} />}
    </div>
  );
}

function PeopleSheet({ letter, isDrafter, onClose }: { letter: Letter; isDrafter: boolean; onClose: () => void }) {
  const { t } = useTranslation('writing');
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [running, setRunning] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({ ...directoryOptions(q, 'person'), enabled: q !== '' });
  const taken = new Set([letter.drafter?.id, ...letter.authors.map(({ id }) => id)]);
  const found = (data ?? []).filter(({ id }) => !taken.has(id));

  async function act(personId: string, perform: typeof inviteAuthor, said: string): Promise<void> {
    setRunning(personId);
    setError(null);
    try {
      const { items } = await perform(letter.id, personId);
      queryClient.setQueryData(letterOptions(letter.id).queryKey, (before) => before && { ...before, authors: items });
      setText('');
      announce(said);
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(null);
    }
  }

  return (
    <Sheet opened onClose={onClose} title={t('together.title')}>
      <div className={styles.sheet}>
        <p>{t('together.lead')}</p>
        <ul className={styles.people}>
          {letter.drafter && (
            <li>
              <Avatar name={letter.drafter.name} />
              <span>
                {letter.drafter.name} <span className="meta">{t('together.drafter')}</span>
              </span>
            </li>
          )}
          {letter.authors.map(({ id, name }) => (
            <li key={id}>
              <Avatar name={name} />
              <span>{name}</span>
              {isDrafter && (
                <Button
                  variant="subtle"
                  size="sm"
                  loading={running === id}
                  aria-label={t('together.remove', { name })}
                  onClick={() => void act(id, removeAuthor, t('together.removed', { name }))}
                >
                  <IconX size={18} stroke={1.75} aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
        {isDrafter && (
          <>
            <TextInput
              label={t('together.search')}
              placeholder={t('together.placeholder')}
              value={text}
              error={error}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <ul className={styles.people} aria-live="polite">
              {found.map(({ id, name, detail }) => (
                <li key={id}>
                  <Avatar name={name} />
                  <span>
                    {name} <span className="meta">{detail}</span>
                  </span>
                  <Button
                    variant="default"
                    size="sm"
                    loading={running === id}
                    aria-label={t('together.inviteOne', { name })}
                    onClick={() => void act(id, inviteAuthor, t('together.invited', { name }))}
                  >
                    {t('together.ask')}
                  </Button>
                </li>
              ))}
              {q !== '' && data && found.length === 0 && <li className="meta">{t('together.none')}</li>}
            </ul>
          </>
        )}
      </div>
    </Sheet>
  );
}
