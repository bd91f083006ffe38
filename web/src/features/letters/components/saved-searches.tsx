import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { letterCountOptions } from '../api/list-letters.ts';
import { removeSearch, type SavedSearch, savedSearchesOptions, saveSearch } from '../api/saved-searches.ts';
import { isNarrowed, type LetterFilter, readFilter } from '../rules.ts';
import { toSearch } from '../search.ts';
import styles from './letter-table.module.css';

/** Searches kept under a name, one's own and the unit's, each with how many letters it finds now. */
export function SavedSearches({ filter }: { filter: LetterFilter }) {
  const { t } = useTranslation('search');
  const { data } = useQuery(savedSearchesOptions);
  const [saving, setSaving] = useState(false);
  const items = data?.items ?? [];
  const mayKeep = isNarrowed(filter) && !filter.list;
  if (items.length === 0 && !mayKeep) return null;
  return (
    <div className={styles.saved}>
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
        <Sheet opened onClose={() => setSaving(false)} title={t('saved.keep')}>
          <SaveForm filter={filter} items={items} onDone={() => setSaving(false)} />
        </Sheet>
      )}
    </div>
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

type SaveFormProps = { filter: LetterFilter; items: SavedSearch[]; onDone: () => void };

function SaveForm({ filter, items, onDone }: SaveFormProps) {
  const { t } = useTranslation('search');
  const me = useMe();
  const unitId = me?.positions.find((each) => each.id === me.positionId)?.unitId ?? null;
  const [name, setName] = useState(filter.q ?? '');
  const [shared, setShared] = useState(false);
  const form = useSending((path) => (path === 'name' ? 'nama-pencarian' : undefined));
  const own = items.filter((item) => item.isMine);

  async function submit(): Promise<void> {
    if (form.refuse(name.trim() === '' ? [{ fieldId: 'nama-pencarian', message: t('saved.nameMissing') }] : [])) return;
    if (!(await form.send(() => saveSearch(name.trim(), filter, shared ? unitId : null)))) return;
    showToast(t('saved.kept', { name: name.trim() }));
    onDone();
  }
  async function remove(item: SavedSearch): Promise<void> {
    if (await form.send(() => removeSearch(item.id))) showToast(t('saved.removed', { name: item.name }));
  }

  return (
    <Form className={styles.saveForm} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      <TextInput
        id="nama-pencarian"
        data-autofocus
        label={t('saved.name')}
        maxLength={80}
        value={name}
        error={form.errorOf('nama-pencarian')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {unitId && (
        <Checkbox
          checked={shared}
          label={t('saved.share')}
          description={t('saved.shareHint')}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
      <Button type="submit" loading={form.running}>
        {t('saved.submit')}
      </Button>
      {own.length > 0 && (
        <section aria-label={t('saved.own')}>
          <h3>{t('saved.own')}</h3>
          <ul>
            {own.map((item) => (
              <li key={item.id} className={styles.ownRow}>
                <span>{item.name}</span>
                <ActButton
                  leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
                  aria-label={t('saved.removeNamed', { name: item.name })}
                  onClick={() => void remove(item)}
                >
                  {t('saved.remove')}
                </ActButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Form>
  );
}
