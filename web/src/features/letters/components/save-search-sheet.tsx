import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { removeSearch, type SavedSearch, saveSearch } from '../api/saved-searches.ts';
import type { LetterFilter } from '../rules.ts';
import styles from './letter-table.module.css';

type SaveSearchSheetProps = { filter: LetterFilter; items: SavedSearch[]; onClose: () => void };

/** Asks for the name that a search is kept under, and lets one remove those of one's own. */
export default function SaveSearchSheet({ filter, items, onClose }: SaveSearchSheetProps) {
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
    onClose();
  }
  async function remove(item: SavedSearch): Promise<void> {
    if (await form.send(() => removeSearch(item.id))) showToast(t('saved.removed', { name: item.name }));
  }

  return (
    <Sheet opened onClose={onClose} title={t('saved.keep')}>
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
    </Sheet>
  );
}
