import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classificationsOptions } from '../../../lib/calls/writing.ts';
import type { Draft } from '../rules.ts';
import styles from './writing.module.css';

type ClassificationFieldProps = {
  value: Draft['classification'];
  onChange: (value: Draft['classification']) => void;
  error?: string | null;
};

const wordsOf = ({ code, name }: Draft['classification']): string => (name ? `${code} ${name}` : code);

/** A code of the classification scheme, found by number or by words. What is not chosen falls back on leaving. */
export function ClassificationField({ value, onChange, error }: ClassificationFieldProps) {
  const { t } = useTranslation('writing');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState<string | null>(null);
  const [q] = useDebouncedValue((text ?? '').trim(), 150);
  const { data: found = [], isFetched } = useQuery({ ...classificationsOptions(q), enabled: q !== '' });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(code) => {
        const chosen = found.find((one) => one.code === code);
        if (chosen) onChange(chosen);
        setText(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id="klasifikasi"
          label={t('fields.classification')}
          role="combobox"
          value={text ?? wordsOf(value)}
          error={error}
          autoComplete="off"
          placeholder={t('classificationPlaceholder')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => {
            setText(null);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q === '' || !isFetched}>
        <Combobox.Options className={styles.options ?? ''} aria-label={t('fields.classification')}>
          {found.length === 0 && <Combobox.Empty>{t('classificationNone')}</Combobox.Empty>}
          {found.map(({ code, name }) => (
            <Combobox.Option key={code} value={code}>
              <span className={styles.code}>{code}</span> {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
