import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconMail, IconPencil, IconSearch, IconUser, type TablerIcon } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/ui/kbd.tsx';
import { findAddressees, findLetters } from '../../features/shell/api/search-office.ts';
import { officeTasks } from '../shells/office-navigation.ts';
import styles from './palette.module.css';

type Item = {
  id: string;
  group: string;
  icon: TablerIcon;
  label: string;
  note?: string;
  hotkey?: string;
  run: () => void;
};

/** Letters, people, units and acts in one box. Arrows choose, Enter goes. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [index, setIndex] = useState(0);
  const [q] = useDebouncedValue(text.trim(), 150);
  const enabled = q.length >= 2;
  const letters = useQuery({
    queryKey: ['letters', 'palette', q],
    queryFn: ({ signal }) => findLetters(q, signal),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
  });
  const people = useQuery({
    queryKey: ['directory', 'palette', q],
    queryFn: () => findAddressees(q),
    enabled,
    retry: false,
  });

  const acts: Item[] = [
    {
      id: 'write',
      group: t('palette.acts'),
      icon: IconPencil,
      label: t('nav.write'),
      hotkey: 'C',
      run: () => void navigate({ to: '/tulis' }),
    },
    ...officeTasks.map(({ to, icon, key }) => ({
      id: key,
      group: t('palette.acts'),
      icon,
      label: t(key),
      run: () => void navigate({ to: to ?? '/' }),
    })),
  ].filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const found: Item[] = enabled
    ? [
        ...(letters.data ?? []).map((letter) => ({
          id: `letter-${letter.id}`,
          group: t('palette.letters'),
          icon: IconMail,
          label: letter.subject ?? t('secrecy.hidden'),
          run: () => void navigate({ to: '/surat/$letterId', params: { letterId: letter.id } }),
        })),
        ...(people.data ?? []).map(({ kind, id, name, holder }) => ({
          id: `${kind}-${id}`,
          group: kind === 'unit' ? t('palette.units') : t('palette.people'),
          icon: kind === 'unit' ? IconBuilding : IconUser,
          label: holder ? `${holder}, ${name}` : name,
          run: () => void navigate({ to: '/tulis' }),
        })),
      ]
    : [];
  const items = [...found, ...acts];
  const chosen = items[Math.min(index, items.length - 1)];
  const groups = [...new Set(items.map(({ group }) => group))];

  function go(item: Item): void {
    onClose();
    item.run();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={560}
      padding={0}
      aria-label={t('palette.label')}
    >
      <div className={styles.field}>
        <IconSearch size={20} stroke={1.75} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setIndex((before) => Math.min(before + 1, items.length - 1));
            else if (event.key === 'ArrowUp') setIndex((before) => Math.max(before - 1, 0));
            else if (event.key === 'Enter' && chosen) go(chosen);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('palette.label')} className={styles.list}>
        {groups.map((group) => (
          <div key={group}>
            <p className={styles.group} aria-hidden>
              {group}
            </p>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <div
                  key={item.id}
                  id={`${listId}-${item.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item === chosen}
                  className={styles.item}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => go(item)}
                  onKeyDown={(event) => event.key === 'Enter' && go(item)}
                >
                  <item.icon size={20} stroke={1.75} aria-hidden />
                  <span className="cut">{item.label}</span>
                  {item === chosen ? <Kbd>Enter</Kbd> : item.hotkey && <Kbd>{item.hotkey}</Kbd>}
                </div>
              ))}
          </div>
        ))}
        {items.length === 0 && !letters.isFetching && <p className={styles.nothing}>{t('palette.nothing')}</p>}
      </div>
      <p className="heard" role="status">
        {t('palette.results', { count: items.length })}
      </p>
    </Modal>
  );
}
