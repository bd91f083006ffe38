import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regionsOptions } from '../api/get-regions.ts';
import type { SignupAnswers } from '../rules.ts';

type RegionFieldProps = {
  chosen: SignupAnswers['region'];
  error: string | null;
  onChoose: (region: SignupAnswers['region']) => void;
};

/** One of the 514 by typing part of its name; the province tells apart what is called alike. */
export function RegionField({ chosen, error, onChoose }: RegionFieldProps) {
  const { t } = useTranslation('signup');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(chosen?.name ?? '');
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data: regions = [], isFetched } = useQuery(regionsOptions(q));
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(code) => {
        const region = regions.find((one) => one.code === code);
        if (!region) return;
        onChoose({ code: region.code, name: region.name, province: region.province ?? null });
        setText(region.name);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          id="region"
          label={t('fields.region')}
          placeholder={t('regionPlaceholder')}
          leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
          value={text}
          error={error}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChoose(null);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => text !== '' && !chosen && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q.length < 2 || !isFetched}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {regions.length === 0 && <Combobox.Empty>{t('regionNone')}</Combobox.Empty>}
          {regions.slice(0, 20).map((region) => (
            <Combobox.Option key={region.code} value={region.code} disabled={Boolean(region.slug)}>
              <strong>{region.name}</strong>
              <span className="meta">
                {' '}
                {region.province} {region.slug ? `· ${t('regionTaken')}` : ''}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
