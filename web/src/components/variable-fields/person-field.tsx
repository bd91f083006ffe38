import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencilPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printedPeopleOptions } from '../../lib/calls/people.ts';
import type { Person } from '../editor/body.ts';
import styles from './variable-fields.module.css';

type PersonFieldProps = {
  id: string;
  label: string;
  error: string | null;
  value: Person | null;
  onChange: (value: Person | null) => void;
  quiet?: boolean;
};

/**
 * Somebody of the office by name or NIP, or anybody by typing their name. The letter keeps a copy, so that it stays
 * true when people move on.
 */
export function PersonField({ id, label, error, value, onChange, quiet }: PersonFieldProps) {
  const { t } = useTranslation('fields');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data: found = [], isFetched } = useQuery({ ...printedPeopleOptions(q), enabled: q !== '' });

  function take(person: Person): void {
    onChange(person);
    setText('');
    combobox.closeDropdown();
  }

  if (value !== null) {
    const facts = [value.nip && `NIP ${value.nip}`, value.rank, value.position, value.unit].filter(Boolean);
    return (
      <div>
        {!quiet && <p className={styles.label}>{label}</p>}
        <div className={styles.person}>
          <span className={styles.personWords}>
            <span className={styles.personName}>{value.name}</span>
            {facts.length > 0 && <span className="meta">{facts.join(' · ')}</span>}
          </span>
          <button
            type="button"
            className={styles.remove}
            aria-label={t('person.change', { label, name: value.name })}
            onClick={() => {
              onChange(null);
              requestAnimationFrame(() => document.getElementById(id)?.focus());
            }}
          >
            <IconX size={18} stroke={1.75} aria-hidden />
          </button>
        </div>
      </div>
    );
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        const person = found.find((one) => one.id === option);
        if (option === 'typed') take({ name: text.trim(), nip: '', rank: '', position: '', unit: '' });
        else if (person) {
          const { id: _, ...rest } = person;
          take(rest);
        }
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={id}
          role="combobox"
          {...(quiet ? { 'aria-label': label } : { label })}
          error={error}
          placeholder={t('person.placeholder')}
          leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
            else combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q === '' || !isFetched}>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {found.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <strong>{one.name}</strong>{' '}
              <span className="meta">{[one.nip, one.position].filter(Boolean).join(' · ')}</span>
            </Combobox.Option>
          ))}
          {text.trim().length > 1 && (
            <Combobox.Option value="typed">
              <IconPencilPlus size={18} stroke={1.75} aria-hidden /> {t('person.typed', { name: text.trim() })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
