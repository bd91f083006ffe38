import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../lib/api.ts';
import { Avatar } from './avatar.tsx';
import styles from './position-field.module.css';

export type ChosenPosition = { id: string; name: string; holder: string | null };

const positionsOptions = (q: string) =>
  queryOptions({
    queryKey: ['directory', 'position', q],
    queryFn: async () =>
      (await call(api.GET('/directory', { params: { query: { kind: 'position', q, limit: 12 } } }))).items,
    staleTime: 60_000,
  });

type PositionFieldProps = {
  id: string;
  label: string;
  description?: string;
  chosen: readonly ChosenPosition[];
  onChange: (chosen: ChosenPosition[]) => void;
  error?: string | null;
  /** One person only, such as where a letter is routed to. */
  single?: boolean;
  autoFocus?: boolean;
};

/** People by typing a name or a post; the chosen ones stand above as a list that can be taken back. */
export function PositionField({
  id,
  label,
  description,
  chosen,
  onChange,
  error,
  single,
  autoFocus,
}: PositionFieldProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 120);
  const { data: found = [], isFetched } = useQuery(positionsOptions(q));
  // Nobody can act for a vacant post: shown, so that one knows, but last and shut.
  const open = found
    .filter((one) => !chosen.some((other) => other.id === one.id))
    .sort((a, b) => Number(a.holder === null) - Number(b.holder === null));

  function choose(positionId: string): void {
    const position = open.find((one) => one.id === positionId);
    if (!position) return;
    const next = { id: position.id, name: position.name, holder: position.holder ?? null };
    onChange(single ? [next] : [...chosen, next]);
    setText('');
    combobox.closeDropdown();
  }

  return (
    <div className={styles.field}>
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={t('people.chosen')}>
          {chosen.map((one) => (
            <li key={one.id} className={styles.person}>
              <Avatar name={one.holder ?? one.name} />
              <span className={styles.words}>
                <span className={styles.name}>{one.holder ?? t('people.vacant')}</span>
                <span className="meta">{one.name}</span>
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('people.remove', { name: one.holder ?? one.name })}
                onClick={() => onChange(chosen.filter((other) => other.id !== one.id))}
              >
                <IconX size={18} stroke={1.75} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox store={combobox} onOptionSubmit={choose}>
        <Combobox.Target>
          <TextInput
            id={id}
            label={label}
            {...(description ? { description } : {})}
            {...(autoFocus ? { 'data-autofocus': true } : {})}
            placeholder={t('people.placeholder')}
            leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
            value={text}
            error={error ?? null}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isFetched}>
          <Combobox.Options aria-label={t('people.found')} mah={280} style={{ overflowY: 'auto' }}>
            {open.length === 0 && <Combobox.Empty>{t('people.none')}</Combobox.Empty>}
            {open.map((one) => (
              <Combobox.Option key={one.id} value={one.id} disabled={one.holder === null}>
                <strong>{one.holder ?? t('people.vacant')}</strong>{' '}
                <span className="meta">{[one.name, one.detail].filter(Boolean).join(' · ')}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
