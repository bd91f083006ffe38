import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directoryOptions } from '../../lib/calls/writing.ts';
import styles from './position-field.module.css';

type PersonFieldProps = {
  id: string;
  label: string;
  chosen: { id: string; name: string } | null;
  error: string | null;
  onChoose: (person: { id: string; name: string } | null) => void;
};

/** One person by typing part of the name. */
export function PersonField({ id, label, chosen, error, onChoose }: PersonFieldProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data: found = [], isFetched } = useQuery({ ...directoryOptions(q, 'person'), enabled: q !== '' });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(personId) => {
        const person = found.find((one) => one.id === personId);
        if (person) onChoose({ id: person.id, name: person.name });
        setText('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={id}
          label={label}
          role="combobox"
          placeholder={t('person.placeholder')}
          value={text === '' ? (chosen?.name ?? '') : text}
          error={error}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChoose(null);
            if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
            else combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q === '' || !isFetched}>
        <Combobox.Options className={styles.options ?? ''} aria-label={label}>
          {found.length === 0 && <Combobox.Empty>{t('person.none')}</Combobox.Empty>}
          {found.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <strong>{person.name}</strong> <span className="meta">{person.detail}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
