import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import styles from './choice.module.css';

type ChoiceProps<T extends string> = {
  label: string;
  value: T | null;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** One of few, as chips: instruction, deadline, language. Radios underneath, so arrows move and space chooses. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.value === value && <IconCheck size={18} stroke={1.75} aria-hidden />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
