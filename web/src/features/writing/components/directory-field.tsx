import { Button, Combobox, PillsInput, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconBuildingCommunity, IconMailForward, IconPlus, IconUser, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DirectoryItem, directoryOptions } from '../../../lib/calls/writing.ts';
import type { Recipient } from '../rules.ts';
import styles from './writing.module.css';

const icons = {
  unit: IconBuilding,
  position: IconUser,
  person: IconUser,
  tenant: IconBuildingCommunity,
  external: IconMailForward,
};

/** How an entry reads in a list: a post by its holder, everything else by what tells it apart. */
function noteOf(item: DirectoryItem): string {
  return [item.holder, item.detail].filter(Boolean).join(' · ');
}

type RecipientsFieldProps = {
  id: string;
  label: string;
  value: Recipient[];
  onChange: (value: Recipient[]) => void;
  error?: string | null;
  description?: string;
};

/** Addressees by typing a name: units, posts, other regencies, and anyone outside with a name and an address. */
export function RecipientsField({ id, label, value, onChange, error, description }: RecipientsFieldProps) {
  const { t } = useTranslation('writing');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [outsider, setOutsider] = useState<string | null>(null);
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data, isFetched } = useQuery({ ...directoryOptions(q), enabled: q !== '' });
  const taken = new Set(value.map((one) => `${one.kind}:${one.id}`));
  const found = (data ?? []).filter((item) => item.kind !== 'person' && !taken.has(`${item.kind}:${item.id}`));

  function add(recipient: Recipient): void {
    onChange([...value, recipient]);
    setText('');
    combobox.closeDropdown();
  }
  function remove(gone: Recipient): void {
    onChange(value.filter((one) => one !== gone));
    document.getElementById(id)?.focus();
  }

  return (
    <div>
      <Combobox
        store={combobox}
        onOptionSubmit={(option) => {
          if (option === 'outsider') {
            setOutsider(text.trim());
            setText('');
            combobox.closeDropdown();
            return;
          }
          const item = found.find((one) => `${one.kind}:${one.id}` === option);
          if (item && item.kind !== 'person') add({ kind: item.kind, id: item.id, name: item.name });
        }}
      >
        <Combobox.DropdownTarget>
          <PillsInput id={id} label={label} error={error ?? null} description={description}>
            <div className={styles.chips}>
              {value.map((one) => {
                const Icon = icons[one.kind];
                return (
                  <span key={`${one.kind}:${one.id}`} className={styles.chip}>
                    <Icon size={18} stroke={1.75} aria-hidden />
                    <span className="cut">{one.name}</span>
                    <button type="button" aria-label={t('remove', { name: one.name })} onClick={() => remove(one)}>
                      <IconX size={16} stroke={1.75} aria-hidden />
                    </button>
                  </span>
                );
              })}
              <Combobox.EventsTarget withExpandedAttribute>
                <PillsInput.Field
                  role="combobox"
                  className={styles.chipInput ?? ''}
                  placeholder={t('recipientPlaceholder')}
                  value={text}
                  autoComplete="off"
                  onChange={(event) => {
                    setText(event.currentTarget.value);
                    if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
                    else combobox.openDropdown();
                    combobox.updateSelectedOptionIndex();
                  }}
                  onBlur={() => combobox.closeDropdown()}
                  onKeyDown={(event) => {
                    const last = value.at(-1);
                    if (event.key === 'Backspace' && text === '' && last) onChange(value.slice(0, -1));
                  }}
                />
              </Combobox.EventsTarget>
            </div>
          </PillsInput>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={q === '' || !isFetched}>
          <Combobox.Options className={styles.options ?? ''} aria-label={label}>
            {found.map((item) => {
              const Icon = icons[item.kind];
              return (
                <Combobox.Option key={`${item.kind}:${item.id}`} value={`${item.kind}:${item.id}`}>
                  <span className={styles.option}>
                    <Icon size={18} stroke={1.75} aria-hidden />
                    <span className={styles.optionWords}>
                      <span>{item.name}</span>
                      <span className="meta cut">{noteOf(item) || t(`kinds.${item.kind}`)}</span>
                    </span>
                  </span>
                </Combobox.Option>
              );
            })}
            {q.length > 1 && (
              <Combobox.Option value="outsider">
                <span className={styles.option}>
                  <IconPlus size={18} stroke={1.75} aria-hidden />
                  <span className={styles.optionWords}>
                    <span>{t('outsider.add', { name: q })}</span>
                    <span className="meta">{t('outsider.hint')}</span>
                  </span>
                </span>
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {outsider !== null && (
        <OutsiderForm
          name={outsider}
          onCancel={() => setOutsider(null)}
          onAdd={(recipient) => {
            add(recipient);
            setOutsider(null);
          }}
        />
      )}
    </div>
  );
}

/** Someone outside: a name, and where the signed letter is mailed to. */
function OutsiderForm(props: { name: string; onAdd: (recipient: Recipient) => void; onCancel: () => void }) {
  const { t } = useTranslation('writing');
  const [name, setName] = useState(props.name);
  const [email, setEmail] = useState('');
  const [faults, setFaults] = useState({ name: false, email: false });
  function add(): void {
    const wrong = {
      name: name.trim() === '',
      email: email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()),
    };
    setFaults(wrong);
    if (wrong.name || wrong.email) return;
    props.onAdd({ kind: 'external', id: name.trim(), name: name.trim(), email: email.trim() || null });
  }
  return (
    <fieldset className={styles.outsider}>
      <legend>{t('outsider.title')}</legend>
      <TextInput
        label={t('outsider.name')}
        value={name}
        error={faults.name ? t('outsider.nameMissing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('outsider.email')}
        description={t('outsider.emailHint')}
        type="email"
        autoFocus
        value={email}
        error={faults.email ? t('outsider.emailWrong') : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <div className={styles.inlineActs}>
        <Button variant="default" onClick={add}>
          {t('outsider.submit')}
        </Button>
        <Button variant="subtle" onClick={props.onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
