import { ActionIcon } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChoiceName, choices, type LetterFilter, type TypedName, typedFilters } from '../rules.ts';
import styles from './letter-table.module.css';

const FilterMenu = lazy(() => import('./filter-menu.tsx'));

type PartsProps = { filter: LetterFilter; onChange: (filter: LetterFilter) => void };

const choiceNames = Object.keys(choices) as ChoiceName[];
const names = [...choiceNames, ...typedFilters];

/** Filters beyond box and state, as further words of the sentence; each can be taken out again. */
export function FilterParts({ filter, onChange }: PartsProps) {
  const { t } = useTranslation('search');
  // A typed filter that was added but not filled in yet.
  const [added, setAdded] = useState<TypedName[]>([]);
  const addButton = useRef<HTMLButtonElement>(null);
  const [needed, setNeeded] = useState(false);
  const [adding, setAdding] = useState(false);
  const shown = names.filter((name) => filter[name] !== undefined || added.includes(name as TypedName));

  const set = (name: ChoiceName | TypedName, value: string | undefined): void => {
    const { [name]: _, ...rest } = filter;
    onChange(value === undefined ? rest : ({ ...rest, [name]: value } as LetterFilter));
  };
  const remove = (name: ChoiceName | TypedName): void => {
    setAdded((before) => before.filter((one) => one !== name));
    set(name, undefined);
  };
  const isTyped = (name: ChoiceName | TypedName): name is TypedName => typedFilters.includes(name as TypedName);

  return (
    <>
      {filter.list && (
        <Part label={t(`lists.${filter.list}`)} onRemove={() => onChange({ ...filter, list: undefined })}>
          <strong>{t(`lists.${filter.list}`)}</strong>
        </Part>
      )}
      {shown.map((name) => (
        <Part key={name} label={t(`filters.${name}`)} onRemove={() => remove(name)}>
          {t(`parts.${name}`)}{' '}
          {isTyped(name) ? (
            <TypedWord name={name} value={filter[name] ?? ''} onChange={(value) => set(name, value || undefined)} />
          ) : (
            <select
              className={styles.word}
              aria-label={t(`filters.${name}`)}
              value={filter[name]}
              onChange={(event) => set(name, event.currentTarget.value)}
            >
              {choices[name].map((value) => (
                <option key={value} value={value}>
                  {t(`choices.${name}.${value}`)}
                </option>
              ))}
            </select>
          )}
        </Part>
      ))}{' '}
      <button
        ref={addButton}
        type="button"
        className={styles.add}
        aria-haspopup="menu"
        aria-expanded={adding}
        onPointerEnter={() => setNeeded(true)}
        onClick={() => {
          setNeeded(true);
          setAdding(!adding);
        }}
      >
        <IconPlus size={16} stroke={1.75} aria-hidden />
        {t('add')}
      </button>
      <Suspense fallback={null}>
        {needed && (
          <FilterMenu
            target={addButton}
            opened={adding}
            onClose={() => setAdding(false)}
            names={names.filter((name) => !shown.includes(name))}
            onAdd={(name) => {
              if (isTyped(name)) setAdded((before) => [...before, name]);
              else set(name, choices[name][0]);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function Part({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  const { t } = useTranslation('search');
  return (
    <>
      {', '}
      <span className={styles.part}>
        {children}
        <ActionIcon
          size="sm"
          className={styles.remove ?? ''}
          aria-label={t('remove', { name: label })}
          onClick={onRemove}
        >
          <IconX size={14} stroke={2} aria-hidden />
        </ActionIcon>
      </span>
    </>
  );
}

function TypedWord({ name, value, onChange }: { name: TypedName; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('search');
  const [own, setOwn] = useState(value);
  const send = useDebouncedCallback(onChange, 250);
  const isDate = name === 'from' || name === 'to';
  return (
    <input
      className={styles.word}
      type={isDate ? 'date' : 'text'}
      aria-label={t(`filters.${name}`)}
      placeholder={isDate ? undefined : t(`hints.${name}`)}
      maxLength={100}
      value={own}
      onChange={(event) => {
        setOwn(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
