import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import styles from './filter-sentence.module.css';

type FilterWordProps<T extends string> = {
  /** What it chooses, for ears: "Kotak surat". */
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** One choice within a filter that reads as a sentence: "Tampilkan surat [masuk] yang [diterima pekan ini]". */
export function FilterWord<T extends string>({ label, value, options, onChange }: FilterWordProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu position="bottom-start" shadow="lg">
      <Menu.Target>
        <button type="button" className={styles.word} aria-label={`${label}: ${chosen?.label ?? value}`}>
          {chosen?.label ?? value}
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            onClick={() => onChange(option.value)}
            aria-current={option.value === value || undefined}
            rightSection={option.value === value ? <IconCheck size={16} stroke={1.75} /> : null}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
